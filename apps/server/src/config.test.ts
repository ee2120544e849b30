/** A wrong value stops the start with one sentence that says which, why, and what would be right. */
import { expect, test } from 'vitest'
import { readConfig, whyNotListening, WrongConfiguration } from './config.ts'

const wrong = (env: Record<string, string>) => { try { readConfig(env, []) } catch (error) { if (error instanceof WrongConfiguration) return error.message; throw error } return null }

test('without any setting it listens on this machine only', () => {
  expect(readConfig({}, [])).toMatchObject({ host: '127.0.0.1', port: 3000, baseUrl: 'http://127.0.0.1:3000', databaseUrl: null, smtpUrl: null, demo: false })
  expect(readConfig({}, ['--demo']).dataDir).toMatch(/data-demo$/)
  expect(readConfig({ DATA_DIR: '/srv/x' }, ['--demo']).dataDir).toBe('/srv/x')
})

test.each([
  [{ PORT: 'drie' }, 'PORT=3000'], [{ PORT: '70000' }, '65535'], [{ HOST: '0.0.0.0' }, 'BASE_URL=https://'], [{ BASE_URL: 'draagvlak.nl' }, 'https://draagvlak.example.nl'],
  [{ BASE_URL: 'https://a.nl/sub' }, 'without a path'], [{ DATABASE_URL: 'mysql://x', SECRET: 'x'.repeat(32) }, 'postgres://'], [{ DATABASE_URL: 'postgres://u:p@h/d' }, 'openssl rand'],
  [{ SECRET: 'kort' }, 'at least 32'], [{ SMTP_URL: 'mail.nl' }, 'smtps://'], [{ SMTP_URL: 'smtp://mail.nl' }, 'MAIL_FROM'], [{ LOG_LEVEL: 'luid' }, 'debug'], [{ METRICS_PORT: '-1' }, 'METRICS_PORT'],
])('%j is told with what would be right', (env, sentence) => {
  const said = wrong(env as Record<string, string>)
  expect(said).toContain(sentence)
  expect(said).toContain(Object.keys(env)[0])
  expect(said!.split('\n')).toHaveLength(1)
})

test('a host that others reach is fine once the address is known', () => {
  expect(readConfig({ HOST: '0.0.0.0', BASE_URL: 'https://draagvlak.example.nl' }, []).baseUrl).toBe('https://draagvlak.example.nl')
})

test.each([['EADDRINUSE', 'PORT=4001 npm start'], ['EACCES', '1024 or higher'], ['EADDRNOTAVAIL', 'no address of this machine'], ['ENOTFOUND', 'no address of this machine']])('an address that can not be listened at (%s) is told with what would be right', (code, sentence) => {
  const said = whyNotListening({ host: '10.9.9.9', port: 4000 }, Object.assign(new Error('listen'), { code }))
  expect(said).toBeInstanceOf(WrongConfiguration)
  expect(said.message).toContain(sentence)
})
