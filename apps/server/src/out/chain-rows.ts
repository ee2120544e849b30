/** Rows of the table of events as links of a chain. */
import type { ChainedEvent } from '@draagvlak/domain/audit'
import type { Selectable } from 'kysely'
import type { Tables } from '../store/tables.ts'

export const chainOf = (rows: readonly Selectable<Tables['events']>[]): ChainedEvent[] => rows.map((row) => ({
  stream: row.stream, revision: row.revision, type: row.type, v: row.v, at: row.at.toISOString(), by: row.by as ChainedEvent['by'], reads: row.reads, dataHash: row.data_hash,
  previous: row.previous, hash: row.hash, data: row.data, salt: row.salt?.toString('hex') ?? null,
}))
