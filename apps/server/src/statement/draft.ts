/** The living text as commands see it: under a lock on its room, loaded from the log, written back as one more row. They need no open room. */
import { versionBytes, versionHash, passagePrints } from '@draagvlak/editor/canonical'
import type { Passage } from '@draagvlak/editor/passage'
import { newestSchema, raiseText, type SchemaSteps } from '@draagvlak/editor/schema-steps'
import { newPassageId } from '@draagvlak/editor/passage-id'
import { wordsOf } from '@draagvlak/editor/word-count'
import { readPassages, seedPassages } from '@draagvlak/editor/ydoc'
import type { Language, PassagePrint } from '@draagvlak/domain/passage'
import { packFrames, unpackFrames } from '@draagvlak/sync/frames'
import { randomBytes } from 'node:crypto'
import * as Y from 'yjs'
import type { Database, Trx } from '../store/database.ts'

export const passageId = (): string => newPassageId(() => randomBytes(4).readUInt32LE() / 2 ** 32)

/** Makes the room of a statement with its first passages, which are of the newest schema. */
export async function createRoom(trx: Trx, statementId: string, passages: readonly Passage[], steps: SchemaSteps): Promise<void> {
  await trx.insertInto('rooms').values({ id: statementId, statement_id: statementId, organisation_id: null, writable: true, epoch: 0, schema: newestSchema(steps) }).execute()
  const doc = new Y.Doc()
  seedPassages(doc, passages)
  await addRow(trx, statementId, 0, Y.encodeStateAsUpdate(doc))
}

/** One row in the log, by a command that made the room or holds its lock: what people type is written by `store/document-log.ts`. */
export async function addRow(trx: Trx, room: string, epoch: number, update: Uint8Array): Promise<void> {
  await trx.insertInto('document_log').values({ room, epoch, frames: Buffer.from(packFrames([update])) }).execute()
}

/**
 * The document of a room, raised for whoever reads it; on disk it stays as it is.
 * @throws Error when there is no such room, RangeError when its schema is newer than this program.
 */
export async function loadDraft(db: Database | Trx, room: string, steps: SchemaSteps): Promise<Y.Doc> {
  // The schema first: what is raised between the two is raised twice, and that changes nothing.
  const row = await db.selectFrom('rooms').select('schema').where('id', '=', room).executeTakeFirst()
  const doc = await rawDraft(db, room)
  if (row && row.schema !== newestSchema(steps)) raiseText(doc, row.schema, newestSchema(steps), steps)
  return doc
}

/** The document of a room as it is on disk. @throws Error when there is no such room. */
export async function rawDraft(db: Database | Trx, room: string): Promise<Y.Doc> {
  const rows = await db.selectFrom('document_log').select('frames').where('room', '=', room).orderBy('seq').execute()
  if (rows.length === 0) throw new Error(`The room ${room} has no log`)
  const doc = new Y.Doc()
  doc.transact(() => { for (const row of rows) for (const update of unpackFrames(row.frames)) Y.applyUpdate(doc, update) })
  return doc
}

/** What a command on the text did: the update to tell open rooms after the commit, or why nothing was done. */
export type Edited<Because> = { readonly ok: true; readonly update: Uint8Array; readonly schema: number } | { readonly ok: false; readonly because: Because | 'closed' }

/** Runs one edit with a client id of its own, on the text under the schema that the room has; everything typed meanwhile merges with it. */
export async function editDraft<Because>(db: Database, room: string, edit: (doc: Y.Doc, schema: number) => { ok: true } | { ok: false; because: Because }): Promise<Edited<Because>> {
  return db.transaction().execute(async (trx) => {
    const row = await trx.selectFrom('rooms').selectAll().where('id', '=', room).forUpdate().executeTakeFirst()
    if (!row?.writable) return { ok: false, because: 'closed' as const }
    const doc = await rawDraft(trx, room)
    const before = Y.encodeStateVector(doc)
    const edited = edit(doc, row.schema)
    if (!edited.ok) return edited
    const update = Y.encodeStateAsUpdate(doc, before)
    await addRow(trx, room, row.epoch, update)
    return { ok: true, update, schema: row.schema }
  })
}

export interface Frozen { readonly bytes: Uint8Array; readonly hash: string; readonly words: number; readonly prints: readonly PassagePrint[]; readonly passages: readonly Passage[]; readonly title: string }

export function frozenFrom(passages: readonly Passage[], language: Language): Frozen {
  const bytes = versionBytes({ language, passages })
  const title = passages.find((passage) => passage.kind === 'title')?.content.map((part) => (part.type === 'text' ? part.text : ' ')).join('').trim() ?? ''
  return { bytes, hash: versionHash(bytes), words: wordsOf(passages), prints: passagePrints(passages), passages, title }
}

/**
 * Closes the room and reads its log: exact on any number of nodes. An update that was confirmed is in it; one that comes later is refused.
 * Runs in the transaction that records the round.
 */
export async function freezeDraft(trx: Trx, room: string, language: Language, steps: SchemaSteps): Promise<Frozen> {
  await trx.updateTable('rooms').set((row) => ({ writable: false, epoch: row('epoch', '+', 1) })).where('id', '=', room).execute()
  return frozenFrom(readPassages(await loadDraft(trx, room, steps)), language)
}

/** Opens the room again, under the next epoch; returns it. */
export async function reopenRoom(trx: Trx, room: string): Promise<number> {
  const { epoch } = await trx.updateTable('rooms').set((row) => ({ writable: true, epoch: row('epoch', '+', 1) })).where('id', '=', room).returning('epoch').executeTakeFirstOrThrow()
  return epoch
}
/** For good: nothing was frozen, so the epoch stays that of the draft. */
export async function closeRoom(trx: Trx, room: string): Promise<void> {
  await trx.updateTable('rooms').set({ writable: false }).where('id', '=', room).execute()
}
