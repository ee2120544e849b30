/** The board: every partner, where it stands as this viewer may see it, who waits for whom, and the beam under every passage. */
import type { Board, BoardRow as RowView } from '@draagvlak/api/round'
import { whyNot, type Situation } from '@draagvlak/domain/access'
import { isKeptLate } from '@draagvlak/domain/answer'
import { boardOf, tallyOf, type BoardRow, type Viewer, type WaitsFor } from '@draagvlak/domain/board'
import { logoFor } from '@draagvlak/domain/consent'
import { beamsOf, carriesText } from '@draagvlak/domain/coverage'
import type { Dossier } from '@draagvlak/domain/dossier'
import { streamOf } from '@draagvlak/domain/events'
import type { Organisation } from '@draagvlak/domain/organisation'
import { isDivided } from '@draagvlak/domain/prepare'
import { askedSegments } from '@draagvlak/domain/segment'
import { lastRound, workingEdition, type Statement } from '@draagvlak/domain/statement'
import type { Deps } from '../deps.ts'
import { briefIn, organisationsOf, participantsOf } from '../dossier/coalition.ts'
import type { Caller } from '../people/caller.ts'
import { personsById, type Person } from '../people/persons.ts'
import { reservationView } from '../sign-off/answer-view.ts'
import { passagesNow, wholeBeam } from '../statement/views.ts'

export interface BoardFor { readonly statement: Statement; readonly dossier: Dossier; readonly caller: Caller; readonly situation: Situation; readonly now: string }

const GROUPS = { late: 'late', waiting: 'waiting', reconfirm: 'reconfirm', reservation: 'reserved', declined: 'declined', agreed: 'agreed', 'not-asked': 'not-asked' } as const

export async function boardView(deps: Deps, { statement, dossier, caller, situation, now }: BoardFor): Promise<Board> {
  const organisations = await organisationsOf(deps.events, dossier)
  const order = participantsOf(statement, dossier, organisations, now)
  const briefOf = briefIn(dossier)
  const prints = await passagesNow(deps, statement)
  const viewer: Viewer = { organisationId: caller.who.organisationId, secretariat: whyNot('see-secretariat-reservations', caller.who, situation) === null }
  const rows = boardOf(statement, order, { viewer, now, dossier, passages: prints })
  const beams = beamsOf(statement, prints, order.map((one) => one.id))
  const ids = order.map((one) => one.id)
  const carrying = prints.length === 0 ? 0 : ids.filter((id) => carriesText(statement, id, prints)).length
  const layer = viewer.organisationId ? await deps.events.state(streamOf.private(statement.id, viewer.organisationId)) : null
  const round = lastRound(statement)
  const persons = await personsById(deps.connection.db, peopleOn(rows, statement))
  const tallies = tallyOf(rows)
  const whole = wholeBeam(statement, prints, ids)
  const asked = askedSegments(whole).length
  return {
    rows: rows.map((row) => rowView(row, { statement, dossier, organisation: order.find((one) => one.id === row.organisationId)!, persons, beams, viewer, now, divided: row.organisationId === viewer.organisationId && isDivided(statement, layer, row.organisationId) })),
    order: order.map((one) => briefOf(one, now)),
    beams: beams.map((beam, at) => ({ passageId: beam.passageId, fingerprint: prints[at]!.fingerprint, segments: [...beam.segments], closed: beam.closed, carrying: beam.counts.carries + beam.counts.reserved })),
    whole: { segments: whole, closed: asked > 0 && carrying === asked, carrying, of: asked },
    tallies: { agreed: tallies.agreed, reserved: tallies.reservation, reconfirm: tallies.reconfirm, late: tallies.late, waiting: tallies.waiting, declined: tallies.declined, notAsked: tallies.notAsked },
    rules: {
      minimum: round?.minimum ?? null, closesAt: round?.dates.closesAt ?? null,
      mustAnswer: (round?.mustAnswer ?? []).map((organisationId) => ({
        organisationId, answered: !['asked', 'provisional', undefined].includes(statement.positions[organisationId]?.state), lifted: round!.lifted.some((one) => one.organisationId === organisationId),
      })),
    },
    revision: statement.revision,
  }
}

function peopleOn(rows: readonly BoardRow[], statement: Statement): string[] {
  const round = lastRound(statement)
  return [...rows.flatMap((row) => [row.seen.answer?.personId ?? [], ...row.seen.late.map((late) => late.personId)].flat()), ...rows.flatMap((row) => (row.waitsFor && 'personIds' in row.waitsFor ? row.waitsFor.personIds : [])), ...(round?.named.flatMap((one) => one.personId ?? []) ?? [])]
}

interface Around {
  readonly statement: Statement; readonly dossier: Dossier; readonly organisation: Organisation; readonly persons: ReadonlyMap<string, Person>
  readonly beams: ReturnType<typeof beamsOf>; readonly viewer: Viewer; readonly now: string; readonly divided: boolean
}

function rowView(row: BoardRow, { statement, dossier, organisation, persons, beams, viewer, now, divided }: Around): RowView {
  const round = lastRound(statement)
  // What was said last is what the row tells, and what may be admitted.
  const answer = row.admissible ?? row.seen.answer ?? row.seen.late.at(-1) ?? null
  const who = answer?.personId ?? (row.waitsFor && 'personIds' in row.waitsFor ? row.waitsFor.personIds[0] : undefined)
  const person = who ? persons.get(who) : undefined
  const reminders = round?.reminders.filter((one) => one.organisationId === organisation.id) ?? []
  const named = round?.named.findLast((one) => one.organisationId === organisation.id)
  const own = viewer.secretariat || viewer.organisationId === organisation.id
  const considered = row.seen.state === 'provisional' && row.seen.answer === null && !divided && viewer.organisationId !== organisation.id
  return {
    organisation: briefIn(dossier)(organisation, now), group: GROUPS[row.group], state: considered ? 'under-consideration' : row.seen.state,
    person: person ? { name: person.name, function: person.function } : null, at: answer?.at ?? null, late: answer !== null && isKeptLate(answer), mustAnswer: row.mustAnswer, dividedInside: divided,
    answerId: answer?.answerId ?? null, version: answer?.version ?? null, capacity: answer?.capacity ?? 'organisation', via: answer?.via ?? null,
    reservations: (answer?.reservations ?? []).map(reservationView),
    explanation: answer?.explanation?.text ?? null, discussUntil: row.seen.restsUntil, waitsFor: waitsFor(row.waitsFor),
    reminders: { count: reminders.length, last: reminders.at(-1)?.at ?? null }, logo: logoState(statement, organisation, dossier, now),
    beam: beams.map((beam) => ({ passageId: beam.passageId, state: beam.segments.find((segment) => segment.organisationId === organisation.id)?.state ?? 'not-asked' })),
    notAuthorised: named && own ? { at: named.at, named: named.personId ? persons.get(named.personId)?.name ?? null : null } : null,
    question: own ? round?.questions.findLast((one) => one.organisationId === organisation.id)?.text ?? null : null,
    notAskedBecause: row.notAskedBecause,
  }
}

function waitsFor(waits: WaitsFor | null): RowView['waitsFor'] {
  if (!waits) return null
  const until = waits.for === 'discussion' ? waits.until : waits.for === 'answer' ? waits.feasibleOn : waits.for === 'members' ? waits.decidesOn : null
  return { what: waits.for, until }
}

function logoState(statement: Statement, organisation: Organisation, dossier: Dossier, now: string): RowView['logo'] {
  const found = logoFor(statement, organisation, { edition: workingEdition(statement), channel: 'website', now, zone: dossier.zone })
  if ('logo' in found) return 'consented'
  if (found.because === 'no-logo') return 'no-logo'
  const consents = statement.consents.filter((consent) => consent.organisationId === organisation.id)
  return consents.some((consent) => consent.revokedAt !== null) ? 'revoked' : consents.length > 0 ? 'refused' : 'not-asked'
}
