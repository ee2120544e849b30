/** The name of a version for people: its first digits in groups of four. */
export const shortPrint = (hash: string, digits = 12): string => hash.slice(0, digits).match(/.{1,4}/g)?.join('\u00a0') ?? ''
