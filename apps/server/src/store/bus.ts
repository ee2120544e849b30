/** Tells the other nodes that something was committed. Messages can be lost: who listens reads again after a gap. */
import pg from 'pg'

export interface Bus {
  /** The payload must stay under 7,900 bytes. */
  publish(channel: string, payload: string): Promise<void>
  /** `heard` gets every message, also one's own; `gap` runs whenever messages may have been missed. Returns the way to stop. */
  subscribe(heard: (channel: string, payload: string) => void, gap: () => void): Promise<() => Promise<void>>
}
const CHANNELS = ['events', 'rooms', 'awareness'] as const
const PAUSE = 500

/** LISTEN and NOTIFY on one connection of its own per node, made again when it is lost. */
export function postgresBus(url: string, pool: pg.Pool): Bus {
  return {
    async publish(channel, payload) {
      await pool.query({ name: 'notify', text: 'select pg_notify($1, $2)', values: [channel, payload] })
    },
    async subscribe(heard, gap) {
      let closed = false
      let client: pg.Client | null = null
      const open = async () => {
        const next = new pg.Client({ connectionString: url, keepAlive: true })
        next.on('notification', (message) => heard(message.channel, message.payload ?? ''))
        next.on('error', () => {})
        next.on('end', () => { if (!closed) setTimeout(() => void open().catch(() => {}), PAUSE) }) // also after a connection that never came to be
        client = next
        await next.connect()
        for (const channel of CHANNELS) await next.query(`listen ${channel}`)
        gap()
      }
      await open()
      return async () => {
        closed = true
        await client?.end().catch(() => {})
      }
    },
  }
}
