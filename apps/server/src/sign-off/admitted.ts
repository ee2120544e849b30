/** [L5] Tells who answered late that it counts now, and for which edition. */
import type { AnswerKept } from '@draagvlak/domain/answer'
import type { Instant } from '@draagvlak/domain/events'
import { nameOn, type Organisation } from '@draagvlak/domain/organisation'
import { workingEdition, type Statement } from '@draagvlak/domain/statement'
import type { Deps } from '../deps.ts'
import { dayOf } from '../directory/views.ts'
import { putMail } from '../mail/outbox.ts'
import { lateAdmittedMail } from '../mail/round-letters.ts'
import { personsById } from '../people/persons.ts'
import { linkFor, titleOf, urlOfLink } from '../round/people.ts'
import type { Trx } from '../store/database.ts'
import { answerInWords } from './in-words.ts'

interface Admitted { readonly statement: Statement; readonly organisation: Organisation; readonly answer: AnswerKept; readonly to: 'this-edition' | 'next-edition'; readonly now: Instant }

export async function tellAdmitted(deps: Deps, trx: Trx, { statement, organisation, answer, to, now }: Admitted): Promise<void> {
  const { personId, organisationId, roundId } = answer
  const person = (await personsById(trx, [personId])).get(personId)
  // Who left the organisation hears of its answers no more (M1d).
  if (!person?.email || (organisation.people[personId]?.leftAt ?? null) !== null) return
  const url = urlOfLink(deps, await linkFor(trx, { statementId: statement.id, roundId, organisationId, personId, now }))
  await putMail(trx, now, {
    personId, address: person.email, kind: 'late-admitted', statementId: statement.id, organisationId,
    ...lateAdmittedMail(person.language, {
      name: person.name, organisation: nameOn(organisation, dayOf(now)), title: titleOf(statement, answer), url, answer: answerInWords(answer.answer, person.language),
      edition: workingEdition(statement), next: to === 'next-edition',
    }),
  })
}
