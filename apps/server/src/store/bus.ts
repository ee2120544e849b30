/** Tells the other nodes that something was committed. Messages can be lost: who listens reads again after a gap. */
import pg from 'pg'
import type { Connection } from './database.ts'

export interface Bus {
  /** The payload must stay under 7,900 bytes. */
  publish(channel: Channel, payload: string): Promise<void>
  /** What is known here already. It may be heard here all the same; where nobody else is, it is not even made. */
  publishToOthers(channel: Channel, payloads: () => readonly string[]): Promise<void>
  /** `heard` gets every message, also one's own; `gap` runs whenever messages may have been missed. Returns the way to stop. */
  subscribe(heard: (channel: Channel, payload: string) => void, gap: () => void): Promise<() => Promise<void>>
}
export type Channel = typeof CHANNELS[number]

const CHANNELS = ['events', 'rooms', 'awareness'] as const
/** On which a node says that it is there. */
const HELLO = 'nodes'
/** By this name nodes find each other among the connections of the database. */
const NAME = 'draagvlak node'
const PAUSE = 500
const LOOK = 2_000
/** A connection that was cut off says nothing, and hears nothing; one that is whole answers in milliseconds, and a slow machine in seconds. In ms. */
const PATIENCE = 10_000
const NEIGHBOURS = 'select count(*)::int as count from pg_stat_activity where datname = current_database() and application_name = $1'

interface Subscriber { readonly heard: (channel: Channel, payload: string) => void; readonly gap: () => void }

/**
 * LISTEN on one connection per node and NOTIFY on another, made again when they are lost. A NOTIFY costs the database about as much as a write; a node that is
 * alone speaks to itself instead. A newcomer says hello before it opens anything, and is then told everything; what was said in between its
 * coming and its being heard is found in the log, as after every gap. Who else is there is asked on the connection that listens: so it shows that this one still hears.
 * @param came told, for one message at a time, when it left (from `performance.now()`) as soon as this node hears it itself.
 * @param patience after so long without an answer, in ms, the connection counts as lost.
 */
export function postgresBus({ url, speaker }: Pick<Connection, 'url' | 'speaker'>, { came = () => {}, patience = PATIENCE }: { readonly came?: (since: number) => void; readonly patience?: number } = {}): Bus {
  const subscribers = new Set<Subscriber>()
  let client: pg.Client | null = null
  let opening: Promise<void> | null = null
  let alone = false
  let hellos = 0
  let look: NodeJS.Timeout | undefined
  let looking = false

  let sample: { readonly payload: string; readonly since: number } | null = null
  const deliver = (channel: Channel, payload: string) => { for (const { heard } of subscribers) heard(channel, payload) }
  const notify = (channel: string, payload: string) => speaker.query({ name: 'notify', text: 'select pg_notify($1, $2)', values: [channel, payload] })

  async function send(channel: Channel, payload: string): Promise<void> {
    sample ??= { payload, since: performance.now() }
    await notify(channel, payload)
  }
  async function connect(): Promise<void> {
    const next = new pg.Client({ connectionString: url, keepAlive: true, connectionTimeoutMillis: patience, query_timeout: patience, application_name: NAME })
    next.on('notification', ({ channel, payload = '' }) => {
      if (channel === HELLO) welcome()
      else deliver(channel as Channel, payload)
      if (sample?.payload === payload) {
        came(sample.since)
        sample = null
      }
    })
    next.on('error', () => {})
    next.on('end', () => lost(next)) // also after a connection that never came to be
    client = next
    try {
      await next.connect()
      for (const channel of [...CHANNELS, HELLO]) await next.query(`listen ${channel}`)
      await notify(HELLO, '')
    } catch (error) { // who listens but could not say hello is heard of by nobody: it is made again
      void next.end().catch(() => {})
      throw error
    }
    for (const { gap } of subscribers) gap()
  }
  /** Somebody came, perhaps this node itself. */
  function welcome(): void {
    alone = false
    hellos += 1
  }
  function lost(which: pg.Client): void {
    alone = false
    sample = null
    if (client === which) setTimeout(() => { if (client === which) void connect().catch(() => {}) }, PAUSE)
  }
  async function lookAround(): Promise<void> {
    const asked = client
    if (!asked || looking) return
    looking = true
    const before = hellos
    try {
      const { rows: [found] } = await asked.query<{ count: number }>({ name: 'neighbours', text: NEIGHBOURS, values: [NAME] })
      if (hellos === before) alone = found?.count === 1
    } catch { // without an answer it may never end by itself
      asked.removeAllListeners('notification')
      void asked.end().catch(() => {})
      lost(asked)
    } finally {
      looking = false
    }
  }
  async function close(): Promise<void> {
    const last = client
    client = null
    opening = null
    alone = false
    clearInterval(look)
    look = undefined
    await last?.end().catch(() => {})
  }

  return {
    async publish(channel, payload) {
      if (alone) setImmediate(deliver, channel, payload)
      else await send(channel, payload)
    },
    async publishToOthers(channel, payloads) {
      if (!alone) for (const payload of payloads()) await send(channel, payload)
    },
    async subscribe(heard, gap) {
      const subscriber = { heard, gap }
      subscribers.add(subscriber)
      look ??= setInterval(() => void lookAround(), LOOK).unref()
      await (opening ??= connect())
      return async () => {
        subscribers.delete(subscriber)
        if (subscribers.size === 0) {
          await close()
        }
      }
    },
  }
}
