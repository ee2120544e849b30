/** [L3e] Who hears by mail what became of a text they were asked about: each person once per event, for all organisations they answered for. */
import { isKeptLate, noBefore, positionOf, type AnswerKept } from './answer.ts'
import { unsettled } from './coverage.ts'
import { isPartner, type Dossier } from './dossier.ts'
import type { Id } from './events.ts'
import type { Organisation } from './organisation.ts'
import { askedPersons } from './rounds.ts'
import { lastRound, takesPart, versionOf, type Statement } from './statement.ts'

export type News = 'round-closed' | 'edition-published' | 'draft-reopened'
/**
 * `asked`: whose personal link answers for that organisation now. `answer`: where it stands, or what this person said on personal title.
 * `reconfirm`: that answer was given on other words, and does not speak for the text of this round.
 */
export interface ToldFor { readonly organisationId: Id; readonly asked: boolean; readonly answer: AnswerKept | null; readonly reconfirm: boolean }
export interface Told { readonly personId: Id; readonly for: readonly ToldFor[] }

export function whoIsTold(news: News, { statement, dossier, organisations }: { readonly statement: Statement; readonly dossier: Dossier; readonly organisations: readonly Organisation[] }): Told[] {
  const all = organisations.filter(one => isPartner(dossier, one.id) && takesPart(statement, one.id)).flatMap(organisation =>
    personsOf(statement, organisation.id).filter(one => isConcerned(news, statement, one) && (organisation.people[one.personId]?.leftAt ?? null) === null))
  return [...new Set(all.map(one => one.personId))].map(personId => ({ personId, for: all.filter(one => one.personId === personId).map(({ personId: _personId, ...rest }) => rest) }))
}

type Concerned = ToldFor & { readonly personId: Id }

/** Who is asked for an organisation in the last round, and who gave the answer that stands for it, each once. */
function personsOf(statement: Statement, organisationId: Id): Concerned[] {
  const round = lastRound(statement)
  const standing = standingOf(statement, organisationId)
  const asked = round === undefined ? [] : askedPersons(round, organisationId).map(one => one.personId)
  const personal = positionOf(statement, organisationId).history.flatMap(id => statement.answers[id] ?? [])
    .filter(one => one.capacity === 'personal' && one.ended === null && one.roundId === round?.roundId)
  const persons = new Set([...asked, ...(standing === null ? [] : [standing.personId]), ...personal.map(one => one.personId)])
  return [...persons].map(personId => {
    // What somebody said on personal title is told where that person said nothing for the organisation.
    const answer = standing?.personId === personId ? standing : personal.findLast(one => one.personId === personId) ?? standing
    return { personId, organisationId, asked: asked.includes(personId), answer, reconfirm: asksReconfirming(statement, answer) }
  })
}

/** [V3] Whether an answer that counts was given on words that this round no longer holds. A no covers nothing, and what is kept as late counts for nothing yet. */
function asksReconfirming(statement: Statement, answer: AnswerKept | null): boolean {
  const version = versionOf(statement, lastRound(statement)?.version ?? '')
  if (answer === null || version === undefined || answer.capacity === 'personal' || answer.answer === 'declined' || answer.standing !== 'counts' || isKeptLate(answer)) return false
  return unsettled(statement, answer, version.passages).length > 0
}

/** The answer that waits, else the one that counts, else the last that was kept as late; that one also where what counts speaks for other words; else a no from before. */
function standingOf(statement: Statement, organisationId: Id): AnswerKept | null {
  const { current, pending, late } = positionOf(statement, organisationId)
  const answer = (id: Id | null | undefined) => (id == null ? null : statement.answers[id] ?? null)
  const counts = answer(current)
  const kept = answer(late.at(-1))
  return answer(pending) ?? (kept !== null && asksReconfirming(statement, counts) ? kept : counts ?? kept ?? noBefore(statement, organisationId))
}

/**
 * The closing is for everybody who was asked: who stayed silent can still answer late, and hears so from nobody else.
 * Editions are not for who declined or withdrew; a draft that opens again is only for who signed it.
 */
function isConcerned(news: News, statement: Statement, { answer, organisationId }: Concerned): boolean {
  switch (news) {
    case 'round-closed': return true
    case 'edition-published': return answer === null ? positionOf(statement, organisationId).state !== 'withdrawn' : answer.answer !== 'declined'
    case 'draft-reopened': return answer !== null && answer.answer !== 'declined'
  }
}
