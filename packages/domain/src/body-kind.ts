/** Which kinds of organisation there are, and which of them are bodies of the State (G4). */

export const BODY_KINDS = [
  'umbrella', 'branche-organisation', 'professional-association', 'national-member', 'local-member',
  'knowledge-institute', 'fund', 'company', 'housing-corporation',
  'municipality', 'province', 'water-board', 'state-body', 'medium',
  /** A foundation, an association, whatever is none of the above. */
  'other',
] as const
export type BodyKind = (typeof BODY_KINDS)[number]

/**
 * [G4] How a kind stands among the signatories: with an ordinary logo and ordinary consent, or as a body of the State.
 * A ministry is a State body; a municipality, province or water board is not.
 */
export type Standing = 'ordinary' | 'state'

export const STANDING = {
  'umbrella': 'ordinary', 'branche-organisation': 'ordinary', 'professional-association': 'ordinary',
  'national-member': 'ordinary', 'local-member': 'ordinary', 'knowledge-institute': 'ordinary',
  'fund': 'ordinary', 'company': 'ordinary', 'housing-corporation': 'ordinary',
  'municipality': 'ordinary', 'province': 'ordinary', 'water-board': 'ordinary',
  'state-body': 'state', 'medium': 'ordinary', 'other': 'ordinary',
} as const satisfies Record<BodyKind, Standing>

export function isStateBody(kind: BodyKind): boolean {
  return STANDING[kind] === 'state'
}

/** From this many State bodies on, they stand as one line: Rijksoverheid. */
export const STATE_BODIES_IN_ONE_LINE = 3

/** How the State bodies of a list are written: each by name, or together as one line. */
export type StateBodyLine<T> = { readonly as: 'names'; readonly bodies: readonly T[] } | { readonly as: 'one-line'; readonly bodies: readonly T[] }

/** [G4] `bodies` are State bodies that stand by name, in their order. */
export function stateBodyLine<T>(bodies: readonly T[]): StateBodyLine<T> {
  return { as: bodies.length >= STATE_BODIES_IN_ONE_LINE ? 'one-line' : 'names', bodies }
}
