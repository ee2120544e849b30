/** Answering for an organisation, by session or by personal link: one decision, one transaction, one confirmation by mail. */
import type { AnswerWish, ConsentWish, Receipt } from '@draagvlak/api/sign-off'
import { decideGiveConsent, decideRevokeConsent, logoFor } from '@draagvlak/domain/consent'
import type { Decision } from '@draagvlak/domain/decision'
import { streamOf, type By, type Id, type Instant, type StatementFact } from '@draagvlak/domain/events'
import type { Organisation } from '@draagvlak/domain/organisation'
import { nameOn } from '@draagvlak/domain/organisation'
import { isKeptLate, positionOf, type AnswerKept } from '@draagvlak/domain/answer'
import { decideAnswer } from '@draagvlak/domain/sign-off'
import type { Round } from '@draagvlak/domain/rounds'
import type { GiveAnswer, WishedReservation } from '@draagvlak/domain/wishes'
import { applyStatement, lastRound, versionOf, workingEdition, type Statement } from '@draagvlak/domain/statement'
import { m, type Locale } from '@draagvlak/messages/m'
import type { Deps } from '../deps.ts'
import { dayOf } from '../directory/views.ts'
import { No, refused } from '../http/no.ts'
import { newId } from '../ids.ts'
import { momentInWords } from '../mail/dates.ts'
import { putMail } from '../mail/outbox.ts'
import { shortTitle } from '../mail/round-letters.ts'
import { personsById } from '../people/persons.ts'
import { linkFor, titleOf, urlOfLink, type Purpose } from '../round/people.ts'
import { after } from '../statement/after.ts'
import { inFours } from '../statement/in-fours.ts'
import { passagesOf } from '../statement/frozen.ts'
import { answerView } from './answer-view.ts'
import { answerInWords, logoInWords, ownWords, ownWordsMailed, whatHolds } from './in-words.ts'
import type { Trx } from '../store/database.ts'
import type { AnyRecorded } from '../store/events.ts'

export interface Answerer { readonly statementId: Id; readonly organisationId: Id; readonly personId: Id; readonly by: By; /** Of the link by which it came, where it came by one. */ readonly purpose?: Purpose }

/** The answer and, where it was asked, the consent for the logo: recorded together or not at all. `consent: null` says no to the logo; without it the leave stays as it is. */
export async function giveAnswer(deps: Deps, who: Answerer, wish: AnswerWish, consent: ConsentWish | null | undefined): Promise<Receipt | No> {
  let alreadyAt: Instant | null = null
  const done = await onStatement(deps, who, (statement, organisation, now) => {
    const round = lastRound(statement)
    if (!round) return { ok: false, because: 'no-round' }
    const decision = decideAnswer(statement, organisation, wishOf(wish, who, round.roundId), now)
    if (!decision.ok) return decision
    alreadyAt = decision.alreadyGiven?.at ?? null
    const answered = carried(statement, decision.facts, who, now)
    const consented = consent === undefined ? { ok: true as const, facts: [] as StatementFact[] } : consentFacts(answered, organisation, consent, who, now, round.dates.zone)
    return consented.ok ? { ok: true, facts: [...decision.facts, ...consented.facts] } : consented
  })
  if (done instanceof No) return done
  return receiptOf(deps, who, done, wish.answer, consent === undefined ? leaveThatStands(done, wish, deps.now()) : consent ? 'consented' : 'refused', alreadyAt)
}

/** Leave that was given before, for this use too, is told beside an answer that does not speak of the logo. */
function leaveThatStands({ statement, organisation }: Done, wish: AnswerWish, now: Instant): Receipt['logo'] {
  const counts = wish.answer !== 'declined' && wish.capacity === 'organisation' && wish.reservations.every((one) => one.kind !== 'form')
  return counts && 'logo' in logoFor(statement, organisation, { edition: workingEdition(statement), channel: 'website', now, zone: lastRound(statement)?.dates.zone ?? 'Europe/Amsterdam' }) ? 'consented' : 'unchanged'
}

/** Only the logo: leave for it, or the end of that leave. */
export async function giveConsent(deps: Deps, who: Answerer, consent: ConsentWish | null): Promise<Receipt | No> {
  const done = await onStatement(deps, who, (statement, organisation, now) => consentFacts(statement, organisation, consent, who, now, lastRound(statement)?.dates.zone ?? 'Europe/Amsterdam'))
  if (done instanceof No) return done
  const answer = who.purpose === 'logo' ? null : answerFor(done.statement, who)
  return receiptOf(deps, who, done, answer?.answer ?? 'logo-only', consent ? 'consented' : 'refused', null, { logoAlone: true })
}

export interface Done { readonly statement: Statement; readonly organisation: Organisation; readonly recorded: readonly AnyRecorded[] }

/** Decides on the statement with the organisation at hand, and confirms by mail what was recorded. */
export async function onStatement(deps: Deps, { statementId, organisationId, by }: Answerer, ask: (statement: Statement, organisation: Organisation, now: Instant) => Decision<StatementFact>, and?: (trx: Trx, done: Done, now: Instant) => Promise<void>): Promise<Done | No> {
  const streams = { statement: streamOf.statement(statementId), organisation: streamOf.organisation(organisationId) }
  let organisation: Organisation | null = null
  const outcome = await deps.events.decide({ write: streams.statement, read: [streams.organisation], by }, ({ state, now }) => {
    const statement = state(streams.statement)
    organisation = state(streams.organisation)
    if (!statement || !organisation) return { ok: false, because: 'not-yours' }
    const decision = ask(statement, organisation, now)
    if (!decision.ok) return decision
    return { ...decision, with: async (trx, recorded) => { if (and) await and(trx, { statement: after(statement, recorded), organisation: organisation!, recorded }, now) } }
  })
  if (!outcome.ok) return refused(outcome.because)
  return { statement: (await deps.events.state(streams.statement))!, organisation: organisation!, recorded: outcome.recorded }
}

/** The statement as if these facts had been recorded: the law looks at consent after the answer. */
const carried = (statement: Statement, facts: readonly StatementFact[], { by }: Answerer, at: Instant): Statement =>
  facts.reduce<Statement>((state, fact, index) => applyStatement(state, { ...fact, stream: `statement/${statement.id}`, revision: statement.revision + index + 1, at, by } as never) ?? state, statement)

function consentFacts(statement: Statement, organisation: Organisation, consent: ConsentWish | null, who: Answerer, now: Instant, zone: string): Decision<StatementFact> {
  if (consent) {
    const { logoId, editions, channels, until } = consent
    return decideGiveConsent(statement, organisation, { consentId: newId(), logoId, use: { editions, channels, until }, personId: who.personId }, now, zone)
  }
  const live = statement.consents.filter((one) => one.organisationId === organisation.id && one.revokedAt === null)
  const facts: StatementFact[] = []
  for (const one of live) {
    const revoked = decideRevokeConsent(statement, organisation, { consentId: one.consentId, reason: null })
    if (!revoked.ok) return revoked
    facts.push(...revoked.facts)
  }
  return { ok: true, facts }
}

function wishOf(wish: AnswerWish, { personId, by }: Answerer, roundId: Id): GiveAnswer {
  return {
    answerId: newId(), roundId, version: wish.version, personId, via: by.via, answer: wish.answer, capacity: wish.capacity, hasRead: wish.haveRead, isAuthorised: wish.mayAnswer,
    reservations: wish.reservations.map(reservationOf), exceptions: wish.exceptions, conditions: wish.conditions, nameInPrint: wish.nameInPrint,
    explanation: wish.reason ? { visibility: wish.reasonVisibility, text: wish.reason } : null, resolves: false,
  }
}

function reservationOf(wish: AnswerWish['reservations'][number]): WishedReservation {
  const id = newId()
  const bare = { id, visibility: wish.visibility, text: null, conditionTexts: [] }
  switch (wish.kind) {
    case 'members': return { ...bare, kind: 'members', body: wish.body, decidesOn: wish.decidesOn }
    case 'substance': return { ...bare, kind: 'substance', passageId: wish.passageId, listed: wish.listed, text: wish.text }
    case 'no-unless': return { ...bare, kind: 'no-unless', conditions: wish.conditions.length, text: wish.text || null, conditionTexts: wish.conditions }
    case 'form': return { ...bare, kind: 'form' }
  }
}

export const currentAnswer = (statement: Statement, organisationId: Id) => {
  const { current, pending, late } = positionOf(statement, organisationId)
  const id = pending ?? current ?? late.at(-1)
  return id ? statement.answers[id] ?? null : null
}

/** What somebody finds back as the own answer: what was last said on personal title in this round, else that of the organisation. */
export function answerFor(statement: Statement, { organisationId, personId }: { organisationId: Id; personId: Id }): AnswerKept | null {
  const ofOrganisation = currentAnswer(statement, organisationId)
  const personal = positionOf(statement, organisationId).history.map((id) => statement.answers[id])
    .findLast((one) => one?.personId === personId && one.capacity === 'personal' && one.ended === null && one.roundId === lastRound(statement)?.roundId)
  return personal && (!ofOrganisation || ofOrganisation.personId !== personId || personal.revision > ofOrganisation.revision) ? personal : ofOrganisation
}

interface Besides { readonly until?: string; readonly named?: string | null; readonly logoAlone?: boolean }
/** Exactly what was recorded, for the screen; the same goes by mail. */
export async function receiptOf(deps: Deps, who: Answerer, { statement, organisation, recorded }: Done, answer: Receipt['answer'], logo: Receipt['logo'], alreadyAt: Instant | null, { until, named, logoAlone = false }: Besides = {}): Promise<Receipt> {
  const round = lastRound(statement)!
  const version = versionOf(statement, round.version)
  const person = (await personsById(deps.connection.db, [who.personId])).get(who.personId)
  // What was given now, also where it waits as late behind an answer that counts.
  const given = recorded.find((event) => event.type === 'answer-given')
  const found = who.purpose === 'logo' ? null : given ? statement.answers[given.data.answerId] ?? null : answerFor(statement, who)
  const kept = found?.answer === answer ? found : null
  const at = alreadyAt ?? recorded.at(-1)?.at ?? deps.now()
  // The seal of the answer itself, the same at every later look; an act that is no answer has its own.
  const head = kept ? await hashAt(deps, statement.id, kept.revision) : recorded.at(-1)?.hash ?? await headOf(deps, statement.id)
  const standing = alreadyAt ? 'already-given' : kept && isKeptLate(kept) ? 'late' : kept?.standing === 'provisional' ? 'provisional' : 'counts'
  const receipt: Receipt = {
    organisation: nameOn(organisation, dayOf(at)), statement: titleOf(statement, round), answer, standing, version: version ? { number: version.number, hash: version.version } : null,
    by: { name: person?.name ?? '', function: person?.function ?? '' }, at, logo, chainHead: head, until: until ?? null, named: named ?? null, ...answerView(kept),
  }
  if (recorded.length > 0 && person?.email) {
    const locale = person.language
    const words = kept && !logoAlone ? ownWordsMailed(ownWords(kept, await passagesOf(deps, kept.version), locale), locale) : ''
    await confirm(deps, who, receipt, { address: person.email, locale, round, words, holds: whatHolds(receipt, round, deps.now(), { logoAlone, locale }) })
  }
  return receipt
}

/** The seal of one event of a statement. */
export const hashAt = async (deps: Deps, statementId: Id, revision: number): Promise<string> =>
  (await deps.connection.db.selectFrom('events').select('hash').where('stream', '=', streamOf.statement(statementId)).where('revision', '=', revision).executeTakeFirst())?.hash ?? ''
const headOf = async (deps: Deps, statementId: Id): Promise<string> =>
  (await deps.connection.db.selectFrom('events').select('hash').where('stream', '=', streamOf.statement(statementId)).orderBy('revision', 'desc').limit(1).executeTakeFirstOrThrow()).hash

/** The chain's head stands in the mail: a past that is changed later shows there. */
interface Confirmation { readonly address: string; readonly locale: Locale; readonly round: Round; readonly words: string; readonly holds: string }
async function confirm(deps: Deps, who: Answerer, receipt: Receipt, { address, locale, round: { roundId, dates: { zone } }, words, holds }: Confirmation): Promise<void> {
  const answer = answerInWords(receipt.answer, locale)
  await deps.connection.db.transaction().execute(async (trx) => {
    const url = urlOfLink(deps, await linkFor(trx, { statementId: who.statementId, roundId, organisationId: who.organisationId, personId: who.personId, now: receipt.at, purpose: who.purpose ?? 'answer' }), who.purpose)
    await putMail(trx, receipt.at, {
      personId: who.personId, address, kind: 'confirmation', statementId: who.statementId, organisationId: who.organisationId, inside: receipt.standing === 'provisional',
      subject: m.sign_mail_confirmation_subject({ organisation: receipt.organisation, answer, title: shortTitle(receipt.statement) }, { locale }),
      text: m.sign_mail_confirmation_text({
        name: receipt.by.name, at: momentInWords(receipt.at, zone, locale), organisation: receipt.organisation, answer, title: receipt.statement, number: receipt.version?.number ?? 0, version: inFours(receipt.version?.hash ?? ''),
        logo: logoInWords(receipt.logo, locale), by: [receipt.by.name, receipt.by.function].filter(Boolean).join(', '), head: inFours(receipt.chainHead), words: words ? `${words}\n` : '', holds, url,
      }, { locale }),
    })
  })
  deps.mailWaits()
}

