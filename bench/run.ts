/** The project's own benchmark: starts the built server on a fresh folder and measures what a writer and a reader feel. `npm run bench -- --readers 50 --letters 100` */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import net, { type AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { setTimeout as pause } from 'node:timers/promises'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { readFrame, SAVED, updateFrame } from '@draagvlak/sync/frames'
import target from './target.mjs'

const { values } = parseArgs({ options: { readers: { type: 'string', default: '50' }, letters: { type: 'string', default: '100' } } })
const READERS = Number(values.readers)
const LETTERS = Number(values.letters)

const freePort = async (): Promise<number> => {
  const server = net.createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  return port
}
const since = (start: number): number => Math.round((performance.now() - start) * 10) / 10
const at = (sorted: readonly number[], share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN

async function healthy(port: number): Promise<void> {
  for (;;) {
    if (await fetch(`http://127.0.0.1:${port}/readyz`).then(({ ok }) => ok, () => false)) return
    await pause(20)
  }
}

interface Paths { readonly partner: string; readonly attacker: string }

async function open(address: string, heard: (bytes: Uint8Array) => void, refused: (why: string) => void): Promise<WebSocket> {
  const ws = new WebSocket(address)
  ws.on('close', (code: number, why: Buffer) => refused(`the server closed a connection: ${code} ${String(why)}`))
  ws.on('message', (bytes: Buffer) => heard(new Uint8Array(bytes)))
  await once(ws, 'message') // the room asks what it lacks: now we are in it
  return ws
}

/** One letter after the other: each is sent when all readers have the last one. */
async function typing(base: string, room: Paths): Promise<{ saved: number[]; seen: number[] }> {
  const doc = new Y.Doc()
  const element = new Y.XmlElement('passage')
  const [saved, seen]: [number[], number[]] = [[], []]
  let start = 0
  let left = 0
  let done = () => {}
  let broken: (why: Error) => void = () => {}
  const refused = (why: string) => broken(new Error(why))
  const arrived = (into: number[]) => () => {
    into.push(since(start))
    if ((left -= 1) === 0) done()
  }
  const writer = await open(`${base}${room.partner}`, (bytes) => { if (bytes[0] === SAVED) arrived(saved)() }, refused)
  const readers = await Promise.all(Array.from({ length: READERS }, () => open(`${base}${room.attacker}`, (bytes) => { if (bytes[0] === 0 && readFrame(bytes).type === 'update') arrived(seen)() }, refused)))
  const send = (change: () => void) => new Promise<void>((resolve, reject) => {
    const before = Y.encodeStateVector(doc)
    doc.transact(change)
    left = READERS + 1
    done = resolve
    broken = reject
    start = performance.now()
    writer.send(updateFrame(Y.encodeStateAsUpdate(doc, before)))
  })
  await send(() => {
    element.setAttribute('id', 'benchmark1')
    element.setAttribute('kind', 'paragraph')
    element.insert(0, [new Y.XmlText('')])
    doc.getXmlFragment('default').insert(0, [element])
  })
  for (const times of [saved, seen]) times.length = 0
  for (let letter = 0; letter < LETTERS; letter += 1) await send(() => { (element.get(0) as Y.XmlText).insert(letter, 'a') })
  for (const ws of [writer, ...readers]) ws.terminate()
  return { saved: saved.toSorted((a, b) => a - b), seen: seen.toSorted((a, b) => a - b) }
}

const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'draagvlak-bench-'))
const port = await freePort()
const { args, env } = target.start({ port, dataDir })
const begun = performance.now()
const server = spawn(process.execPath, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'inherit'] })
try {
  await healthy(port)
  const started = since(begun)
  await target.ready({ port, dataDir })
  const rooms: Record<string, Paths> = await target.rooms({ port, dataDir, names: ['bench'] })
  const { saved, seen } = await typing(`ws://127.0.0.1:${port}`, rooms.bench!)
  process.stdout.write(`first start, database made: ${started} ms
${LETTERS} letters to ${READERS} readers, one at a time, each on disk before it is seen
saved to the writer: p50 ${at(saved, 0.5)} ms, p99 ${at(saved, 0.99)} ms
seen by a reader:    p50 ${at(seen, 0.5)} ms, p99 ${at(seen, 0.99)} ms
`)
} finally {
  server.kill('SIGTERM')
  await once(server, 'exit')
  fs.rmSync(dataDir, { recursive: true, force: true })
}
