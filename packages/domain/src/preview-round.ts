/** [L2, V3] What opening a round would ask: of whom and why, who answers for whom, and who stands without being asked. */
import { noBefore, positionOf, type AnswerKept } from './answer.ts'
import { countingAnswer, hasOpenConditions, unsettled, verdictsOn } from './coverage.ts'
import { isPartner, type Dossier } from './dossier.ts'
import type { Day, Id, Instant } from './events.ts'
import { earliestFeasible, mandateHolders } from './mandate.ts'
import type { Organisation } from './organisation.ts'
import type { PassagePrint } from './passage.ts'
import { askedPersons } from './rounds.ts'
import { lastRound, takesPart, type Statement } from './statement.ts'

export type AskBecause = 'never-answered' | 'provisional' | 'declined-before' | 'withdrew' | 'passages-changed' | 'passages-new' | 'condition-gone' | 'conditions-open'
export interface Proposed {
  readonly organisationId: Id
  /** Null: its answer stands on every passage, so it is not asked again (V3), and would be carried forward. */
  readonly because: AskBecause | null
  /** Proposed to be asked. Who declined is not: its no stands until it says otherwise, and the coordinator may ask all the same. */
  readonly ask: boolean
  readonly passageIds: readonly string[]
  /** Who would answer, and on whose authority. None: somebody has to be named. */
  readonly persons: readonly { readonly personId: Id; readonly because: 'mandate' | 'answered-before' | 'asked-before' }[]
  readonly feasibleOn: Day | null
  /** Would be listed if nobody said anything more. */
  readonly stands: boolean
}

export interface PreviewAsk {
  readonly statement: Statement; readonly dossier: Dossier; readonly organisations: readonly Organisation[]; readonly passages: readonly PassagePrint[]; readonly now: Instant
}

export function previewRound({ statement, dossier, organisations, passages, now }: PreviewAsk): readonly Proposed[] {
  return organisations.filter(one => isPartner(dossier, one.id) && takesPart(statement, one.id)).map(organisation => {
    const { because, passageIds } = whyAsk(statement, organisation.id, passages)
    return {
      organisationId: organisation.id, because, ask: because !== null && because !== 'declined-before', passageIds, persons: answerers(statement, organisation, now),
      feasibleOn: earliestFeasible(organisation, now, dossier.zone), stands: because === null,
    }
  })
}

/** What an organisation answered that counts, and why it would be asked again: who is asked is told both. */
export interface AnsweredBefore { readonly answer: AnswerKept; readonly because: AskBecause | null; readonly passages: readonly { readonly passageId: string; readonly is: 'changed' | 'new' }[] }

export function answeredBefore(statement: Statement, organisationId: Id, passages: readonly PassagePrint[]): AnsweredBefore | null {
  const answer = countingAnswer(statement, organisationId) ?? noBefore(statement, organisationId)
  if (answer === null) return null
  const { because, passageIds } = whyAsk(statement, organisationId, passages)
  const verdicts = verdictsOn(statement, answer, passages).passages
  // A condition that vanished stands nowhere in this text.
  return { answer, because, passages: passageIds.filter(id => verdicts[id] !== undefined).map(passageId => ({ passageId, is: verdicts[passageId] === 'reconfirm' ? 'changed' : 'new' })) }
}

function whyAsk(statement: Statement, organisationId: Id, passages: readonly PassagePrint[]): { because: AskBecause | null; passageIds: readonly string[] } {
  const position = positionOf(statement, organisationId)
  const whole = (because: AskBecause) => ({ because, passageIds: [] })
  if (position.state === 'asked') return whole(noBefore(statement, organisationId) === null ? 'never-answered' : 'declined-before')
  if (position.state === 'provisional') return whole('provisional')
  if (position.state === 'declined') return whole('declined-before')
  const answer = countingAnswer(statement, organisationId)
  if (answer === null) return whole('withdrew')
  if (hasOpenConditions(answer)) return whole('conditions-open')
  const open = unsettled(statement, answer, passages)
  if (open.length === 0) return { because: null, passageIds: [] }
  const verdicts = verdictsOn(statement, answer, passages).passages
  const changed = open.some(id => verdicts[id] === 'reconfirm')
  return { because: changed ? 'passages-changed' : open.some(id => verdicts[id] === 'not-asked') ? 'passages-new' : 'condition-gone', passageIds: open }
}

/** Recorded mandates first; then whoever was named for it in the last round, and whether that person then gave an answer that counted. */
function answerers(statement: Statement, organisation: Organisation, now: Instant): Proposed['persons'] {
  const holders = mandateHolders(statement, organisation, now)
  const round = lastRound(statement)
  const before = round === undefined ? [] : askedPersons(round, organisation.id).map(one => one.personId).filter(id => !holders.includes(id))
  const hasAnswered = (personId: Id) => Object.values(statement.answers).some(one => one.roundId === round?.roundId && one.organisationId === organisation.id && one.personId === personId
    && one.capacity === 'organisation' && one.standing === 'counts' && one.ended?.how !== 'mistaken')
  return [...holders.map(personId => ({ personId, because: 'mandate' as const })), ...[...new Set(before)].map(personId => ({ personId, because: hasAnswered(personId) ? 'answered-before' as const : 'asked-before' as const }))]
}
