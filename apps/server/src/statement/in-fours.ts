/** A fingerprint for people: groups of four digits. */
export const inFours = (hash: string): string => hash.match(/.{1,4}/g)?.join(' ') ?? ''
