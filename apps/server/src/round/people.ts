/** Who is asked in a round, as people with an address, and the personal link of each. */
import type { Id } from '@draagvlak/domain/events'
import type { Organisation } from '@draagvlak/domain/organisation'
import { nameOn } from '@draagvlak/domain/organisation'
import { askedPersons, type Round } from '@draagvlak/domain/rounds'
import { positionOf } from '@draagvlak/domain/answer'
import { versionOf, type Statement } from '@draagvlak/domain/statement'
import type { Deps } from '../deps.ts'
import { dayOf } from '../directory/views.ts'
import { newId, signedToken } from '../ids.ts'
import type { RoundMail } from '../mail/round-letters.ts'
import { personsById, type Person } from '../people/persons.ts'
import type { Trx } from '../store/database.ts'

/** What a link is sent for; one that asks for a logo never answers, and its token is no token of the other kind. */
export type Purpose = 'answer' | 'logo'
const PLACE = { answer: 's', logo: 'logo' } as const satisfies Record<Purpose, string>
export const urlOfLink = (deps: Pick<Deps, 'config' | 'secret'>, linkId: Id, purpose: Purpose = 'answer'): string => `${deps.config.baseUrl}/${PLACE[purpose]}/${signedToken(deps.secret, purpose, linkId)}`

/** One link per person, round, organisation and purpose: asking again gives the same link. */
export async function linkFor(trx: Trx, { statementId, roundId, organisationId, personId, now, purpose = 'answer' }: { statementId: Id; roundId: Id; organisationId: Id; personId: Id; now: string; purpose?: Purpose }): Promise<Id> {
  const known = await trx.selectFrom('personal_links').select('id').where('round_id', '=', roundId).where('organisation_id', '=', organisationId).where('person_id', '=', personId).where('purpose', '=', purpose).where('revoked_at', 'is', null).executeTakeFirst()
  if (known) return known.id
  const id = newId()
  await trx.insertInto('personal_links').values({ id, statement_id: statementId, round_id: roundId, organisation_id: organisationId, person_id: personId, purpose, created_at: now }).execute()
  return id
}

export interface Addressed { readonly person: Person; readonly organisationId: Id; readonly mail: RoundMail }

/** Everybody of these organisations who is asked now and has an address, with what a mail to them needs. */
export async function addressed(deps: Deps, trx: Trx, now: string, { statement, round, organisations }: { statement: Statement; round: Round; organisations: readonly Organisation[] }): Promise<Addressed[]> {
  const asked = organisations.flatMap((organisation) => askedPersons(round, organisation.id).map((one) => ({ organisation, personId: one.personId })))
  const persons = await personsById(trx, asked.map((one) => one.personId))
  const found: Addressed[] = []
  for (const { organisation, personId } of asked) {
    const person = persons.get(personId)
    if (!person?.email) continue
    const linkId = await linkFor(trx, { statementId: statement.id, roundId: round.roundId, organisationId: organisation.id, personId, now })
    found.push({ person, organisationId: organisation.id, mail: { name: person.name, organisation: nameOn(organisation, dayOf(now)), title: titleOf(statement, round), dates: round.dates, url: urlOfLink(deps, linkId) } })
  }
  return found
}

/** The signed title where the version has one, else the working title. */
export const titleOf = (statement: Statement, round: Pick<Round, 'version'>): string => versionOf(statement, round.version)?.title || statement.title

/** Who has not given an answer that counts in this round. */
export const unanswered = (statement: Statement, round: Round, organisations: readonly Organisation[]): Organisation[] =>
  organisations.filter((organisation) => {
    const position = positionOf(statement, organisation.id)
    const current = position.current === null ? undefined : statement.answers[position.current]
    return current?.roundId !== round.roundId
  })

const WORDS_A_MINUTE = 200
export const minutesFor = (words: number): number => Math.max(1, Math.round(words / WORDS_A_MINUTE))
