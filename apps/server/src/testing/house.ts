/** A house in a test: its own database, a clock that the test moves, people who sign in by mail, and calls through the real contract. */
import * as session from '@draagvlak/api/session'
import type { SchemaSteps } from '@draagvlak/editor/schema-steps'
import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { createApp } from '../app.ts'
import type { Config } from '../config.ts'
import { codeIn, visitorsOf, type Visitor, type Visitors } from '../demo/visitor.ts'
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

export interface TestHouse extends Visitors {
  readonly deps: Deps
  readonly connection: Connection
  readonly app: ReturnType<typeof createApp>
  /** Moves the clock. */
  at(moment: string): void
  later(minutes: number): void
  /** The first start: the administrator, signed in, with the first organisation. */
  begin(organisation?: string): Promise<Visitor>
  signIn(person: Visitor): Promise<void>
  close(): Promise<void>
}

const ORIGIN = 'http://127.0.0.1:3000'
export const START = '2026-09-07T08:00:00.000Z'

export async function testHouse(options: { url?: string; moment?: string; steps?: SchemaSteps } = {}): Promise<TestHouse> {
  const url = options.url ?? await freshDatabase()
  const connection = connect(url, 8)
  let clock = Date.parse(options.moment ?? START)
  // Every look at the clock moves it a little, so that things happen one after the other.
  const now = () => new Date(clock++).toISOString()
  const config: Config = { host: '127.0.0.1', port: 3000, baseUrl: ORIGIN, dataDir: '/nowhere', databaseUrl: url, secret: 'a secret of at least thirty-two characters', smtpUrl: null, mailFrom: 'Draagvlak <draagvlak@localhost>', logLevel: 'silent', metricsPort: null, demo: false }
  const house = await openHouse(config, createLog('silent'), connection, now, { checkAnswers: true, ...options.steps ? { steps: options.steps } : {} })
  const app = createApp(house.deps)

  const { somebody, request, mailTo } = visitorsOf(app, connection.db, ORIGIN)
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
