/** Mail is written down in the transaction of the act that causes it; the sender takes it from there. */
import type { Instant } from '@draagvlak/domain/events'
import { oneStop } from '@draagvlak/messages/one-stop'
import { newId } from '../ids.ts'
import type { Database, Trx } from '../store/database.ts'
import { htmlOf } from './html.ts'

export type MailKind = 'sign-in' | 'code' | 'new-email' | 'email-changed' | 'invitation' | 'invitation-declined' | 'colleague' | 'request' | 'reminder' | 'date-moved' | 'round-stopped' | 'confirmation' | 'round-closed' | 'late-admitted' | 'published' | 'corrected' | 'reopened' | 'logo-ask' | 'question' | 'not-authorised' | 'other'

export interface Mail {
  readonly personId: string | null
  readonly address: string
  readonly subject: string
  /** Paragraphs separated by an empty line; a line that is only an address becomes a button. */
  readonly text: string
  readonly kind: MailKind
  readonly statementId?: string
  readonly organisationId?: string
  /** Held back until then; nobody but who wrote it knows of it before. */
  readonly sendAfter?: Instant
  /** What stays inside an organisation is in it: the coordinator does not read it either (P1). */
  readonly inside?: boolean
}

/** A mail with a code or a link that signs in is read by nobody but its recipient (M5). */
const SECRET: readonly MailKind[] = ['sign-in', 'code', 'new-email', 'invitation']

export async function putMail(trx: Trx | Database, now: Instant, mail: Mail): Promise<string> {
  const id = newId()
  const text = oneStop(mail.text)
  await trx.insertInto('outbox').values({
    id, person_id: mail.personId, address: mail.address, subject: oneLine(oneStop(mail.subject)), body_text: text, body_html: htmlOf(text), kind: mail.kind,
    statement_id: mail.statementId ?? null, organisation_id: mail.organisationId ?? null, secret: mail.inside === true || SECRET.includes(mail.kind), created_at: now, send_after: mail.sendAfter ?? now,
  }).execute()
  return id
}

/** A line break in a subject would begin another header. */
const oneLine = (text: string): string => text.replace(/[\r\n]+/g, ' ').trim()
