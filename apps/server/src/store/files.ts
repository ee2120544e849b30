/** What is frozen or uploaded: a file named by its hash, in the database, so that every node has it. */
import { sha256 } from './chain.ts'
import type { Database, Trx } from './database.ts'

export interface StoredFile { readonly mediaType: string; readonly bytes: Uint8Array }

/** Keeps the bytes and returns their hash; the same bytes twice are one file. */
export async function keepFile(trx: Trx | Database, bytes: Uint8Array, mediaType: string): Promise<string> {
  const hash = sha256(bytes)
  await trx.insertInto('files').values({ hash, media_type: mediaType, bytes: Buffer.from(bytes) }).onConflict((conflict) => conflict.column('hash').doNothing()).execute()
  return hash
}

export async function readFile(db: Trx | Database, hash: string): Promise<StoredFile | null> {
  const row = await db.selectFrom('files').selectAll().where('hash', '=', hash).executeTakeFirst()
  return row ? { mediaType: row.media_type, bytes: row.bytes } : null
}
