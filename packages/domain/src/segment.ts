/** What one partner shows in a beam, and how what it shows under single passages adds up to one. */

/** `not-asked`: nobody asked this partner in the round, so nobody waits for it either. */
export const SEGMENT_STATES = ['carries', 'reserved', 'waiting', 'reconfirm', 'declined', 'not-asked'] as const
export type SegmentState = (typeof SEGMENT_STATES)[number]

const WEAKEST_FIRST = ['declined', 'waiting', 'reconfirm', 'reserved', 'carries'] as const satisfies readonly SegmentState[]

/** A partner carries several passages as far as the one that it carries least. Not asked about all of them is not asked; about some of them, its yes no longer covers the whole. */
export function weakestOf(states: readonly SegmentState[]): SegmentState {
  const asked = states.filter(state => state !== 'not-asked')
  if (asked.length === 0) return 'not-asked'
  const known: readonly SegmentState[] = asked.length < states.length ? [...asked, 'reconfirm'] : asked
  return WEAKEST_FIRST.find(state => known.includes(state)) ?? 'not-asked'
}

/** Those who were asked: what a beam counts, and what it closes over. */
export const askedSegments = <S extends { readonly state: SegmentState }>(segments: readonly S[]): readonly S[] => segments.filter(({ state }) => state !== 'not-asked')
