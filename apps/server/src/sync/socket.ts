/** The front door of the rooms: checks Origin, session or ticket, right and room; the socket takes the server's raw upgrade. */
import { newestSchema } from '@draagvlak/editor/schema-steps'
import { CLOSE } from '@draagvlak/sync/frames'
import { MAXIMUM_MESSAGE, TEXT_IS_FULL } from '@draagvlak/sync/limits'
import { whyNotUnder } from '@draagvlak/sync/schemas'
import type { ServerType } from '@hono/node-server'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import { WebSocketServer, type WebSocket } from 'ws'
import type { Deps } from '../deps.ts'
import { cookieName } from '../people/caller.ts'
import { keepEarly } from './early.ts'
import { createHeartbeat } from './heartbeat.ts'
import { openInbox } from './inbox.ts'
import { createOutboxes, type Outbox } from './outbox.ts'
import { createPauses, type Pauses } from './pauses.ts'
import { openRooms, type Rooms } from './rooms.ts'
import { admit, rightsIn, type Admission, type Arrival, type Right, type Visit } from './reception.ts'
import { standingsAmong } from './tickets.ts'
import { together } from '../together.ts'

export interface Sockets {
  readonly connections: () => number
  readonly rooms: () => number
  drain(): Promise<void>
}
/** `byTicket`: for one organisation, whichever its person acts for elsewhere. */
interface Connection extends Visit { right: Right; readonly byTicket: boolean; readonly close: (code: number, why: string) => void }

const CHECK = 1_000
/** After a restart everybody comes back: who comes in this time is looked up with the others. */
const MOMENT = 100
/** After so long without an answer the database is asked again, on another connection: for who comes in, in a crowd that takes a while, and for the rights of who is there. */
const PATIENCE = 15_000
const PATIENCE_WITH_RIGHTS = 5_000

export function attachSockets(server: ServerType, deps: Deps): Sockets {
  const wss = new WebSocketServer({ noServer: true, maxPayload: MAXIMUM_MESSAGE * 16, perMessageDeflate: false })
  const rooms = openRooms(deps)
  const openOutbox = createOutboxes()
  const heartbeat = createHeartbeat()
  const connections = new Set<Connection>()
  const pauses = createPauses()
  const admitted = together((arrivals: readonly Arrival[]) => admit(deps, arrivals), { wait: MOMENT, patience: PATIENCE })
  /** How often rights were looked at: who was on the way in meanwhile was not among those. */
  let looks = 0
  const looked = together(async (asked: readonly null[]) => {
    const look = looks += 1
    await refresh(deps, connections, rooms, () => look === looks)
    return asked
  }, { patience: PATIENCE_WITH_RIGHTS })
  let ending = false
  let looking: Promise<unknown> = Promise.resolve()
  /** False where it could not be done: who asks must ask again. */
  const recheck = (): Promise<boolean> => {
    const done = looked(null).then(() => true, (error: unknown) => {
      deps.log.error({ err: error }, 'rights could not be looked at')
      return false
    })
    looking = done
    return done
  }
  const stopLive = deps.live.listen(() => void recheck())
  const watch = watchForMissed(deps, connections, recheck, rooms)

  ;(server as { on(event: 'upgrade', listener: (request: IncomingMessage, socket: Duplex, head: Buffer) => void): void }).on('upgrade', (request, socket, head) => {
    // Nobody else listens to this socket yet: what a stranger does to it must not end the server.
    socket.on('error', destroyed)
    const url = addressOf(request)
    if (!url?.pathname.startsWith('/sync/')) return refuseUpgrade(socket, 404)
    // A page of somebody else must not read along with this browser's cookie.
    if (request.headers.origin && request.headers.origin !== deps.config.baseUrl && !url.searchParams.get('ticket')) return refuseUpgrade(socket, 403)
    wss.handleUpgrade(request, socket, head, (ws) => {
      heartbeat.watch(ws)
      void welcome({ deps, rooms, connections, pauses, admitted, looks: () => looks, recheck }, { ws, outbox: openOutbox(ws, socket) }, request, url).catch((error: unknown) => {
        // Who is on the way in while the server stops goes to another: that is no fault.
        if (!ending) deps.log.error({ err: error }, 'a socket could not be opened')
        ws.close(ending ? CLOSE.goingAway : CLOSE.tryAgain, 'try again')
      })
    })
  })

  return {
    connections: () => connections.size, rooms: () => rooms.count,
    async drain() {
      ending = true
      clearInterval(watch)
      heartbeat.stop()
      stopLive()
      await looking
      await rooms.stop()
      for (const ws of wss.clients) ws.close(CLOSE.goingAway, 'the server stops')
      wss.close()
    },
  }
}

/** A function of its own: one made at the upgrade would hold on to its request, for every connection. */
function terminated(this: WebSocket): void { this.terminate() }
function destroyed(this: Duplex): void { this.destroy() }

/** Null for what is no address: anyone can ask for anything here, `//` included. */
function addressOf({ url = '/' }: IncomingMessage): URL | null {
  if (!URL.canParse(url, 'http://localhost')) return null
  const address = new URL(url, 'http://localhost')
  try { decodeURIComponent(address.pathname) } catch { return null }
  return address
}

function refuseUpgrade(socket: Duplex, status: 403 | 404): void {
  socket.end(`HTTP/1.1 ${status} ${status === 403 ? 'Forbidden' : 'Not Found'}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`)
}

interface Hall { readonly deps: Deps; readonly rooms: Rooms; readonly connections: Set<Connection>; readonly pauses: Pauses; readonly admitted: (arrival: Arrival) => Promise<Admission | null>; readonly looks: () => number; readonly recheck: () => Promise<boolean> }

/** A browser can't see an HTTP status here and would retry for ever: every refusal is accepted and then closed with its code. */
async function welcome({ deps, rooms, connections, pauses, admitted, looks, recheck }: Hall, { ws, outbox }: { ws: WebSocket; outbox: Outbox }, request: IncomingMessage, url: URL): Promise<void> {
  const early = keepEarly(ws, () => refuse(CLOSE.tooLarge, 'too much before saying who you are'))
  ws.on('error', terminated)
  const name = decodeURIComponent(url.pathname.slice('/sync/'.length))
  const refuse = (code: number, why: string) => {
    early.take()
    deps.log.info({ code, why, room: name }, 'socket refused')
    deps.meter.refused(code, why)
    ws.close(code, why)
  }
  const ticket = url.searchParams.get('ticket')
  const arrival = { room: name, ticket, cookie: ticket ? undefined : sessionCookie(deps, request) }
  let before = looks()
  let admission = await admitted(arrival)
  for (let wait = waitOf(pauses, admission, name); wait > 0; wait = waitOf(pauses, admission, name)) {
    // Nothing of it is read meanwhile: what it sends waits in the network. What it may is asked anew afterwards.
    ws.pause()
    await pause(wait, undefined, { ref: false })
    ws.resume()
    before = looks()
    admission = await admitted(arrival)
  }
  if (!admission) return refuse(CLOSE.whoAreYou, 'who are you')
  const { caller, right, user } = admission
  if (right === null) return refuse(CLOSE.noSuchRoom, 'no such room')
  if (right === 'none') return refuse(CLOSE.notYours, 'not yours')
  const person = caller.who.personId!
  if (ws.readyState !== ws.OPEN) return void early.take()
  const schema = schemaIn(url)
  let entered = false
  try {
    const room = await rooms.open(name)
    if (!room) return refuse(CLOSE.noSuchRoom, 'no such room')
    // This node may not have heard yet that the draft was frozen or opened again.
    await rooms.look(name)
    const newest = newestSchema(deps.steps)
    if (schema !== null && schema <= newest) await rooms.raise(name, schema)
    // A client that wrote under an earlier epoch keeps its words as text: they belong to a text that was frozen since.
    const epoch = url.searchParams.get('epoch')
    if (epoch !== null && Number(epoch) !== room.epoch) return refuse(CLOSE.closedForWriting, 'closed for writing')
    const not = whyNotUnder(room.schema, schema, newest)
    if (not) return refuse(not.code, not.why)
    if (ws.readyState !== ws.OPEN) return
    const close = (code: number, why: string) => {
      deps.log.info({ code, why, room: name }, 'socket closed')
      deps.meter.refused(code, why)
      outbox.flush()
      ws.close(code, why)
      if (tookALook(code, why) && pauses.refused(person, name)) sendAway(connections, person, name)
    }
    const connection: Connection = { caller, room: name, right, byTicket: Boolean(ticket), close }
    const member = room.join({
      may: () => connection.right, frames: url.searchParams.get('frames') === '1', schema, user, owner: person, actingFor: caller.who.organisationId, send: outbox.send, close,
    })
    entered = true
    connections.add(connection)
    if (looks() !== before) void recheck()
    const first = early.take()
    const inbox = openInbox(ws, (bytes) => member.receive(bytes), () => member.done())
    for (const bytes of first) member.receive(bytes)
    ws.on('close', () => {
      inbox.close()
      member.leave()
      connections.delete(connection)
      rooms.left(name)
    })
  } finally {
    if (!entered) rooms.left(name)
  }
}

const waitOf = (pauses: Pauses, admission: Admission | null, room: string): number => (admission ? pauses.before(admission.caller.who.personId!, room) : 0)

/** What is refused by its bytes alone keeps nobody waiting. */
const tookALook = (code: number, why: string): boolean => (code === CLOSE.notValid && why !== 'parts-are-missing' && why !== 'too-many-clients') || why === TEXT_IS_FULL

/** Who tries again and again must not do so on many connections at once: all of them wait. */
function sendAway(connections: Set<Connection>, person: string, room: string): void {
  for (const connection of connections) {
    if (connection.room !== room || connection.caller.who.personId !== person) continue
    connections.delete(connection)
    connection.right = 'none'
    connection.close(CLOSE.tryAgain, 'try again later')
  }
}

/** Null where the client does not say. What is no number knows nothing. */
function schemaIn(url: URL): number | null {
  const said = url.searchParams.get('schema')
  return said === null ? null : /^\d{1,6}$/.test(said) ? Number(said) : 0
}

function sessionCookie(deps: Deps, { headers: { cookie = '' } }: IncomingMessage): string | undefined {
  const wanted = `${cookieName(deps, 'session')}=`
  return cookie.split(/;\s*/).find((part) => part.startsWith(wanted))?.slice(wanted.length)
}

/** Something was decided: every connection has the right that it has now. */
async function refresh(deps: Deps, connections: ReadonlySet<Connection>, rooms: Rooms, isLast: () => boolean): Promise<void> {
  const all = [...connections]
  if (all.length === 0) return
  const standing = await standingsAmong(deps, all.map(({ caller }) => caller))
  const rights = await rightsIn(deps, all)
  if (!isLast()) return // it came late: another knows better
  let mayMore = false
  all.forEach((connection, at) => {
    const was = connection.right
    const stands = standing(connection.caller)
    const over = stands === 'ended' || (stands === 'acts-for-another' && !connection.byTicket)
    connection.right = over ? 'none' : rights[at] ?? 'none'
    mayMore ||= connection.right === 'write' && was !== 'write'
    if (stands === 'ended') connection.close(CLOSE.whoAreYou, 'who are you')
    else if (over) connection.close(CLOSE.tryAgain, 'you act for another organisation now')
  })
  rooms.recheck()
  // Where the text was opened again and nobody said so here, they are let in to write when that is known.
  if (mayMore) rooms.lookAtAll()
}

/** The newest of a table and how many stand there near it: a number is given before its row is committed, so that one may come after a higher one. */
const mark = (table: string, number: string) => `select concat(max(${number}), ' ', count(*)) from ${table} where ${number} > (select coalesce(max(${number}), 0) from ${table}) - 1000`
const WATCH = `select (${mark('events', 'seq')}) as mark, (${mark('kept_texts', 'id')}) as kept,
  (select count(*) from sessions where id = any($1::uuid[]) and expires_at > $3)::int as sessions,
  (select count(*) from unnest($4::uuid[], $5::uuid[]) as acting (session, organisation) join sessions on id = session where organisation_id is distinct from organisation)::int as switched,
  (select count(*) from api_tokens where id = any($2::uuid[]) and revoked_at is null)::int as tokens`

/**
 * A lost message must not keep a right alive, nor an older client in a text that was raised: one small query a second says whether anything was decided
 * or any text raised, or a session or token behind a connection ended or its person acts for another organisation.
 */
function watchForMissed(deps: Deps, connections: ReadonlySet<Connection>, recheck: () => Promise<boolean>, rooms: Rooms): NodeJS.Timeout {
  let last = ''
  let kept = ''
  return setInterval(() => {
    if (connections.size === 0) return
    const [sessions, tokens] = (['sessionId', 'tokenId'] as const).map((id) => [...new Set([...connections].flatMap(({ caller }) => caller[id] ?? []))]) as [string[], string[]]
    const acting = [...new Map([...connections].filter(({ byTicket }) => !byTicket).map(({ caller }) => [`${caller.sessionId} ${caller.who.organisationId}`, caller])).values()]
    deps.connection.pool.query<{ mark: string; kept: string; sessions: number; switched: number; tokens: number }>({ name: 'watch', text: WATCH, values: [sessions, tokens, deps.now(), acting.map(({ sessionId }) => sessionId), acting.map(({ who }) => who.organisationId)] }).then(async ({ rows: [now] }) => {
      if (now!.kept !== kept) rooms.lookAtAll()
      kept = now!.kept
      const isSame = now!.mark === last && now!.sessions === sessions.length && now!.switched === 0 && now!.tokens === tokens.length
      if (isSame || await recheck()) last = now!.mark
    }).catch(() => {})
  }, CHECK)
}
