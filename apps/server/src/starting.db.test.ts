/** A start that goes wrong: one sentence, a code that is not zero, and nothing left behind. */
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { serverFolder } from './assets.ts'

let dataDir: string
beforeEach(() => { dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'draagvlak-test-')) })
afterEach(() => fs.rmSync(dataDir, { recursive: true, force: true }))

const start = (env: Record<string, string>) => new Promise<{ code: number | null; said: string[] }>((resolve) => {
  // Vitest sets a BASE_URL of its own.
  const { DATABASE_URL: _database, SECRET: _secret, BASE_URL: _base, ...rest } = process.env
  const child = spawn(process.execPath, [path.join(serverFolder(), 'dist', 'main.js')], { env: { ...rest, DATA_DIR: dataDir, LOG_LEVEL: 'silent', ...env }, stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => { said += String(chunk) })
  child.once('close', (code) => resolve({ code, said: said.trim().split('\n') }))
})

test('on a port that is taken it says so, and takes the database down that it had started', async () => {
  const other = net.createServer()
  await new Promise<void>((resolve) => { other.listen(0, '127.0.0.1', resolve) })
  const { port } = other.address() as net.AddressInfo
  const { code, said } = await start({ PORT: String(port) })
  expect([code, said.length, said[0]]).toEqual([1, 1, expect.stringContaining(`Port ${port} is taken`)])
  expect(fs.readdirSync(path.join(dataDir, 'postgres'))).not.toContain('postmaster.pid')
  await new Promise((resolve) => { other.close(resolve) })
})

test.each([
  ['a database that is not whole', () => { fs.mkdirSync(path.join(dataDir, 'postgres')); fs.writeFileSync(path.join(dataDir, 'postgres', 'PG_VERSION'), '18\n') }, "can't be started"],
  ['a secret without characters', () => fs.writeFileSync(path.join(dataDir, 'secret'), ''), 'less than 32 characters'],
])('%s is one sentence without a stack', async (_, prepare, sentence) => {
  prepare()
  const { code, said } = await start({ PORT: '0' })
  expect([code, said.length, said[0]]).toEqual([1, 1, expect.stringContaining(sentence)])
})
