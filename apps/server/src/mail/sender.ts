/** Sends what waits in the outbox, on any node, each mail once; a mail server that refuses is tried again with growing pauses. */
import nodemailer from 'nodemailer'
import type { Deps } from '../deps.ts'

export interface Sender {
  /** Something was written to the outbox. */
  readonly wake: () => void
  stop(): Promise<void>
}
const POLL = 5_000
const TRIES = 8
const KEEP_DAYS = 30
const BATCH = 10

export function startSender(deps: Pick<Deps, 'config' | 'connection' | 'log' | 'now'>): Sender {
  const { smtpUrl, mailFrom } = deps.config
  const transport = smtpUrl ? nodemailer.createTransport(smtpUrl) : null
  let running: Promise<void> | null = null
  let again = false
  let stopped = false

  const round = async () => {
    do {
      again = false
      if (transport) while (await sendSome()) { /* until nothing waits */ }
      await blankOld()
    } while (again)
  }
  const wake = () => {
    if (stopped) return
    if (running) { again = true; return }
    running = round().catch((error: unknown) => deps.log.error({ err: error }, 'the outbox could not be read')).finally(() => { running = null })
  }
  const timer = setInterval(wake, POLL)

  /** The rows stay locked while they are sent, so that no other node sends them too. */
  async function sendSome(): Promise<boolean> {
    return deps.connection.db.transaction().execute(async (trx) => {
      const mails = await trx.selectFrom('outbox').selectAll().where('sent_at', 'is', null).where('blanked_at', 'is', null).where('send_after', '<=', new Date(deps.now())).where('attempts', '<', TRIES)
        .orderBy('send_after').limit(BATCH).forUpdate().skipLocked().execute()
      for (const mail of mails) {
        const failed = await transport!.sendMail({ from: mailFrom, to: mail.address!, subject: mail.subject!, text: mail.body_text!, html: mail.body_html!, headers: { 'Auto-Submitted': 'auto-generated' } })
          .then(() => null, (error: unknown) => error as Error & { code?: string; responseCode?: number })
        const attempts = mail.attempts + 1
        // What the server said can hold an address: that stays in the outbox, its code is enough for a log.
        if (failed) deps.log.warn({ mail: mail.id, kind: mail.kind, attempts, code: failed.code, answer: failed.responseCode }, 'the mail server refused a mail')
        await trx.updateTable('outbox').set(failed ? { attempts, failed: failed.message, send_after: later(deps.now(), attempts) } : { attempts, failed: null, sent_at: deps.now() }).where('id', '=', mail.id).execute()
      }
      return mails.length === BATCH
    })
  }

  /** Names and words leave the outbox after thirty days. */
  async function blankOld(): Promise<void> {
    const limit = new Date(Date.parse(deps.now()) - KEEP_DAYS * 86_400_000)
    await deps.connection.db.updateTable('outbox').set({ address: null, subject: null, body_text: null, body_html: null, blanked_at: deps.now() }).where('send_after', '<', limit).where('blanked_at', 'is', null).execute()
  }

  return {
    wake,
    async stop() {
      stopped = true
      clearInterval(timer)
      await running
      transport?.close()
    },
  }
}

const later = (now: string, attempts: number): string => new Date(Date.parse(now) + Math.min(2 ** attempts, 240) * 60_000).toISOString()
