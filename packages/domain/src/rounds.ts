/** A round as the statement's stream tells it: who was asked, by when, under which rules, and how it ended. */
import type { Id, Instant, Kept, Listed, RoundDates, Sha256, StatementFact } from './events.ts'

/** A person asked to answer for an organisation: for this statement that is a mandate (M1), until it ends. */
export interface AskedPerson {
  readonly organisationId: Id; readonly personId: Id; readonly reason: string | null; readonly at: Instant
  readonly ended: 'replaced' | 'not-authorised' | null
}

export interface Round {
  readonly roundId: Id
  readonly number: number
  readonly version: Sha256
  readonly edition: number
  readonly openedAt: Instant
  readonly dates: RoundDates
  readonly asked: readonly AskedPerson[]
  readonly mustAnswer: readonly Id[]
  readonly lifted: readonly { readonly organisationId: Id; readonly reason: string }[]
  readonly minimum: number | null
  readonly proposalsAllowed: boolean
  readonly silenceRule: string | null
  /** [L4] Who accepted the silence rule, for which organisation. */
  readonly silenceAccepted: readonly { readonly organisationId: Id; readonly personId: Id }[]
  readonly status: 'open' | 'stopped' | 'closed'
  readonly closedAt: Instant | null
  readonly stoppedBecause: string | null
  readonly adopted: { readonly version: Sha256; readonly list: readonly Listed[]; readonly at: Instant } | null
  readonly reminders: readonly { readonly organisationId: Id; readonly personId: Id; readonly at: Instant }[]
  readonly reads: readonly { readonly organisationId: Id; readonly personId: Id; readonly version: Sha256; readonly at: Instant }[]
  readonly questions: readonly { readonly organisationId: Id; readonly personId: Id; readonly text: string; readonly at: Instant }[]
  /** [S1] Whom a person without authority named instead; the coordinator invites. */
  readonly named: readonly { readonly organisationId: Id; readonly by: Id; readonly personId: Id | null; readonly at: Instant }[]
}

const ROUND_FACTS = [
  'round-date-moved', 'person-asked', 'silence-rule-accepted', 'must-answer-lifted', 'reminder-sent', 'round-stopped', 'round-closed', 'closing-withdrawn',
  'version-read', 'not-authorised-stated', 'question-asked', 'statement-adopted', 'adoption-withdrawn',
] as const
type KeptRoundFact = Extract<Kept<StatementFact>, { type: (typeof ROUND_FACTS)[number] }>

export const isRoundFact = (event: Kept<StatementFact>): event is KeptRoundFact => ROUND_FACTS.some(type => type === event.type)

export function roundFrom(data: Extract<StatementFact, { type: 'round-opened' }>['data'], at: Instant, number: number): Round {
  return {
    ...data, number, openedAt: at, asked: data.asked.map(one => ({ ...one, at, ended: null })), lifted: [], silenceAccepted: [],
    status: 'open', closedAt: null, stoppedBecause: null, adopted: null, reminders: [], reads: [], questions: [], named: [],
  }
}

export function applyToRounds(rounds: readonly Round[], event: KeptRoundFact): readonly Round[] {
  const { data } = event
  return data === null ? rounds : rounds.map(round => (round.roundId === data.roundId ? { ...round, ...changeOf(round, event) } : round))
}

function changeOf(round: Round, event: KeptRoundFact): Partial<Round> {
  if (event.data === null) return {}
  const { at } = event
  switch (event.type) {
    case 'round-date-moved': return { dates: event.data.dates }
    case 'person-asked': {
      const { organisationId, personId, reason, replaces } = event.data
      const kept = round.asked.map(one => (one.organisationId === organisationId && one.personId === replaces && one.ended === null ? { ...one, ended: 'replaced' as const } : one))
      return { asked: [...kept, { organisationId, personId, reason, at, ended: null }] }
    }
    case 'silence-rule-accepted': {
      const { organisationId, personId } = event.data
      return { silenceAccepted: [...round.silenceAccepted.filter(one => one.organisationId !== organisationId), { organisationId, personId }] }
    }
    case 'must-answer-lifted': return { lifted: [...round.lifted, { organisationId: event.data.organisationId, reason: event.data.reason }] }
    case 'reminder-sent': return { reminders: [...round.reminders, { organisationId: event.data.organisationId, personId: event.data.personId, at }] }
    case 'round-stopped': return { status: 'stopped', stoppedBecause: event.data.reason }
    case 'round-closed': return { status: 'closed', closedAt: at }
    case 'closing-withdrawn': return { status: 'open', closedAt: null }
    case 'version-read': {
      const { organisationId, personId, version } = event.data
      return { reads: [...round.reads, { organisationId, personId, version, at }] }
    }
    case 'not-authorised-stated': {
      const { organisationId, personId, named } = event.data
      return {
        asked: round.asked.map(one => (one.organisationId === organisationId && one.personId === personId && one.ended === null ? { ...one, ended: 'not-authorised' as const } : one)),
        named: [...round.named, { organisationId, by: personId, personId: named, at }],
      }
    }
    case 'question-asked': return { questions: [...round.questions, { organisationId: event.data.organisationId, personId: event.data.personId, text: event.data.text, at }] }
    case 'statement-adopted': return { adopted: { version: event.data.version, list: event.data.list, at } }
    case 'adoption-withdrawn': return { adopted: null }
  }
}

/** The persons of an organisation who may answer in this round because they were named for it. */
export const askedPersons = (round: Round, organisationId: Id): readonly AskedPerson[] =>
  round.asked.filter(one => one.organisationId === organisationId && one.ended === null)
export const isAsked = (round: Round, organisationId: Id): boolean => round.asked.some(one => one.organisationId === organisationId)
/** The organisations asked, each once, in the order in which they were asked. */
export const askedOrganisations = (round: Round): readonly Id[] => [...new Set(round.asked.map(one => one.organisationId))]
/** [S3] Those whose answer is still required: lifted ones no longer. */
export const stillRequired = (round: Round): readonly Id[] =>
  round.mustAnswer.filter(id => !round.lifted.some(one => one.organisationId === id))
