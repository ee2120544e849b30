/** Answers from the workspace: by session, for the organisation acted for. */
import * as api from '@draagvlak/api/sign-off'
import { decideRevokeConsent } from '@draagvlak/domain/consent'
import { streamOf } from '@draagvlak/domain/events'
import { decidePrepare, decideResolve } from '@draagvlak/domain/prepare'
import { preparedIn } from '@draagvlak/domain/private'
import { decideAdmitLate, decideConditionMet, decideConfirmConditions, decideDiscussFirst, decideMistake, decideNameInPrint, decideRatify, decideWithdraw } from '@draagvlak/domain/sign-off-acts'
import { decideConfirmTelephone, decideTelephone } from '@draagvlak/domain/telephone'
import { lastRound } from '@draagvlak/domain/statement'
import type { Endpoint } from '@draagvlak/api/endpoint'
import type { Deps } from '../deps.ts'
import { No, refused } from '../http/no.ts'
import type { Call, On } from '../http/route.ts'
import { newId } from '../ids.ts'
import { personsById } from '../people/persons.ts'
import { tellAdmitted } from './admitted.ts'
import { currentAnswer, giveAnswer, giveConsent, onStatement, receiptOf, type Answerer } from './answering.ts'

type InStatement = Pick<Call<Endpoint>, 'by' | 'situation'>
/** The law has looked: who gets here is somebody, for an organisation. */
const answererOf = ({ by, situation }: InStatement): Answerer => ({ statementId: situation.statement!.id, organisationId: by.organisationId!, personId: by.personId!, by })
const nothing = (done: object): undefined | No => (done instanceof No ? done : undefined)

export function signOffRoutes(on: On, deps: Deps): void {
  on(api.giveAnswer, (call) => giveAnswer(deps, answererOf(call), call.body, undefined))
  on(api.discussFirst, async (call) => {
    const who = answererOf(call)
    const done = await onStatement(deps, who, (statement, organisation, now) => decideDiscussFirst(statement, organisation, { roundId: lastRound(statement)?.roundId ?? '', personId: who.personId, until: call.body.until }, now))
    return done instanceof No ? done : receiptOf(deps, who, done, 'discuss-first', 'unchanged', null, { until: call.body.until })
  })
  on(api.ratify, async (call) => {
    const who = answererOf(call)
    const done = await onStatement(deps, who, (statement, organisation, now) => decideRatify(statement, organisation, { answerId: call.params.answerId, personId: who.personId, hasRead: call.body.haveRead, isAuthorised: call.body.mayAnswer }, now))
    return done instanceof No ? done : receiptOf(deps, who, done, done.statement.answers[call.params.answerId]?.answer ?? 'agreed', 'unchanged', null)
  })
  on(api.confirmTelephone, async (call) => {
    const who = answererOf(call)
    const done = await onStatement(deps, who, (statement, organisation, now) => decideConfirmTelephone(statement, organisation, { answerId: call.params.answerId, personId: who.personId, hasRead: call.body.haveRead, isAuthorised: call.body.mayAnswer }, now))
    return done instanceof No ? done : receiptOf(deps, who, done, 'agreed', 'unchanged', null)
  })
  on(api.withdrawAnswer, async (call) => {
    const who = answererOf(call)
    return nothing(await onStatement(deps, who, (statement, organisation, now) => decideWithdraw(statement, organisation, { answerId: currentAnswer(statement, organisation.id)?.answerId ?? '', personId: who.personId, reason: call.body.reason }, now)))
  })
  on(api.markMistake, async (call) => {
    const who = answererOf(call)
    return nothing(await onStatement(deps, who, (statement, organisation, now) => decideMistake(statement, organisation, { answerId: currentAnswer(statement, organisation.id)?.answerId ?? '', personId: who.personId, reason: call.body.reason }, now)))
  })
  on(api.confirmConditions, async (call) => {
    const who = answererOf(call)
    return nothing(await onStatement(deps, who, (statement, organisation, now) => decideConfirmConditions(statement, organisation, { answerId: call.params.answerId, reservationId: call.body.reservationId, personId: who.personId }, now)))
  })
  on(api.setNameInPrint, async (call) => {
    const who = answererOf(call)
    return nothing(await onStatement(deps, who, (statement) => decideNameInPrint(statement, { personId: who.personId, organisationId: who.organisationId, allowed: call.body.allowed })))
  })
  on(api.giveConsent, async (call) => nothing(await giveConsent(deps, answererOf(call), call.body)))
  on(api.revokeConsent, async (call) => nothing(await onStatement(deps, answererOf(call), (statement, organisation) => decideRevokeConsent(statement, organisation, { consentId: call.params.consentId, reason: null }))))

  // What the coordinator does about the answers of others.
  on(api.enterTelephone, async (call) => {
    const { organisationId, personId } = call.body
    const who: Answerer = { statementId: call.params.statementId, organisationId, personId, by: { ...call.by, via: 'telephone' } }
    return nothing(await onStatement(deps, who, (statement, organisation, now) => {
      const round = lastRound(statement)
      return round ? decideTelephone(statement, organisation, { answerId: newId(), roundId: round.roundId, version: round.version, personId }, now) : { ok: false, because: 'no-round' }
    }))
  })
  on(api.admitLate, async (call) => {
    const { answerId } = call.params
    const given = call.situation.statement?.answers[answerId]
    const organisation = given ? await deps.events.state(streamOf.organisation(given.organisationId)) : null
    const outcome = await deps.events.decide({ write: streamOf.statement(call.params.statementId), by: call.by }, ({ state, now }) => {
      const statement = state(streamOf.statement(call.params.statementId))!
      const decision = decideAdmitLate(statement, { answerId, to: call.body.to })
      if (!decision.ok || !organisation) return decision
      return { ...decision, with: async (trx, recorded) => { if (recorded.length > 0) await tellAdmitted(deps, trx, { statement, organisation, answer: statement.answers[answerId]!, to: call.body.to, now }) } }
    })
    deps.mailWaits()
    return outcome.ok ? undefined : refused(outcome.because)
  })
  on(api.markConditionMet, async (call) => {
    const { reservationId, condition } = call.body
    const outcome = await deps.events.decide({ write: streamOf.statement(call.params.statementId), by: call.by }, ({ state }) => decideConditionMet(state(streamOf.statement(call.params.statementId))!, { answerId: call.params.answerId, reservationId, condition }))
    return outcome.ok ? undefined : refused(outcome.because)
  })

  // Inside one organisation: its own stream, and for the others only that it is being considered (P1, M3).
  on(api.prepareAnswer, async (call) => {
    const who = answererOf(call)
    const streams = { statement: streamOf.statement(who.statementId), layer: streamOf.private(who.statementId, who.organisationId), organisation: streamOf.organisation(who.organisationId) }
    const outcome = await deps.events.decide({ write: [streams.statement, streams.layer], read: [streams.organisation], by: call.by }, ({ state }) => {
      const statement = state(streams.statement)!
      const decision = decidePrepare(statement, state(streams.layer), state(streams.organisation)!, { preparedId: newId(), roundId: lastRound(statement)?.roundId ?? '', version: call.body.version, personId: who.personId, answer: call.body.answer, note: call.body.note })
      return decision.ok ? { ok: true, facts: decision.facts, by: { ...call.by, personId: null }, elsewhere: { [streams.layer]: decision.privately } } : decision
    })
    return outcome.ok ? undefined : refused(outcome.because)
  })
  // The layer is that of the organisation acted for; there is no way to ask for another one.
  on(api.listPrepared, async (call) => {
    const { statementId, organisationId } = answererOf(call)
    const round = lastRound(call.situation.statement!)
    const found = round ? preparedIn(await deps.events.state(streamOf.private(statementId, organisationId)), round.roundId) : []
    const persons = await personsById(deps.connection.db, found.map((one) => one.personId))
    const items = found.map(({ preparedId, personId, answer, note, at }) => {
      const person = persons.get(personId)
      return { preparedId, by: person ? { name: person.name, function: person.function } : null, answer, note, at }
    })
    return { items: items.sort((a, b) => (a.at < b.at ? 1 : -1)), next: null }
  })
  on(api.resolveDivision, async (call) => {
    const who = answererOf(call)
    const streams = { statement: streamOf.statement(who.statementId), layer: streamOf.private(who.statementId, who.organisationId), organisation: streamOf.organisation(who.organisationId) }
    const outcome = await deps.events.decide({ write: [streams.statement, streams.layer], read: [streams.organisation], by: call.by }, ({ state, now }) => {
      const statement = state(streams.statement)!
      const round = lastRound(statement)
      if (!round) return { ok: false, because: 'no-round' }
      const theirs = Object.values(statement.answers).findLast((answer) => answer.organisationId === who.organisationId && answer.personId === call.body.personId && answer.roundId === round.roundId && answer.ended === null)
      const prepared = preparedIn(state(streams.layer), round.roundId).find((one) => one.personId === call.body.personId)
      if (!theirs && !prepared) return { ok: false, because: 'no-such-answer' }
      const choice = theirs ? { choose: { answerId: theirs.answerId, personId: who.personId, hasRead: call.body.haveRead, isAuthorised: call.body.mayAnswer } } : {
        give: { answerId: newId(), roundId: round.roundId, version: round.version, personId: who.personId, via: call.by.via, answer: prepared!.answer, capacity: 'organisation' as const, hasRead: call.body.haveRead, isAuthorised: call.body.mayAnswer, reservations: [], exceptions: [], conditions: [], nameInPrint: false, explanation: null },
      }
      const decision = decideResolve(statement, state(streams.organisation)!, choice, now)
      return decision.ok ? { ok: true, facts: decision.facts, elsewhere: { [streams.layer]: decision.privately } } : decision
    })
    return outcome.ok ? undefined : refused(outcome.because)
  })
}
