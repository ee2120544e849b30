/** A sentence that ends in a name with a full stop of its own ends in one: *namens Tafelgenoot B.V.* and not *B.V..* */
export const oneStop = (words: string): string => words.replaceAll(/(?<=\p{L}\.|…)\.(?!\.)/gu, '')
