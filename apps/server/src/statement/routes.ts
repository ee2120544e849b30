/** Statements: start, read, change, copy, put away; their draft and versions. */
import * as api from '@draagvlak/api/statement'
import type { Decision } from '@draagvlak/domain/decision'
import { streamOf, type StatementFact } from '@draagvlak/domain/events'
import { decideArchive, decideDelete, decideDuplicate, decideRename, decideSetParticipants, decideSetWordBudget, decideStart, decideStop } from '@draagvlak/domain/life'
import { whyNot } from '@draagvlak/domain/access'
import { versionOf, type Statement } from '@draagvlak/domain/statement'
import type { Dossier } from '@draagvlak/domain/dossier'
import { passagePrints } from '@draagvlak/editor/canonical'
import { raisePassages, readAnyVersion } from '@draagvlak/editor/older-texts'
import { newestSchema } from '@draagvlak/editor/schema-steps'
import { insertPassages, movePassage } from '@draagvlak/editor/edits'
import { findings } from '@draagvlak/editor/findings'
import { plainPassage, type Passage } from '@draagvlak/editor/passage'
import { templatePassages } from '@draagvlak/editor/templates'
import { wordsOf } from '@draagvlak/editor/word-count'
import { findPassage, readPassages } from '@draagvlak/editor/ydoc'
import { sql } from 'kysely'
import type { Deps } from '../deps.ts'
import { organisationsOf } from '../dossier/coalition.ts'
import { notFound, refused, type No } from '../http/no.ts'
import type { Call, On } from '../http/route.ts'
import type { Endpoint } from '@draagvlak/api/endpoint'
import { loadSituation } from '../http/situation.ts'
import { newId } from '../ids.ts'
import { pdfHeaders } from '../pdf/pdf-headers.ts'
import { publishRoomChanged, publishUpdate } from '../sync/rooms.ts'
import type { Trx } from '../store/database.ts'
import type { AnyRecorded } from '../store/events.ts'
import { readFile } from '../store/files.ts'
import { after } from './after.ts'
import { closeRoom, createRoom, editDraft, loadDraft, passageId } from './draft.ts'
import { draftPdf } from './draft-pdf.ts'
import { freeSlug } from './slug.ts'
import { briefOf, fullOf, versionView } from './views.ts'

type Asked = Pick<Call<Endpoint>, 'caller' | 'by' | 'situation'>

/** The statement as this caller sees it now, after whatever was just decided. */
export async function shown(deps: Deps, { caller }: Pick<Asked, 'caller'>, statementId: string): Promise<api.StatementFull | No> {
  const situation = await loadSituation(deps, caller, { statementId })
  return 'problem' in situation ? situation : fullOf(deps, caller, situation as typeof situation & { statement: Statement; dossier: Dossier })
}

export interface Decided { readonly statement: Statement; readonly recorded: readonly AnyRecorded[]; readonly now: string }

/** Decides on one statement and its dossier, and shows it. */
export async function decideOn(deps: Deps, call: Asked, ask: (statement: Statement, dossier: Dossier, trx: Trx) => Decision<StatementFact> | Promise<Decision<StatementFact>>, and?: (trx: Trx, after: Decided) => Promise<void>): Promise<api.StatementFull | No> {
  const statement = call.situation.statement!
  const streams = { statement: streamOf.statement(statement.id), dossier: streamOf.dossier(statement.dossierId) }
  const outcome = await deps.events.decide({ write: streams.statement, read: [streams.dossier], by: call.by }, async ({ state, trx, now }) => {
    const before = state(streams.statement)!
    const decision = await ask(before, state(streams.dossier)!, trx)
    return decision.ok ? { ...decision, ...(and ? { with: (inside: Trx, recorded: readonly AnyRecorded[]) => and(inside, { statement: after(before, recorded), recorded, now }) } : {}) } : decision
  })
  return outcome.ok ? shown(deps, call, statement.id) : refused(outcome.because)
}

export function statementRoutes(on: On, deps: Deps): void {
  const { db } = deps.connection

  on(api.listStatements, async ({ caller, query, now }) => {
    const rows = await db.selectFrom('statement_list').innerJoin('dossier_partners', 'dossier_partners.dossier_id', 'statement_list.dossier_id').where('dossier_partners.organisation_id', '=', caller.who.organisationId)
      .$if(query.dossierId !== undefined, (list) => list.where('statement_list.dossier_id', '=', query.dossierId!)).where('statement_list.archived', '=', query.archived === 'yes').select('statement_list.id').orderBy('statement_list.changed_at', 'desc').execute()
    const items: api.StatementBrief[] = []
    for (const { id } of rows) {
      const situation = await loadSituation(deps, caller, { statementId: id })
      if (!('problem' in situation) && whyNot('read-draft', caller.who, situation) === null) items.push(await briefOf(deps, situation.statement!, situation.dossier!, await organisationsOf(deps.events, situation.dossier!), now))
    }
    return { items, next: null }
  })

  on(api.startStatement, async (call) => {
    const { dossierId, template, ...wish } = call.body
    const id = newId()
    const outcome = await deps.events.decide({ write: streamOf.statement(id), read: [streamOf.dossier(dossierId)], by: call.by }, async ({ state, trx }) => {
      const slug = await freeSlug(trx, wish.title)
      const passages: Passage[] = template === false ? [plainPassage(passageId(), 'title', wish.title)] : templatePassages(wish.type, wish.language, passageId, wish.title)
      return { ...decideStart(state(streamOf.dossier(dossierId))!, { ...wish, slug, participants: null }), with: (inside: Trx) => createRoom(inside, id, passages, deps.steps) }
    })
    return outcome.ok ? shown(deps, call, id) : refused(outcome.because)
  })
  on(api.duplicateStatement, async (call) => {
    const id = newId()
    const from = call.situation.statement!
    const outcome = await deps.events.decide({ write: streamOf.statement(id), read: [streamOf.statement(from.id)], by: call.by }, async ({ state, trx }) => {
      const passages = readPassages(await loadDraft(trx, from.id, deps.steps))
      return { ...decideDuplicate(state(streamOf.statement(from.id))!, { title: call.body.title, slug: await freeSlug(trx, call.body.title) }), with: (inside: Trx) => createRoom(inside, id, passages, deps.steps) }
    })
    return outcome.ok ? shown(deps, call, id) : refused(outcome.because)
  })

  on(api.seeStatement, (call) => shown(deps, call, call.params.statementId))
  on(api.changeStatement, (call) => decideOn(deps, call, (statement, dossier) => {
    const { title, wordBudget, participants } = call.body
    const decisions = [
      title === undefined ? null : decideRename(statement, { title }),
      wordBudget === undefined ? null : decideSetWordBudget(statement, { wordBudget }),
      participants === undefined ? null : decideSetParticipants(statement, dossier, { organisationIds: participants }),
    ]
    const refusal = decisions.find((decision) => decision?.ok === false)
    return refusal ?? { ok: true, facts: decisions.flatMap((decision) => (decision?.ok ? decision.facts : [])) }
  }))
  on(api.archiveStatement, (call) => decideOn(deps, call, (statement) => decideArchive(statement, { archived: true })))
  on(api.unarchiveStatement, (call) => decideOn(deps, call, (statement) => decideArchive(statement, { archived: false })))
  on(api.stopStatement, async (call) => {
    const stopped = await decideOn(deps, call, (statement) => decideStop(statement, call.body), (trx) => closeRoom(trx, call.params.statementId))
    await publishRoomChanged(deps, call.params.statementId)
    return stopped
  })
  on(api.deleteStatement, async (call) => {
    const statement = streamOf.statement(call.params.statementId)
    const outcome = await deps.events.decide({ write: statement, by: call.by }, ({ state }) => ({ ...decideDelete(state(statement)!), with: (trx: Trx) => closeRoom(trx, call.params.statementId) }))
    return outcome.ok ? undefined : refused(outcome.because)
  })

  on(api.seeDraft, async ({ situation }) => {
    const statement = situation.statement!
    const passages = readPassages(await loadDraft(db, statement.id, deps.steps))
    return { passages: passages.map(passageView), words: wordsOf(passages), findings: findingsOf(passages, statement), prints: passagePrints(passages) }
  })
  on(api.movePassage, async ({ params, body }) => {
    const edited = await editDraft(db, params.statementId, (doc) => movePassage(doc, params.passageId, body.direction))
    if (!edited.ok) return edited.because === 'closed' ? refused('draft-is-closed') : edited.because === 'unknown-passage' ? notFound() : undefined
    await publishUpdate(deps, params.statementId, edited)
    return undefined
  })
  /** A passage that was deleted under an older schema, as the text has it now. */
  const asNow = (row: { readonly passage: unknown; readonly schema: number }, schema: number): Passage => (row.schema === schema ? row.passage as Passage : raisePassages([row.passage], row.schema, schema, deps.steps)[0]!)
  on(api.listDeletedPassages, async ({ params }) => {
    const here = new Set(readPassages(await loadDraft(db, params.statementId, deps.steps)).map((passage) => passage.id))
    const rows = await db.selectFrom('deleted_passages').selectAll().where('room', '=', params.statementId).orderBy('deleted_at', 'desc').limit(100).execute()
    return { items: rows.filter((row) => !here.has(row.passage_id)).map((row) => ({ passage: passageView(asNow(row, newestSchema(deps.steps))), after: row.after_id, deletedAt: row.deleted_at.toISOString() })), next: null }
  })
  on(api.restorePassage, async ({ params }) => {
    const row = await db.selectFrom('deleted_passages').selectAll().where('room', '=', params.statementId).where('passage_id', '=', params.passageId).executeTakeFirst()
    if (!row) return notFound()
    const edited = await editDraft(db, params.statementId, (doc, schema) => {
      if (findPassage(doc, params.passageId)) return { ok: false as const, because: 'there-already' as const }
      // Where its neighbour is gone too, it comes back at the end rather than not at all.
      const after = row.after_id !== null && findPassage(doc, row.after_id) ? row.after_id : row.after_id === null ? null : readPassages(doc).at(-1)?.id ?? null
      return insertPassages(doc, after, [asNow(row, schema)])
    })
    if (!edited.ok) return edited.because === 'closed' ? refused('draft-is-closed') : undefined
    await publishUpdate(deps, params.statementId, edited)
    return undefined
  })

  on(api.listVersions, async ({ situation }) => ({ items: situation.statement!.versions.map(versionView).reverse(), next: null }))
  on(api.versionFile, async ({ situation, params }) => {
    const version = versionOf(situation.statement!, params.hash)
    const file = version ? await readFile(db, version.version) : null
    return file ? { bytes: file.bytes, headers: { 'content-type': 'application/json', 'content-disposition': `attachment; filename="${params.hash}.json"` } } : notFound('file')
  })
  on(api.seeSnapshot, async ({ params, query, context }) => {
    // One that was put together before the text was raised is not the text any more, and one of another schema is not for this browser.
    const snapshot = await db.selectFrom('snapshots').innerJoin('rooms', 'rooms.id', 'snapshots.room').select('snapshots.seq').where('room', '=', params.statementId)
      .$if(query.schema !== undefined, (found) => found.where('rooms.schema', '=', Number(query.schema)))
      .where((its) => its.not(its.exists(its.selectFrom('kept_texts').select('id').whereRef('kept_texts.room', '=', 'snapshots.room').whereRef('kept_texts.seq', '>=', 'snapshots.seq'))))
      .executeTakeFirst()
    if (!snapshot) return null
    const file = (seq: string, bytes: Uint8Array) => ({ bytes, headers: { 'content-type': 'application/octet-stream', 'content-encoding': 'gzip', 'etag': `"${seq}"`, 'cache-control': 'private, no-cache' } })
    // What the browser has is not read again: it may be long, and is asked for by everybody at every opening.
    if (context.req.header('if-none-match') === `"${snapshot.seq}"`) return file(snapshot.seq, new Uint8Array())
    const found = await db.selectFrom('snapshots').select(['seq', sql<string>`encode(gzip, 'base64')`.as('gzip')]).where('room', '=', params.statementId).where('seq', '=', snapshot.seq).executeTakeFirst()
    return found ? file(found.seq, Buffer.from(found.gzip, 'base64')) : null
  })
  on(api.draftPdf, async ({ situation }) => ({ bytes: await draftPdf(deps, situation.statement!, situation.dossier!), headers: pdfHeaders(situation.statement!.title) }))
  on(api.seeVersion, async ({ situation, params }) => {
    const version = versionOf(situation.statement!, params.hash)
    const file = version ? await readFile(db, version.version) : null
    if (!version || !file) return notFound()
    return { version: versionView(version), passages: readAnyVersion(file.bytes, deps.steps).passages.map(passageView), file: `/api/v1/statements/${params.statementId}/versions/${params.hash}/file` }
  })
}

/** `indent` and `content` as the editor has them; the contract leaves nothing out. */
export const passageView = (passage: Passage): api.PassageJson => ({ id: passage.id, kind: passage.kind, indent: passage.indent, content: passage.content.map((part) => ({ ...part })) })

export function findingsOf(passages: readonly Passage[], statement: Statement) {
  return findings(passages, statement.type, statement.wordBudget === null ? {} : { budget: statement.wordBudget }).map((finding) => ({
    code: finding.code, severity: finding.severity, passageId: finding.passageId, params: { ...finding.params } as Record<string, string | number>,
  }))
}
