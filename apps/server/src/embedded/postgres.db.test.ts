/** The database that npm installs: its first start, its second, and what is left after a kill. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { whatIsUnsafe } from '../store/database.ts'
import { keepPostgres, pauseBefore } from './keep-postgres.ts'
import { startPostgres } from './postgres.ts'

let folder: string
beforeEach(() => { folder = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'draagvlak-test-')), 'postgres') })
afterEach(() => fs.rmSync(path.dirname(folder), { recursive: true, force: true }))
const start = (durable = true) => startPostgres({ folder, durable, log: () => {} })
const ask = async (url: string, sql: string) => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try { return (await client.query(sql)).rows } finally { await client.end() }
}

test('what was written is there after a stop and a second start, and only this machine can connect', async () => {
  const first = await start()
  await ask(first.url, 'create table kept (word text); insert into kept values (\'staat\')')
  await first.stop()
  const second = await start()
  expect(await ask(second.url, 'select word from kept')).toEqual([{ word: 'staat' }])
  expect(await ask(second.url, "select current_setting('listen_addresses') as listens")).toEqual([{ listens: '127.0.0.1' }])
  const overTcp = second.url.split('?')[0]!
  for (const url of [second.url, overTcp]) await expect(ask(url.replace(/:[^:@]+@/, ':wrong@'), 'select 1')).rejects.toThrow('password')
  expect(await ask(overTcp, 'select word from kept')).toEqual([{ word: 'staat' }])
  await second.stop()
})

test.runIf(process.platform !== 'win32')('it is asked through a socket that only its own account can open, and over TCP where the path is too long for one', async () => {
  const near = await start()
  expect(await ask(near.url, 'select inet_server_addr() as address')).toEqual([{ address: null }])
  const [socket] = fs.readdirSync(folder).filter((name) => name.startsWith('.s.PGSQL.') && !name.endsWith('.lock'))
  expect(fs.statSync(path.join(folder, socket!)).mode & 0o077).toBe(0)
  await near.stop()
  const deep = path.join(path.dirname(folder), 'a-folder-of-a-depth-that-nobody-has'.repeat(3), 'postgres')
  const far = await startPostgres({ folder: deep, durable: false, log: () => {} })
  expect(await ask(far.url, 'select host(inet_server_addr()) as address')).toEqual([{ address: '127.0.0.1' }])
  await far.stop()
})

test('two that start the same folder share one server, and the last to stop takes it down', async () => {
  const one = await start()
  const two = await start()
  expect(new URL(one.url).port).toBe(new URL(two.url).port)
  const client = new pg.Client({ connectionString: two.url })
  await client.connect()
  await one.stop() // left running: the other one still uses it
  expect((await client.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  await client.end()
  await two.stop()
})

test('a first start that was killed halfway leaves nothing in the way', async () => {
  fs.mkdirSync(`${folder}.init-999999999`, { recursive: true })
  fs.writeFileSync(path.join(`${folder}.init-999999999`, 'half'), '')
  const server = await start()
  expect(fs.readdirSync(path.dirname(folder))).toEqual(['postgres'])
  await server.stop()
})

test('a server without fsync is named as unsafe, with what to set', async () => {
  const server = await start(false)
  const pool = new pg.Pool({ connectionString: server.url, max: 1 })
  expect((await whatIsUnsafe(pool)).join()).toMatch(/fsync = on.*full_page_writes = on.*synchronous_commit = on/)
  await pool.end()
  await server.stop()
})

test.runIf(process.platform === 'linux')('after a kill a dead server whose number is not free yet is waited for, not tripped over', async () => {
  const first = await start()
  const lock = path.join(folder, 'postmaster.pid')
  const left = fs.readFileSync(lock, 'utf8')
  await first.stop()
  const parent = spawn('sh', ['-c', 'sleep 0 & echo $!; exec sleep 60'], { stdio: ['ignore', 'pipe', 'ignore'] })
  const [pid] = await once(parent.stdout, 'data') as [Buffer]
  fs.writeFileSync(lock, left.replace(/^\d+/, String(pid).trim()), { mode: 0o600 })
  const starting = start()
  parent.kill('SIGKILL')
  const second = await starting
  expect(await ask(second.url, 'select 1 as one')).toEqual([{ one: 1 }])
  await second.stop()
})

test('a server that ends by itself is started again at the same address, with everything that was confirmed, and stops when it is told to', async () => {
  const faults: string[] = []
  const kept = await keepPostgres({ folder, durable: true, log: () => {} }, (why) => faults.push(why))
  await ask(kept.url, "create table kept (word text); insert into kept values ('bevestigd')")
  const pid = () => Number(fs.readFileSync(path.join(folder, 'postmaster.pid'), 'utf8').split('\n')[0])
  for (const times of [1, 2]) {
    process.kill(pid(), 'SIGKILL')
    await vi.waitFor(() => { expect(faults.length).toBeGreaterThanOrEqual(times) }, 10_000)
    await vi.waitFor(async () => { expect(await ask(kept.url, 'select word from kept')).toEqual([{ word: 'bevestigd' }]) }, { timeout: 20_000, interval: 100 })
  }
  await kept.stop()
  await expect(ask(kept.url, 'select 1')).rejects.toThrow()
})

test('the pauses between tries grow, up to half a minute', () => {
  expect([1, 2, 3, 8, 50].map(pauseBefore)).toEqual([250, 500, 1_000, 30_000, 30_000])
})
