/** The shape of every table, for the query builder. The SQL in migrations/ is the truth. */
import type { ColumnType, Generated } from 'kysely'

type Moment = ColumnType<Date, Date | string, Date | string>
type MaybeMoment = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
type Json<T> = ColumnType<T, string, string>

export interface Tables {
  events: {
    seq: Generated<string>; stream: string; revision: number; type: string; v: number; at: Moment; by: Json<unknown>; reads: Json<Record<string, number>>
    data: ColumnType<unknown, string | null, string | null>; salt: Buffer | null; data_hash: string; previous: string | null; hash: string
  }
  states: { stream: string; revision: number; state: Json<unknown> }
  organisation_list: { id: string; name: string; folded: string; kind: string; number: string | null }
  dossier_list: { id: string; title: string; folded: string; theme: string; archived: boolean }
  statement_list: { id: string; dossier_id: string; slug: string; type: string; title: string; folded: string; stage: string; archived: boolean; changed_at: Moment }
  dossier_partners: { dossier_id: string; organisation_id: string }
  organisation_people: { organisation_id: string; person_id: string }
  persons: { id: string; email: string | null; name: string; function: Generated<string>; language: Generated<string>; administrator: Generated<boolean>; created_at: Moment; erased_at: MaybeMoment }
  files: { hash: string; media_type: string; bytes: Buffer; created_at: Generated<Date> }
  rooms: { id: string; statement_id: string; organisation_id: string | null; writable: boolean; epoch: number; schema: number }
  document_log: { seq: Generated<string>; room: string; epoch: number; frames: Buffer; vector: Generated<Buffer | null>; at: Generated<Date> }
  kept_texts: { id: Generated<string>; room: string; because: string; schema: number; seq: string; gzip: Buffer; at: Moment }
  snapshots: { room: string; seq: string; gzip: Buffer }
  deleted_passages: { room: string; passage_id: string; passage: Json<unknown>; after_id: string | null; deleted_at: Moment; schema: Generated<number> }
  room_clients: { room: string; client_id: string; person_id: string; organisation_id: string }
  sessions: { hash: string; id: string; person_id: string; organisation_id: string | null; device: string; created_at: Moment; seen_at: Moment; expires_at: Moment }
  sign_ins: {
    id: string; email: string; person_id: string | null; new_email_for: string | null; code_hash: string; link_hash: string; browser_hash: string
    attempts: Generated<number>; created_at: Moment; expires_at: Moment; used_at: MaybeMoment
  }
  api_tokens: { hash: string; id: string; person_id: string; organisation_id: string | null; name: string; created_at: Moment; used_at: MaybeMoment; revoked_at: MaybeMoment }
  terminal_links: { hash: string; person_id: string | null; purpose: string; reusable: Generated<boolean>; expires_at: MaybeMoment; used_at: MaybeMoment }
  personal_links: { id: string; statement_id: string; round_id: string; organisation_id: string; person_id: string; purpose: string; created_at: Moment; revoked_at: MaybeMoment }
  link_codes: { id: string; link_id: string; code_hash: string; attempts: Generated<number>; created_at: Moment; expires_at: Moment; used_at: MaybeMoment }
  link_sessions: { hash: string; link_id: string; created_at: Moment; expires_at: Moment }
  sync_tickets: { hash: string; room: string; person_id: string; organisation_id: string; session_id: string | null; token_id: string | null; expires_at: Moment }
  attempts: { key: string; at: Moment }
  outbox: {
    id: string; person_id: string | null; address: string | null; subject: string | null; body_text: string | null; body_html: string | null; kind: string
    statement_id: string | null; organisation_id: string | null; secret: boolean; created_at: Moment; send_after: Moment; attempts: Generated<number>
    sent_at: MaybeMoment; failed: string | null; blanked_at: MaybeMoment
  }
  idempotency: { person_id: string; key: string; route: string; body_hash: string; status: number | null; answer: Buffer | null; media_type: string | null; created_at: Moment }
  settings: { name: string; value: Json<unknown> }
}
