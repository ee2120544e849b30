/** What the coordinator fills in before a round opens, and the round it comes to, or why not yet. */
import type { AskGround, openRound, previewRound } from '@draagvlak/api/round'
import type { AnswerOf, BodyInOf } from '@draagvlak/api/endpoint'
import type { Refusal } from '@draagvlak/domain/refusals'
import { m } from '@draagvlak/messages/m'
import { sayWhy } from '@draagvlak/messages/refusals'
import { datesOf, typedDates, type TypedDates } from './DatesFields.tsx'
import { listOfNames } from './rules.ts'

export type Preview = AnswerOf<typeof previewRound>
export type PreviewPartner = Preview['partners'][number]

/** Somebody who is asked here for the first time: the round mails this person the question, and nothing else. */
export interface NewPerson { readonly name: string; readonly email: string; readonly function: string }

export interface RoundWish {
  /** By organisation: who is asked; empty where nobody is chosen yet. */
  readonly persons: Readonly<Record<string, string>>
  /** By the name that stands for them in `persons`: who is new. */
  readonly newcomers: Readonly<Record<string, NewPerson>>
  readonly asked: readonly string[]
  readonly mustAnswer: readonly string[]
  /** As typed. */
  readonly minimum: string
  readonly dates: TypedDates
  readonly proposalsAllowed: boolean
  readonly note: string
}

/** Why the chosen person answers; null where nobody is chosen. Who was only just named here is known for no other reason. */
export const groundOf = ({ candidates }: PreviewPartner, chosen: string): AskGround | null =>
  chosen === '' ? null : candidates.find(({ personId }) => personId === chosen)?.ground ?? 'colleague'

/** Everybody the law proposes to ask is asked; who answers is chosen where one person is the obvious one. */
export const firstWish = ({ partners, suggestedDates }: Preview): RoundWish => ({
  asked: partners.filter(({ ask }) => ask).map(({ organisation }) => organisation.id),
  persons: Object.fromEntries(partners.map(({ organisation, person }) => [organisation.id, person?.personId ?? ''])),
  newcomers: {}, mustAnswer: [], minimum: '', dates: typedDates(suggestedDates), proposalsAllowed: false, note: '',
})

/** How many a minimum may count: who is asked and who stands already. */
export const mayCarry = ({ partners }: Preview, { asked }: RoundWish): number => asked.length + partners.filter(({ organisation, because }) => because === 'stands' && !asked.includes(organisation.id)).length

/** The body of the request, or the first thing in the way. */
export function roundOf(preview: Preview, wish: RoundWish, now: string): { readonly body: BodyInOf<typeof openRound> } | { readonly because: string } {
  const refusal = preview.refusals[0]
  if (refusal) return { because: sayWhy(refusal as Refusal) }
  if (preview.findings.some(({ severity }) => severity === 'must')) return { because: m.team_open_must_first() }
  if (mayCarry(preview, wish) === 0) return { because: sayWhy('asks-nobody') }
  const unnamed = preview.partners.filter(({ organisation }) => wish.asked.includes(organisation.id) && !wish.persons[organisation.id])
  if (unnamed.length > 0) return { because: unnamed.length > 3 ? m.team_open_unnamed_count({ count: unnamed.length }) : m.team_open_unnamed({ names: listOfNames(unnamed.map(({ organisation }) => organisation.name)) }) }
  const minimum = wish.minimum.trim() === '' ? null : Number(wish.minimum)
  if (minimum !== null && (!Number.isInteger(minimum) || minimum < 1 || minimum > mayCarry(preview, wish))) return { because: m.team_open_minimum_range({ of: mayCarry(preview, wish) }) }
  const dates = datesOf(wish.dates, now)
  if ('because' in dates) return dates
  return {
    body: {
      dates: dates.dates, minimum, proposalsAllowed: wish.proposalsAllowed, note: wish.note.trim() || null, mustAnswer: wish.mustAnswer.filter((id) => wish.asked.includes(id)),
      asked: wish.asked.map((organisationId) => {
        const personId = wish.persons[organisationId]!
        const person = wish.newcomers[personId]
        return person ? { organisationId, person, reason: null } : { organisationId, personId, reason: null }
      }),
    },
  }
}
