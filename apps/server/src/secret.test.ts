/** The secret beside the data: made once, never too short to sign with. */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { WrongConfiguration } from './config.ts'
import { secretOf } from './secret.ts'

let dataDir: string
beforeEach(() => { dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'draagvlak-test-')) })
afterEach(() => fs.rmSync(dataDir, { recursive: true, force: true }))
const file = () => path.join(dataDir, 'secret')

test('it is made on the first start, for this account only, and read on every later one', () => {
  const made = secretOf({ secret: null, dataDir })
  expect(made).toHaveLength(43)
  expect(secretOf({ secret: null, dataDir })).toBe(made)
  expect(fs.readdirSync(dataDir)).toEqual(['secret'])
  expect(fs.statSync(file()).mode & 0o777).toBe(0o600)
})
test('an empty file is no secret: with it anyone could make links', () => {
  fs.writeFileSync(file(), '')
  expect(() => secretOf({ secret: null, dataDir })).toThrow(/less than 32 characters.*remove the file/)
  expect(() => secretOf({ secret: null, dataDir })).toThrow(WrongConfiguration)
})
test('what can not be read is one sentence with the way out', () => {
  fs.mkdirSync(file())
  expect(() => secretOf({ secret: null, dataDir })).toThrow(/can't be read or made .* or set SECRET/)
})
