/** The life of a statement around its rounds: start, rename, who takes part, rights, archive, delete, stop, duplicate. */
import { recorded, refuse, type Decision } from './decision.ts'
import { isPartner, type Dossier } from './dossier.ts'
import type { Id, Right, StatementFact } from './events.ts'
import type { Language, StatementType } from './passage.ts'
import { isWithin } from './invitation.ts'
import type { Organisation } from './organisation.ts'
import { rightOf } from './access.ts'
import { phaseOf, standingEdition, takesPart, type Statement } from './statement.ts'

export interface StartStatement {
  readonly type: StatementType; readonly language: Language; readonly title: string; readonly slug: string; readonly wordBudget: number | null
  /** Null: every partner of the dossier takes part. */
  readonly participants: readonly Id[] | null
}

export function decideStart(dossier: Dossier, { participants, ...wish }: StartStatement): Decision<StatementFact> {
  if (wish.title.trim() === '') return refuse('needs-a-name')
  if (participants?.some(id => !isPartner(dossier, id))) return refuse('not-a-partner')
  return recorded<StatementFact>(
    { type: 'statement-started', data: { ...wish, dossierId: dossier.id, copiedFrom: null } },
    ...(participants === null ? [] : [{ type: 'participants-set', data: { organisationIds: [...new Set(participants)] } } as const]),
  )
}

/** [S7] A copy takes over the text's type, language and participants; answers and consents never travel. */
export function decideDuplicate(statement: Statement, wish: { title: string; slug: string }): Decision<StatementFact> {
  if (wish.title.trim() === '') return refuse('needs-a-name')
  const { dossierId, type, language, wordBudget, id, participants } = statement
  return recorded<StatementFact>(
    { type: 'statement-started', data: { dossierId, type, language, title: wish.title, slug: wish.slug, wordBudget, copiedFrom: id } },
    ...(participants === 'all' ? [] : [{ type: 'participants-set', data: { organisationIds: participants } } as const]),
  )
}

/** The working title in lists; the signed title is a passage. */
export function decideRename(statement: Statement, wish: { title: string }): Decision<StatementFact> {
  if (wish.title.trim() === '') return refuse('needs-a-name')
  return wish.title === statement.title ? recorded() : recorded({ type: 'statement-renamed', data: wish })
}

export function decideSetWordBudget(statement: Statement, wish: { wordBudget: number | null }): Decision<StatementFact> {
  return wish.wordBudget === statement.wordBudget ? recorded() : recorded({ type: 'word-budget-set', data: wish })
}

const sameChoice = (a: Statement['participants'], b: Statement['participants']): boolean => (a === 'all' || b === 'all' ? a === b : a.length === b.length && a.every(id => b.includes(id)))

/** `all` takes in whoever becomes a partner later; naming all of today does not, and is another choice. Whoever was asked already can't be taken out this way: withdrawing is theirs, ending a partnership the dossier's. */
export function decideSetParticipants(statement: Statement, dossier: Dossier, wish: { organisationIds: readonly Id[] | 'all' }): Decision<StatementFact> {
  const { organisationIds } = wish
  if (organisationIds !== 'all') {
    if (organisationIds.some(id => !isPartner(dossier, id))) return refuse('not-a-partner')
    if (Object.keys(statement.positions).some(id => isPartner(dossier, id) && !organisationIds.includes(id))) return refuse('partners-were-asked')
  }
  const chosen = organisationIds === 'all' ? 'all' : [...new Set(organisationIds)]
  return sameChoice(statement.participants, chosen) ? recorded() : recorded({ type: 'participants-set', data: { organisationIds: chosen } })
}

export interface SetStatementRight {
  readonly organisationId: Id; readonly personId: Id
  /** Null: none on this text, whatever the dossier gives. `as-dossier`: what the dossier gives. */
  readonly right: Right | null | 'as-dossier'
  readonly as: 'coordinator' | 'mandate-holder'
}

/** One person on one text, in place of what the dossier gives; a mandate holder stays within what the partner has there. */
export function decideSetStatementRight(statement: Statement, dossier: Dossier, organisation: Organisation, { as, right, ...who }: SetStatementRight): Decision<StatementFact> {
  const { organisationId, personId } = who
  if (!isPartner(dossier, organisationId) || !takesPart(statement, organisationId)) return refuse('not-a-partner')
  if (organisation.people[personId]?.leftAt !== null) return refuse('no-such-person')
  const comesTo = right === 'as-dossier' ? dossier.rights[organisationId]?.[personId] ?? null : right
  if (as === 'mandate-holder' && comesTo !== null && !isWithin(comesTo, widestStatementRight(statement, dossier, organisationId))) return refuse('right-exceeds-own')
  const own = statement.rights[organisationId]?.[personId]
  if (right === 'as-dossier') return own === undefined ? recorded() : recorded({ type: 'right-follows-dossier', data: who })
  return own === right ? recorded() : recorded({ type: 'right-set', data: { ...who, right } })
}

/** The widest right that anyone of a partner has on this text, or that the dossier gives whoever comes. */
function widestStatementRight(statement: Statement, dossier: Dossier, organisationId: Id): Right {
  const people = new Set([...Object.keys(dossier.rights[organisationId] ?? {}), ...Object.keys(statement.rights[organisationId] ?? {})])
  const rights = [...people].flatMap(personId => rightOf(personId, organisationId, dossier, statement) ?? [])
  return rights.reduce((widest, right) => (isWithin(right, widest) ? widest : right), dossier.defaultRight)
}

export function decideArchive(statement: Statement, wish: { archived: boolean }): Decision<StatementFact> {
  if ((statement.archivedAt !== null) === wish.archived) return recorded()
  return recorded({ type: wish.archived ? 'statement-archived' : 'statement-unarchived', data: {} })
}

/** Only while nobody was asked about it. */
export function decideDelete(statement: Statement): Decision<StatementFact> {
  if (statement.deletedAt !== null) return recorded()
  return statement.rounds.length > 0 || Object.keys(statement.positions).length > 0 ? refuse('partners-were-asked') : recorded({ type: 'statement-deleted', data: {} })
}

/** [L1] Final: to go on, duplicate. Once an edition stands there is nothing left to stop. */
export function decideStop(statement: Statement, wish: { reason: string }): Decision<StatementFact> {
  if (statement.stopped !== null) return recorded()
  if (phaseOf(statement) === 'stopped') return refuse('not-at-this-stage')
  if (standingEdition(statement) !== undefined) return refuse('already-published')
  return wish.reason.trim() === '' ? refuse('needs-a-reason') : recorded({ type: 'statement-stopped', data: wish })
}
