/** Mail through a real SMTP server: each once, and again when the server refuses. */
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createLog } from '../log.ts'
import { connect, type Connection } from '../store/database.ts'
import { freshDatabase } from '../testing/house.ts'
import { putMail } from './outbox.ts'
import { startSender } from './sender.ts'
import type { Config } from '../config.ts'

let connection: Connection
let server: SMTPServer
const received: string[] = []
let refusing = false
let heard: () => void = () => {}
const next = () => new Promise<void>((resolve) => { heard = resolve })

beforeAll(async () => {
  connection = connect(await freshDatabase(), 4)
  server = new SMTPServer({
    authOptional: true, disabledCommands: ['STARTTLS'],
    onRcptTo(_address, _session, done) { if (refusing) { heard(); return done(new Error('try later')) } done() },
    onData(stream, _session, done) { const parts: Buffer[] = []; stream.on('data', (part: Buffer) => parts.push(part)); stream.on('end', () => { received.push(Buffer.concat(parts).toString()); done(); heard() }) },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterAll(async () => {
  await new Promise<void>((resolve) => server.close(() => resolve()))
  await connection.close()
})

const senderAt = (now: () => string) => {
  const { port } = server.server.address() as { port: number }
  return startSender({ connection, log: createLog('silent'), now, config: { smtpUrl: `smtp://127.0.0.1:${port}`, mailFrom: 'Draagvlak <draagvlak@example.nl>' } as Config })
}
/** Header lines are folded and quoted (RFC 2047); this reads them back. */
const subjectOf = (mail: string) => /^Subject: (.*(?:\r?\n .*)*)/m.exec(mail)![1]!.replace(/\?=\s+=\?UTF-8\?Q\?/g, '').replace(/=\?UTF-8\?Q\?|\?=/g, '').replaceAll('_', ' ').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
const waiting = async () => (await connection.db.selectFrom('outbox').selectAll().where('sent_at', 'is', null).execute())

test('[E3] a name with quotes and a line break in a subject stay one subject, letter for letter', async () => {
  const sender = senderAt(() => '2026-09-07T08:00:00.000Z')
  await putMail(connection.db, '2026-09-07T08:00:00.000Z', { personId: null, address: 'a@example.nl', kind: 'request', subject: 'Aan Zorg & Welzijn <Noord> "A" B.V.\r\nBcc: evil@example.nl', text: 'Geachte lezer,\n\nhttps://draagvlak.example.nl/s/abc' })
  const arrived = next()
  sender.wake()
  await arrived
  await sender.stop()
  expect(received).toHaveLength(1)
  expect(subjectOf(received[0]!)).toBe('Aan Zorg & Welzijn <Noord> "A" B.V. Bcc: evil@example.nl')
  expect(received[0]!.match(/^Bcc:/m)).toBeNull()
  expect(await waiting()).toEqual([])
})

test('a server that refuses is tried again later; nothing is lost and the reason is kept', async () => {
  let clock = Date.parse('2026-09-07T09:00:00.000Z')
  const now = () => new Date(clock).toISOString()
  refusing = true
  const sender = senderAt(now)
  await putMail(connection.db, now(), { personId: null, address: 'b@example.nl', kind: 'reminder', subject: 'Herinnering', text: 'Tekst' })
  const refused = next()
  sender.wake()
  await refused
  await sender.stop()
  const [mail] = await waiting()
  expect(mail).toMatchObject({ attempts: 1 })
  expect(mail!.failed).toContain('try later')
  refusing = false
  clock += 10 * 60_000
  const second = senderAt(now)
  const arrived = next()
  second.wake()
  await arrived
  await second.stop()
  expect(await waiting()).toEqual([])
})

test('names and words leave the outbox after thirty days', async () => {
  const sender = senderAt(() => '2026-11-01T00:00:00.000Z')
  sender.wake()
  await sender.stop()
  const rows = await connection.db.selectFrom('outbox').selectAll().execute()
  expect(rows.every((row) => row.address === null && row.subject === null && row.body_text === null && row.blanked_at !== null)).toBe(true)
})

test('[E1] a mail that is held back longer than the outbox keeps words is sent on its day, and not before', async () => {
  const written = '2026-11-02T00:00:00.000Z', day = '2026-12-24T00:00:00.000Z'
  await putMail(connection.db, written, { personId: null, address: 'c@example.nl', kind: 'published', subject: 'Gepubliceerd', text: 'Tekst', sendAfter: day })
  const before = senderAt(() => '2026-12-23T23:59:59.999Z')
  before.wake()
  await before.stop()
  expect(await waiting()).toMatchObject([{ address: 'c@example.nl', blanked_at: null, attempts: 0 }])
  const onTheDay = senderAt(() => day)
  const arrived = next()
  onTheDay.wake()
  await arrived
  await onTheDay.stop()
  expect(await waiting()).toEqual([])
})
