/** A fingerprint or seal for people: its first digits in groups of four, the same everywhere, to compare by eye or on the telephone. */
export const shortPrint = (hash: string): string => hash.slice(0, 16).match(/.{1,4}/g)?.join('\u00a0') ?? ''
