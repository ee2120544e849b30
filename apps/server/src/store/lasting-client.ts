/** One connection that lasts, for what is asked with every letter: nothing is looked for in a pool, and the same process of the database answers, with all it needs at hand. */
import pg from 'pg'

export interface LastingClient {
  /** @throws Error when the connection is lost meanwhile or can't be made; the next question makes it anew. */
  query<Row extends pg.QueryResultRow>(query: pg.QueryConfig): Promise<pg.QueryResult<Row>>
  close(): Promise<void>
}

/** The database refused this question, and goes on; anything else is the end of a connection, though it may not know yet. */
const isAnswer = (error: unknown): boolean => error instanceof pg.DatabaseError && error.severity === 'ERROR'

/** A database that was cut off says nothing, for a quarter of an hour; one that answers does so in milliseconds, and a slow disk in seconds. In ms. */
const PATIENCE = 20_000

/** @param options settings of the session, as PostgreSQL's command line has them. @param patience after so long without an answer, in ms, the connection counts as lost. */
export function lastingClient(url: string, { options, patience = PATIENCE }: { readonly options?: string; readonly patience?: number } = {}): LastingClient {
  let open: pg.Client | null = null
  let opening: Promise<pg.Client> | null = null
  let last: Promise<unknown> = Promise.resolve()
  let closed = false

  async function connect(): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: url, keepAlive: true, connectionTimeoutMillis: 10_000, query_timeout: patience, ...(options ? { options } : {}) })
    client.on('error', () => {}) // who asked is told
    client.on('end', () => { if (open === client) open = null })
    try {
      await client.connect()
      return open = client
    } finally {
      opening = null
    }
  }
  function giveUp(client: pg.Client): void {
    if (open === client) open = null
    void client.end().catch(() => {})
  }
  return {
    async query(query) {
      if (closed) throw new Error('the connection was closed')
      const client = open ?? await (opening ??= connect())
      const answer = last = client.query(query)
      try { return await answer } catch (error) {
        if (!isAnswer(error)) giveUp(client)
        throw error
      }
    },
    /** What was asked before is answered first. */
    async close() {
      closed = true
      await opening?.catch(() => {})
      await last.catch(() => {})
      await open?.end()
    },
  }
}
