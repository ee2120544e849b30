/** [L3e] Who hears by mail what became of a text they were asked about: each person once per event, for all organisations they answered for. */
import { positionOf, type AnswerKept } from './answer.ts'
import { isPartner, type Dossier } from './dossier.ts'
import type { Id } from './events.ts'
import type { Organisation } from './organisation.ts'
import { askedPersons } from './rounds.ts'
import { lastRound, takesPart, type Statement } from './statement.ts'

export type News = 'round-closed' | 'edition-published' | 'draft-reopened'
/** `asked`: whose personal link answers for that organisation now. `answer`: where it stands, or what this person said on personal title. */
export interface ToldFor { readonly organisationId: Id; readonly asked: boolean; readonly answer: AnswerKept | null }
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
  return [...persons].map(personId => ({
    personId, organisationId, asked: asked.includes(personId),
    // What somebody said on personal title is told where that person said nothing for the organisation.
    answer: standing?.personId === personId ? standing : personal.findLast(one => one.personId === personId) ?? standing,
  }))
}

/** The answer that counts, else the one that waits, else the last that was kept as late. */
function standingOf(statement: Statement, organisationId: Id): AnswerKept | null {
  const { current, pending, late } = positionOf(statement, organisationId)
  const id = pending ?? current ?? late.at(-1)
  return id === undefined ? null : statement.answers[id] ?? null
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
