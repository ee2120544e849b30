/** The draagvlakbalk in words: who carries, at most two exceptions by name, then numbers. */
import type { Segment } from '@draagvlak/api/statement'
import type { PassageKind } from '@draagvlak/domain/passage'
import { askedSegments } from '@draagvlak/domain/segment'
import { m, type Locale } from '@draagvlak/messages/m'

export type BeamState = Segment['state']
/** Exceptions first, in the order in which the list shows them. Who was not asked is none: it is named after all the others. */
export const EXCEPTIONS = ['reserved', 'declined', 'reconfirm', 'waiting'] as const satisfies readonly BeamState[]
/** What the beam lies under. */
export type BeamAbout = 'passage' | 'message' | 'text'
/** A message is called one wherever it stands; what explains it, asks for something or stands above it is not. */
export const aboutOf = (kind: PassageKind | undefined): BeamAbout => (kind === 'message' ? 'message' : 'passage')
export type NameOf = (organisationId: string) => string

type Options = { locale?: Locale }
type Named = (inputs: { name: string }, options?: Options) => string
type Counted = (inputs: { count: number }, options?: Options) => string
type Word = (inputs: Record<never, never>, options?: Options) => string
const NAMED = { reserved: m.shared_beam_named_reserved, declined: m.shared_beam_named_declined, reconfirm: m.shared_beam_named_reconfirm, waiting: m.shared_beam_named_waiting } as const satisfies Record<(typeof EXCEPTIONS)[number], Named>
const COUNTED = { reserved: m.shared_beam_count_reserved, declined: m.shared_beam_count_declined, reconfirm: m.shared_beam_count_reconfirm, waiting: m.shared_beam_count_waiting } as const satisfies Record<(typeof EXCEPTIONS)[number], Counted>
const ABOUT = { passage: m.shared_beam_this_passage, message: m.shared_beam_this_message, text: m.shared_beam_this_text } as const satisfies Record<BeamAbout, Word>
const STATES = { carries: m.shared_state_carries, reserved: m.shared_state_reserved, waiting: m.shared_state_waiting, reconfirm: m.shared_state_reconfirm, declined: m.shared_state_declined, 'not-asked': m.shared_state_not_asked } as const satisfies Record<BeamState, Word>

/** *draagt met voorbehoud* */
export const stateWord = (state: BeamState): string => STATES[state]({})

/** Who carries with a reservation carries; provisional and *nee, tenzij* never reach the beam as reserved (S4). */
export const countCarrying = (segments: readonly Segment[]): number => segments.filter(({ state }) => state === 'carries' || state === 'reserved').length
/** The line closes over who was not asked. */
export function isClosed(segments: readonly Segment[]): boolean {
  const asked = askedSegments(segments)
  return asked.length > 0 && asked.every(({ state }) => state === 'carries')
}

/** `14 van 17 dragen deze alinea: 2 met voorbehoud, 1 niet, 2 wachten.` */
export function beamSentence(segments: readonly Segment[], nameOf: NameOf, about: BeamAbout, options: Options = {}): string {
  const what = ABOUT[about]({}, options)
  const of = askedSegments(segments).length
  if (of === 0) return m.shared_beam_nobody({ what }, options)
  const carrying = countCarrying(segments)
  if (isClosed(segments)) return of < segments.length ? m.shared_beam_all_asked({ of, what }, options) : m.shared_beam_all({ of, what }, options)
  const start = m.shared_beam_start({ carrying, of, what }, options)
  const exceptions = EXCEPTIONS.flatMap((state) => segments.filter((segment) => segment.state === state).map(({ organisationId }) => ({ state, organisationId })))
  if (exceptions.length <= 2) return `${start}; ${exceptions.map(({ state, organisationId }) => NAMED[state]({ name: nameOf(organisationId) }, options)).join('; ')}.`
  const counts = EXCEPTIONS.flatMap((state) => {
    const count = exceptions.filter((one) => one.state === state).length
    return count > 0 ? [COUNTED[state]({ count }, options)] : []
  })
  return `${start}: ${counts.join(', ')}.`
}
