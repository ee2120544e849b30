/** A house in a test: its own database, a clock that the test moves, people who sign in by mail, and calls through the real contract. */
import { call, type Wish } from '@draagvlak/api/call'
import type { AnswerOf, Endpoint } from '@draagvlak/api/endpoint'
import * as session from '@draagvlak/api/session'
import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { createApp } from '../app.ts'
import type { Config } from '../config.ts'
import { openHouse } from '../house.ts'
import { createLog } from '../log.ts'
import { newSetUpLink } from '../people/set-up.ts'
import { connect, type Connection } from '../store/database.ts'
import type { Deps } from '../deps.ts'
import { TEMPLATE, urlOf } from './postgres.setup.ts'

/** A new database cloned from the migrated template. */
export async function freshDatabase(): Promise<string> {
  const server = inject('postgresUrl')
  const name = `t_${randomBytes(6).toString('hex')}`
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  for (let tries = 0; ; tries++) {
    try { await client.query(`create database ${name} template ${TEMPLATE}`); break } catch (error) {
      if (tries === 50 || (error as { code?: string }).code !== '55006') throw error // another test clones at this moment
    }
  }
  await client.end()
  return urlOf(server, name)
}

export interface Person { readonly email: string; readonly name: string; readonly jar: Map<string, string>; <E extends Endpoint>(endpoint: E, wish: Wish<E>): Promise<AnswerOf<E>> }

export interface TestHouse {
  readonly deps: Deps
  readonly connection: Connection
  readonly app: ReturnType<typeof createApp>
  /** Moves the clock. */
  at(moment: string): void
  later(minutes: number): void
  /** Somebody with a browser of their own, not signed in. */
  somebody(email: string, name?: string): Person
  request(path: string, init?: RequestInit, jar?: Map<string, string>): Promise<Response>
  /** The newest mail to an address, of a kind. */
  mailTo(address: string, kind?: string): Promise<{ subject: string; text: string }>
  /** The first start: the administrator, signed in, with the first organisation. */
  begin(organisation?: string): Promise<Person>
  signIn(person: Person): Promise<void>
  close(): Promise<void>
}

const ORIGIN = 'http://127.0.0.1:3000'
export const START = '2026-09-07T08:00:00.000Z'

export async function testHouse(options: { url?: string; moment?: string } = {}): Promise<TestHouse> {
  const url = options.url ?? await freshDatabase()
  const connection = connect(url, 8)
  let clock = Date.parse(options.moment ?? START)
  // Every look at the clock moves it a little, so that things happen one after the other.
  const now = () => new Date(clock++).toISOString()
  const config: Config = { host: '127.0.0.1', port: 3000, baseUrl: ORIGIN, dataDir: '/nowhere', databaseUrl: url, secret: 'a secret of at least thirty-two characters', smtpUrl: null, mailFrom: 'Draagvlak <draagvlak@localhost>', logLevel: 'silent', metricsPort: null, demo: false }
  const house = await openHouse(config, createLog('silent'), connection, now, { checkAnswers: true })
  const app = createApp(house.deps)

  const request: TestHouse['request'] = async (path, init = {}, jar = new Map()) => {
    const headers = new Headers(init.headers)
    if (jar.size > 0) headers.set('cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '))
    const response = await app.request(ORIGIN + path, { ...init, headers })
    for (const cookie of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie)!
      if (/max-age=0/i.test(cookie)) jar.delete(name!)
      else jar.set(name!, value!)
    }
    return response
  }
  const mailTo: TestHouse['mailTo'] = async (address, kind) => {
    const row = await connection.db.selectFrom('outbox').selectAll().where('address', '=', address).$if(kind !== undefined, (query) => query.where('kind', '=', kind!)).orderBy('id', 'desc').executeTakeFirst()
    if (!row) throw new Error(`No mail to ${address}${kind ? ` of kind ${kind}` : ''}`)
    return { subject: row.subject!, text: row.body_text! }
  }
  const somebody: TestHouse['somebody'] = (email, name = email) => {
    const jar = new Map<string, string>()
    const ask = <E extends Endpoint>(endpoint: E, wish: Wish<E>) => call(endpoint, wish, (path, init) => request(path, init, jar))
    return Object.defineProperties(ask, { email: { value: email }, name: { value: name }, jar: { value: jar } }) as Person
  }
  const signIn: TestHouse['signIn'] = async (person) => {
    await person(session.askToSignIn, { body: { email: person.email } })
    await person(session.signInWithCode, { body: { code: codeIn((await mailTo(person.email, 'sign-in')).text) } })
  }
  return {
    deps: house.deps, connection, app, request, mailTo, somebody, signIn,
    at: (moment) => { clock = Date.parse(moment) },
    later: (minutes) => { clock += minutes * 60_000 },
    async begin(organisation = 'Landelijk Verbond Buurtwelzijn') {
      const person = somebody('noor@lvb.example', 'Noor Hageman')
      const token = (await newSetUpLink(house.deps))!.split('/').at(-1)!
      await person(session.setUp, { body: { token, email: person.email, name: person.name, function: 'coördinator', organisation, language: 'nl' } })
      return person
    },
    async close() {
      await house.close()
      await connection.close()
    },
  }
}

export const codeIn = (text: string): string => /^(\d{3}) (\d{3})$/m.exec(text)!.slice(1).join('')
export const tokenIn = (text: string): string => /https?:\/\/\S+\/([\w-]+)$/m.exec(text)![1]!
