/** A disk that is really full, under the server as it runs with its own PostgreSQL: nothing is called saved that is not, and writing goes on when there is room. */
import { passageElements } from '@draagvlak/editor/ydoc'
import { TextClient } from '@draagvlak/sync/client'
import { unpackFrames } from '@draagvlak/sync/frames'
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { DISK_HAS_ROOM, DISK_IS_FULL } from '../store/full-disk.ts'
import { testCoalition } from '../testing/coalition.ts'
import { testHouse } from '../testing/house.ts'
import { startNode, type Node } from '../testing/node.ts'
import { asSeenBy, fillDisk, onSmallDisk, whyNoSmallDisk } from '../testing/small-disk.ts'

const whyNot = whyNoSmallDisk()
const MEBIBYTES = 140
const PATIENCE = { timeout: 45_000, interval: 20 }

const open: TextClient[] = []
let node: Node, folder: string, cluster: string, room: string, cookie: string
const log: { msg: string; why?: string }[] = []
const said = (message: string) => log.filter(({ msg }) => msg === message)
const databaseUrl = () => {
  const [, , , port] = fs.readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8').split('\n')
  return `postgres://app:${fs.readFileSync(path.join(cluster, 'app.password'), 'utf8')}@127.0.0.1:${port}/postgres`
}
beforeAll(async () => {
  if (whyNot !== null) return
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'draagvlak-test-'))
  const heard = (line: string) => { if (line.startsWith('{')) log.push(JSON.parse(line) as { msg: string }) }
  node = await startNode('', { DATA_DIR: path.join(folder, 'data'), LOG_LEVEL: 'info', PG_ROOT: '' }, { through: onSmallDisk(MEBIBYTES, folder), heard })
  cluster = path.join(asSeenBy(node.process.pid!, folder), 'data', 'postgres')
  const house = await testHouse({ url: databaseUrl(), moment: new Date(Date.now()).toISOString() })
  const coalition = await testCoalition(house)
  room = await coalition.statement('Volle schijf')
  cookie = `dv-session=${coalition.noor.cookies.get('dv-session')}`
  await house.close()
})
afterAll(async () => {
  for (const client of open) client.stop()
  await node?.stop()
  if (folder) fs.rmSync(folder, { recursive: true, force: true })
})

/** A browser with this text before it. */
async function aBrowser() {
  const closes: number[] = []
  class Socket extends WebSocket {
    constructor(url: string) {
      super(url, { headers: { cookie } })
      this.on('close', (code) => closes.push(code))
    }
  }
  const client = new TextClient({ serverUrl: `${node.url.replace('http', 'ws')}/sync`, room, epoch: 0, schema: 1, writing: true, copy: null, onNotice: () => {}, WebSocket: Socket as unknown as typeof globalThis.WebSocket })
  open.push(client)
  const states: string[] = []
  client.subscribe(() => states.push(client.state().is))
  await client.ready
  return { client, closes, states, words: () => wordsOf(client.doc) }
}
/** The numbers of the words that stand there, in their order. */
const wordsOf = (doc: Y.Doc): number[] => [...passageElements(doc).map(String).join(' ').matchAll(/\bw(\d+)\b/g)].map(([, number]) => Number(number))
const upTo = (count: number) => Array.from({ length: count }, (_, at) => at + 1)
/** A word and 3,000 letters of which no database makes less: no room for it is left over anywhere. */
function type({ doc }: TextClient, number: number): void {
  const last = passageElements(doc).at(-1)!
  const text = last.toArray().find((part) => part instanceof Y.XmlText) ?? (() => { const made = new Y.XmlText(); last.insert(0, [made]); return made })()
  text.insert(text.length, ` w${number} ${randomBytes(1_500).toString('hex')}`)
}
async function ask<T extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<T[]> {
  const client = new pg.Client({ connectionString: databaseUrl() })
  client.on('error', () => {})
  try {
    await client.connect()
    return (await client.query<T>(sql, values)).rows
  } finally { await client.end().catch(() => {}) }
}
async function onDisk(): Promise<number[]> {
  const doc = new Y.Doc()
  for (const { frames } of await ask<{ frames: Buffer }>('select frames from document_log where room = $1 order by seq', [room])) for (const update of unpackFrames(frames)) Y.applyUpdate(doc, update)
  return wordsOf(doc)
}

test.skipIf(whyNot !== null)(`[R4] [R6] [R10] on a full disk nothing is called saved and nobody sees it, with PostgreSQL running or ended; with room again everything arrives once, by itself${whyNot === null ? '' : ` (not here: ${whyNot})`}`, async () => {
  const [noor, samira] = await Promise.all([aBrowser(), aBrowser()])
  let typed = 0
  /** Types until the server could not write; what was called saved before. */
  const saved = async (): Promise<number> => {
    for (;;) {
      const closed = noor.closes.length
      type(noor.client, typed += 1)
      await vi.waitFor(() => { expect(noor.client.state().is === 'saved' || noor.closes.length > closed).toBe(true) }, PATIENCE)
      if (noor.closes.length > closed) return typed - 1
    }
  }
  const ballast = path.join(asSeenBy(node.process.pid!, folder), 'ballast')
  type(noor.client, typed += 1)
  await vi.waitFor(() => { expect([noor.client.state().is, samira.words()]).toEqual(['saved', [1]]) }, PATIENCE)
  fillDisk(ballast)
  const acknowledged = await saved()

  // PostgreSQL runs, and has no room for another row.
  const since = noor.states.length
  expect([noor.closes[0], noor.client.unsaved]).toEqual([1013, true])
  await vi.waitFor(() => { expect(said(DISK_IS_FULL)).toHaveLength(1) }, PATIENCE)
  type(noor.client, typed += 1)
  const tries = noor.closes.length
  await vi.waitFor(() => { expect(noor.closes.length).toBeGreaterThan(tries + 3) }, PATIENCE)
  const reader = await aBrowser() // reading goes on
  expect([samira.words(), reader.words(), await onDisk()]).toEqual([upTo(acknowledged), upTo(acknowledged), upTo(acknowledged)])
  expect(said(DISK_IS_FULL)).toHaveLength(1) // not once for every try
  expect(log.filter(({ msg }) => msg === 'a room failed')).toEqual([])

  // Now it wants a new file for its journal, finds no room, ends, and can't be started.
  await expect(ask('select pg_switch_wal()').then(() => ask('create table more (one int)')).then(() => ask('select pg_switch_wal()'))).rejects.toThrow()
  await vi.waitFor(() => { expect(said(DISK_IS_FULL).length).toBeGreaterThan(2) }, PATIENCE)
  expect(said(DISK_IS_FULL)[1]!.why).toMatch(/^PostgreSQL ended .*No space left on device/)
  type(noor.client, typed += 1)
  expect([samira.words(), noor.client.unsaved]).toEqual([upTo(acknowledged), true])
  expect(noor.states.slice(since)).not.toContain('saved')

  fs.rmSync(ballast)
  await vi.waitFor(() => { expect([noor.client.state().is, samira.words().length, reader.words().length]).toEqual(['saved', typed, typed]) }, PATIENCE)
  expect([samira.words(), reader.words(), await onDisk(), (await aBrowser()).words()]).toEqual([upTo(typed), upTo(typed), upTo(typed), upTo(typed)])
  type(noor.client, typed += 1)
  await vi.waitFor(() => { expect([noor.client.state().is, samira.words()]).toEqual(['saved', upTo(typed)]) }, PATIENCE)
  expect([said(DISK_HAS_ROOM).length, node.process.exitCode]).toEqual([1, null])
}, 120_000)
