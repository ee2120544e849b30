/** [L5] Reminders that go by themselves: looks every minute, on every node, and the lock of the statement's stream decides who sends. */
import { streamOf, type By, type Id } from '@draagvlak/domain/events'
import { dueReminders } from '@draagvlak/domain/reminders'
import { openRound } from '@draagvlak/domain/statement'
import type { Deps } from '../deps.ts'
import { reminderMail } from '../mail/round-letters.ts'
import { putMail } from '../mail/outbox.ts'
import type { Trx } from '../store/database.ts'
import { addressed, type Addressed } from './people.ts'

const EVERY = 60_000
/** Nobody pressed anything: Verloop says that the program did it. */
const BY: By = { personId: null, organisationId: null, via: 'system' }

export interface Reminders { stop(): Promise<void> }

/** Keeps looking until it is stopped; stopping waits for a look that is going on. */
export function startReminders(deps: Deps): Reminders {
  let looking: Promise<unknown> | null = null
  const look = () => {
    looking ??= remindDue(deps).catch((error: unknown) => deps.log.error({ err: error }, 'the open rounds could not be read')).finally(() => { looking = null })
  }
  look()
  const timer = setInterval(look, EVERY)
  return { async stop() { clearInterval(timer); await looking } }
}

/** One look at all open rounds. A text whose reminders fail leaves those of the others alone. @returns how many mails were written. */
export async function remindDue(deps: Deps): Promise<number> {
  const rows = await deps.connection.db.selectFrom('statement_list').select(['id', 'dossier_id']).where('archived', '=', false).where('stage', 'in', ['in-ronde', 'gepubliceerd-in-bewerking']).execute()
  let sent = 0
  for (const row of rows) {
    sent += await remindIn(deps, row.id, row.dossier_id).catch((error: unknown) => { deps.log.error({ err: error, statement: row.id }, 'reminders failed'); return 0 })
  }
  if (sent > 0) deps.mailWaits()
  return sent
}

/**
 * Looks without a lock first, since mostly nothing is due; then decides again under the lock, so that of all who saw the same only one sends.
 * All that is read besides is read before: who waits for the lock holds a connection, and who has it must not wait for another.
 */
async function remindIn(deps: Deps, statementId: Id, dossierId: Id): Promise<number> {
  const streams = { statement: streamOf.statement(statementId), dossier: streamOf.dossier(dossierId) }
  const seen = { statement: await deps.events.state(streams.statement), dossier: await deps.events.state(streams.dossier) }
  const dueNow = seen.statement && seen.dossier ? dueReminders(seen.statement, seen.dossier, deps.now()) : []
  if (dueNow.length === 0) return 0
  const organisations = [...(await deps.events.states(dueNow.map((one) => streamOf.organisation(one.organisationId)))).values()]
  const outcome = await deps.events.decide({ write: streams.statement, read: [streams.dossier], by: BY }, async ({ state, trx, now }) => {
    const statement = state(streams.statement)!
    const due = dueReminders(statement, state(streams.dossier)!, now)
    const round = openRound(statement)
    if (!round || due.length === 0) return { ok: true, facts: [] }
    const isDue = ({ organisationId, person }: Addressed) => due.some((one) => one.organisationId === organisationId && one.personId === person.id)
    const mails = (await addressed(deps, trx, now, { statement, round, organisations: organisations.filter((organisation) => due.some((one) => one.organisationId === organisation.id)) })).filter(isDue)
    return {
      ok: true, facts: mails.map(({ organisationId, person }) => ({ type: 'reminder-sent', data: { roundId: round.roundId, organisationId, personId: person.id } }) as const),
      with: async (inside: Trx) => {
        for (const { person, organisationId, mail } of mails) await putMail(inside, now, { personId: person.id, address: person.email!, kind: 'reminder', statementId, organisationId, ...reminderMail(person.language, mail) })
      },
    }
  })
  return outcome.ok ? outcome.recorded.length : 0
}
