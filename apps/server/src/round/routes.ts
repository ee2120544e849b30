/** The round: preview, open, dates, stop, close, and the mails around it. */
import type { BodyOf } from '@draagvlak/api/endpoint'
import * as api from '@draagvlak/api/round'
import { streamOf, type Asked, type RoundDates } from '@draagvlak/domain/events'
import { nameOn } from '@draagvlak/domain/organisation'
import { previewRound } from '@draagvlak/domain/preview-round'
import { decideAskPerson, decideCloseRound, decideLiftMustAnswer, decideMoveDate, decideOpenRound, decideRemind, decideReopenDraft, decideStopRound, decideWithdrawClosing, silentYeses } from '@draagvlak/domain/round'
import { suggestedDates } from '@draagvlak/domain/round-dates'
import { askedOrganisations, askedPersons } from '@draagvlak/domain/rounds'
import { lastRound, openRound, versionOf, workingEdition, type Statement } from '@draagvlak/domain/statement'
import type { Dossier } from '@draagvlak/domain/dossier'
import { oneStop } from '@draagvlak/messages/one-stop'
import { readPassages } from '@draagvlak/editor/ydoc'
import type { Deps } from '../deps.ts'
import { dayOf } from '../directory/views.ts'
import { briefIn, organisationsOf, participantsOf } from '../dossier/coalition.ts'
import { notFound, refused } from '../http/no.ts'
import type { On } from '../http/route.ts'
import { newId } from '../ids.ts'
import { closesEarlierMail, dateMovedMail, reminderMail, requestMail, roundStoppedMail } from '../mail/round-letters.ts'
import { putMail } from '../mail/outbox.ts'
import { findOrAddPerson, personsById } from '../people/persons.ts'
import { freezeDraft, frozenFrom, loadDraft, reopenRoom } from '../statement/draft.ts'
import { passagesOf } from '../statement/frozen.ts'
import { decideOn, findingsOf, shown } from '../statement/routes.ts'
import { writingNow } from '../statement/writing-now.ts'
import { keepFile } from '../store/files.ts'
import type { Trx } from '../store/database.ts'
import { publishRoomChanged } from '../sync/rooms.ts'
import { earlierInWords, type Text } from './asking-again.ts'
import { boardView } from './board.ts'
import { candidatesFor } from './candidates.ts'
import { tellClosed, tellReopened } from './news.ts'
import { addressed, linkFor, minutesFor, titleOf, unanswered, urlOfLink } from './people.ts'

export function roundRoutes(on: On, deps: Deps): void {
  const { db } = deps.connection

  on(api.previewRound, async ({ situation, caller, now }) => {
    const statement = situation.statement!
    const dossier = situation.dossier!
    const organisations = await organisationsOf(deps.events, dossier)
    const briefOf = briefIn(dossier)
    const writing = (await writingNow(db, statement.id)).filter((one) => one.personId !== caller.who.personId)
    const frozen = frozenFrom(readPassages(await loadDraft(db, statement.id, deps.steps)), statement.language)
    const proposed = previewRound({ statement, dossier, organisations: participantsOf(statement, dossier, organisations, now), passages: frozen.prints, now })
    const persons = await personsById(db, [...writing.map((one) => one.personId), ...proposed.flatMap((one) => one.persons.map((person) => person.personId)), ...organisations.flatMap((one) => Object.keys(one.people))])
    const dates = suggestedDates(dossier.zone, now)
    const asker = nameOn(organisations.find((one) => one.id === caller.who.organisationId) ?? organisations[0]!, dayOf(now))
    const letter = requestMail(statement.language, { name: '…', organisation: '…', title: frozen.title || statement.title, dates, url: `${deps.config.baseUrl}/s/…`, asker, minutes: minutesFor(frozen.words), note: null, earlier: null })
    return {
      findings: findingsOf(frozen.passages, statement), words: frozen.words, refusals: statement.draft.open ? [] : ['draft-is-closed'], edition: workingEdition(statement),
      sameAsVersion: statement.versions.find((version) => version.version === frozen.hash)?.number ?? null,
      writing: writing.map((one) => ({ personId: one.personId, name: persons.get(one.personId)?.name ?? '', organisation: organisations.filter((other) => other.id === one.organisationId).map((other) => nameOn(other, dayOf(now))).join() })),
      partners: proposed.map((one) => {
        const organisation = organisations.find((other) => other.id === one.organisationId)!
        const { candidates, first } = candidatesFor(one, organisation, dossier, persons)
        return {
          organisation: briefOf(organisation, now), ask: one.ask, because: one.because ?? 'stands', feasible: one.feasibleOn, person: first,
          candidates: candidates.map(({ personId, name, function: title, ground }) => ({ personId, name, function: title, ground })),
        }
      }),
      mail: { ...letter, text: oneStop(letter.text) }, suggestedDates: dates,
    }
  })

  on(api.openRound, async (call) => {
    const statementId = call.params.statementId
    const roundId = newId()
    const streams = { statement: streamOf.statement(statementId), dossier: streamOf.dossier(call.situation.dossier!.id) }
    const outcome = await deps.events.decide({ write: streams.statement, read: [streams.dossier], by: call.by }, async ({ state, trx, now }) => {
      const statement = state(streams.statement)!
      const dossier = state(streams.dossier)!
      const frozen = await freezeDraft(trx, statementId, statement.language, deps.steps)
      await keepFile(trx, frozen.bytes, 'application/json')
      const { mustAnswer, minimum, proposalsAllowed, dates, note } = call.body
      const asked = await knownPersons(trx, now, call.body.asked)
      // Somebody who is not there, or was erased, would be asked without a mail and never answer.
      if (await someUnknown(trx, asked.map((one) => one.personId))) return { ok: false, because: 'no-such-person' }
      const decision = decideOpenRound(statement, dossier, {
        roundId, text: { version: frozen.hash, words: frozen.words, title: frozen.title, passages: frozen.prints }, dates: instants(dates), asked, mustAnswer, minimum, proposalsAllowed, silenceRule: null,
      }, now)
      return { ...decision, with: (inside: Trx) => sendRequests(inside, { statement, text: frozen, roundId, asked, dates: instants(dates), note, words: frozen.words, title: frozen.title || statement.title, dossier, now, asker: call.by.organisationId! }) }
    })
    if (!outcome.ok) return refused(outcome.because)
    await publishRoomChanged(deps, statementId)
    deps.mailWaits()
    return shown(deps, call, statementId)
  })

  /** `statement` as it was before it was asked, `text` what is asked about. */
  interface Requests { readonly statement: Statement; readonly text: Text; readonly roundId: string; readonly asked: readonly Asked[]; readonly dates: RoundDates; readonly note: string | null; readonly words: number; readonly title: string; readonly dossier: Dossier; readonly now: string; readonly asker: string }
  async function sendRequests(trx: Trx, { statement, text, roundId, asked, dates, note, words, title, dossier, now, asker }: Requests): Promise<void> {
    const organisations = await organisationsOf(deps.events, dossier)
    const nameOf = (id: string) => nameOn(organisations.find((one) => one.id === id)!, dayOf(now))
    const persons = await personsById(trx, asked.map((one) => one.personId))
    for (const { organisationId, personId } of asked) {
      const person = persons.get(personId)
      if (!person?.email) continue
      const url = urlOfLink(deps, await linkFor(trx, { statementId: statement.id, roundId, organisationId, personId, now }))
      const organisation = nameOf(organisationId)
      const earlier = earlierInWords(statement, { id: organisationId, name: organisation }, text, person.language)
      await putMail(trx, now, { personId, address: person.email, kind: 'request', statementId: statement.id, organisationId, ...requestMail(person.language, { name: person.name, organisation, title, dates, url, asker: nameOf(asker), minutes: minutesFor(words), note, earlier }) })
    }
  }

  /** Read before the decision: who has the lock of a stream must not wait for another connection. */
  const textAsked = async (statement: Statement): Promise<Text> => {
    const version = versionOf(statement, lastRound(statement)?.version ?? '')
    return version ? { prints: version.passages, passages: await passagesOf(deps, version.version) } : { prints: [], passages: [] }
  }
  const coalitionOf = async (dossier: Dossier) => ({ dossier, organisations: await organisationsOf(deps.events, dossier) })

  on(api.moveDates, async (call) => {
    const before = openRound(call.situation.statement!)?.dates.closesAt ?? ''
    const moved = await decideOn(deps, call, (statement) => decideMoveDate(statement, { dates: instants(call.body.dates), reason: call.body.reason }, call.now))
    if ('problem' in moved) return moved
    // Who answered was told until when that can be changed: an earlier closing takes time from them too.
    const earlier = instants(call.body.dates).closesAt < before
    await tell(call.params.statementId, call.now, 'date-moved', !earlier, (locale, mail, answered) => (answered ? closesEarlierMail : dateMovedMail)(locale, mail))
    return moved
  })
  on(api.stopRound, async (call) => {
    const stopped = await decideOn(deps, call, (statement) => decideStopRound(statement, call.body), async (trx) => { await reopenRoom(trx, call.params.statementId) })
    if ('problem' in stopped) return stopped
    await publishRoomChanged(deps, call.params.statementId)
    await tell(call.params.statementId, call.now, 'round-stopped', false, (locale, mail) => roundStoppedMail(locale, { name: mail.name, title: mail.title, reason: call.body.reason }))
    return stopped
  })

  /** Mails everybody who is asked in the last round, or only who has not answered. */
  async function tell(statementId: string, now: string, kind: 'date-moved' | 'round-stopped', onlyUnanswered: boolean, letter: (locale: 'nl' | 'en', mail: Parameters<typeof dateMovedMail>[1], answered: boolean) => { subject: string; text: string }): Promise<void> {
    const statement = (await deps.events.state(streamOf.statement(statementId)))!
    const round = statement.rounds.at(-1)!
    const all = [...(await deps.events.states(askedOrganisations(round).map((id) => streamOf.organisation(id)))).values()]
    const waiting = unanswered(statement, round, all)
    await db.transaction().execute(async (trx) => {
      for (const { person, organisationId, mail } of await addressed(deps, trx, now, { statement, round, organisations: onlyUnanswered ? waiting : all })) {
        await putMail(trx, now, { personId: person.id, address: person.email!, kind, statementId, organisationId, ...letter(person.language, mail, waiting.every((one) => one.id !== organisationId)) })
      }
    })
    deps.mailWaits()
  }

  on(api.closeRound, async (call) => {
    const { dossier, organisations } = await coalitionOf(call.situation.dossier!)
    const closed = await decideOn(deps, call, (statement) => decideCloseRound(statement, { silentAnswerIds: Object.fromEntries(silentYeses(statement).map((one) => [one.organisationId, newId()])) }, call.now), async (trx, after) => {
      if (after.recorded.length > 0) await tellClosed(deps, trx, { ...after, dossier, organisations })
    })
    deps.mailWaits()
    return closed
  })
  on(api.withdrawClosing, (call) => decideOn(deps, call, (statement) => decideWithdrawClosing(statement, call.body)))
  on(api.reopenDraft, async (call) => {
    const { dossier, organisations } = await coalitionOf(call.situation.dossier!)
    const reopened = await decideOn(deps, call, (statement) => decideReopenDraft(statement, call.body), async (trx, after) => {
      await reopenRoom(trx, call.params.statementId)
      if (after.recorded.length > 0) await tellReopened(deps, trx, { ...after, dossier, organisations }, call.body.reason)
    })
    await publishRoomChanged(deps, call.params.statementId)
    deps.mailWaits()
    return reopened
  })
  on(api.liftMustAnswer, (call) => decideOn(deps, call, (statement) => decideLiftMustAnswer(statement, call.body)))

  on(api.askPerson, async (call) => {
    const { organisationId, person: named, reason } = call.body
    const { statementId } = call.params
    const text = await textAsked(call.situation.statement!)
    const streams = { statement: streamOf.statement(statementId), dossier: streamOf.dossier(call.situation.dossier!.id), organisation: streamOf.organisation(organisationId) }
    const outcome = await deps.events.decide({ write: streams.statement, read: [streams.dossier, streams.organisation], by: call.by }, async ({ state, trx, now }) => {
      const statement = state(streams.statement)!
      const round = openRound(statement)
      const organisation = state(streams.organisation)
      if (!organisation) return { ok: false, because: 'not-a-partner' }
      if ('personId' in named && await someUnknown(trx, [named.personId])) return { ok: false, because: 'no-such-person' }
      const personId = 'personId' in named ? named.personId : (await findOrAddPerson(trx, now, named)).id
      const before = round ? askedPersons(round, organisationId)[0]?.personId ?? null : null
      const decision = decideAskPerson(statement, state(streams.dossier)!, { organisationId, personId, reason, replaces: before === personId ? null : before })
      return {
        ...decision,
        with: async (inside: Trx) => {
          if (!round) return
          if (before && before !== personId) await inside.updateTable('personal_links').set({ revoked_at: now }).where('round_id', '=', round.roundId).where('organisation_id', '=', organisationId).where('person_id', '=', before).execute()
          await sendRequests(inside, { statement, text, roundId: round.roundId, asked: [{ organisationId, personId, reason }], dates: round.dates, note: null, words: statement.versions.at(-1)?.words ?? 0, title: titleOf(statement, round), dossier: state(streams.dossier)!, now, asker: call.by.organisationId! })
        },
      }
    })
    if (!outcome.ok) return refused(outcome.because)
    deps.mailWaits()
    return shown(deps, call, statementId)
  })

  on(api.remind, async (call) => {
    const stream = streamOf.statement(call.params.statementId)
    const organisations = [...(await deps.events.states(call.body.organisationIds.map((id) => streamOf.organisation(id)))).values()]
    const resting: { organisationId: string; because: string }[] = []
    let sent = 0
    const outcome = await deps.events.decide({ write: stream, by: call.by }, async ({ state, trx, now }) => {
      const statement = state(stream)!
      const round = openRound(statement)
      resting.length = 0
      sent = 0
      if (!round) return { ok: false, because: 'round-is-closed' }
      const facts = []
      const mails: Awaited<ReturnType<typeof addressed>> = []
      for (const one of await addressed(deps, trx, now, { statement, round, organisations })) {
        const decision = decideRemind(statement, { organisationId: one.organisationId, personId: one.person.id }, now)
        if (!decision.ok) resting.push({ organisationId: one.organisationId, because: decision.because })
        else if (decision.facts.length === 0) resting.push({ organisationId: one.organisationId, because: 'reminder-rests' })
        else {
          facts.push(...decision.facts)
          mails.push(one)
        }
      }
      sent = mails.length
      return {
        ok: true, facts, with: async (inside) => {
          for (const { person, organisationId, mail } of mails) await putMail(inside, now, { personId: person.id, address: person.email!, kind: 'reminder', statementId: statement.id, organisationId, ...reminderMail(person.language, mail) })
        },
      }
    })
    if (!outcome.ok) return refused(outcome.because)
    deps.mailWaits()
    return { sent, resting }
  })

  on(api.listMails, async ({ params }) => {
    const rows = await db.selectFrom('outbox').selectAll().where('statement_id', '=', params.statementId).where('secret', '=', false).where('blanked_at', 'is', null).orderBy('id', 'desc').limit(500).execute()
    return { items: rows.map((row) => ({ id: row.id, to: row.address!, organisationId: row.organisation_id, subject: row.subject!, text: row.body_text!, createdAt: row.created_at.toISOString(), sentAt: row.sent_at?.toISOString() ?? null, failed: row.failed, kind: row.kind })), next: null }
  })
  on(api.sendAgain, async (call) => {
    const statement = call.situation.statement!
    const round = openRound(statement)
    const organisation = await deps.events.state(streamOf.organisation(call.body.organisationId))
    if (!round || !organisation) return refused('round-is-closed')
    const asker = await deps.events.state(streamOf.organisation(call.by.organisationId!))
    const text = await textAsked(statement)
    await db.transaction().execute(async (trx) => {
      for (const { person, organisationId, mail } of await addressed(deps, trx, call.now, { statement, round, organisations: [organisation] })) {
        const earlier = earlierInWords(statement, { id: organisationId, name: mail.organisation }, text, person.language)
        await putMail(trx, call.now, { personId: person.id, address: person.email!, kind: 'request', statementId: statement.id, organisationId, ...requestMail(person.language, { ...mail, earlier, asker: asker ? nameOn(asker, dayOf(call.now)) : '', minutes: minutesFor(statement.versions.at(-1)?.words ?? 0), note: null }) })
      }
    })
    deps.mailWaits()
    return undefined
  })
  on(api.copyLink, async ({ params, situation, now }) => {
    const round = openRound(situation.statement!)
    const asked = round ? askedPersons(round, params.organisationId)[0] : undefined
    if (!round || !asked) return notFound('link')
    const linkId = await db.transaction().execute((trx) => linkFor(trx, { statementId: situation.statement!.id, roundId: round.roundId, organisationId: params.organisationId, personId: asked.personId, now }))
    return { url: urlOfLink(deps, linkId) }
  })
  on(api.seeBoard, ({ situation, caller, now }) => boardView(deps, { statement: situation.statement!, dossier: situation.dossier!, caller, situation, now }))
}

/** Any offset is read; what is kept is UTC to the millisecond, so that moments compare as text. */
const instants = (dates: RoundDates): RoundDates => {
  const utc = (moment: string) => new Date(moment).toISOString()
  return { answerBy: utc(dates.answerBy), closesAt: utc(dates.closesAt), recipientAt: dates.recipientAt ? utc(dates.recipientAt) : null, zone: dates.zone }
}

/** Who is named for the first time becomes known here; to join, one is invited to the dossier. */
async function knownPersons(trx: Trx, now: string, asked: BodyOf<typeof api.openRound>['asked']): Promise<Asked[]> {
  const known: Asked[] = []
  for (const one of asked) {
    const { organisationId, reason } = one
    known.push({ organisationId, personId: 'personId' in one ? one.personId : (await findOrAddPerson(trx, now, one.person)).id, reason })
  }
  return known
}
const someUnknown = async (trx: Trx, ids: readonly string[]): Promise<boolean> => (await personsById(trx, ids)).size < new Set(ids).size
