/** The demo: an example coalition in a data folder of its own, and a sign-in link for each role. */
import { streamOf } from '@draagvlak/domain/events'
import { stageOf } from '@draagvlak/domain/statement'
import type { Hono } from 'hono'
import fs from 'node:fs'
import path from 'node:path'
import type { Deps } from '../deps.ts'
import { hashOf, signedToken } from '../ids.ts'
import { personByEmail } from '../people/persons.ts'
import { buildDemo } from './build.ts'
import { emailOf, HOST, PARTNERS } from './organisations.ts'
import { visitorsOf } from './visitor.ts'

/** Builds it once; later starts print the same links, which stay valid and can be used again, on this machine only. */
export async function startDemo(deps: Deps, app: Hono, say: (text: string) => void): Promise<void> {
  const { db } = deps.connection
  if (!await db.selectFrom('persons').select('id').limit(1).executeTakeFirst()) {
    say('Building the example coalition …')
    await buildDemo(deps, visitorsOf(app, db, deps.config.baseUrl))
  }
  const people = []
  for (const organisation of [HOST, ...PARTNERS]) {
    for (const person of organisation.people) {
      const known = await personByEmail(db, emailOf(organisation, person))
      if (!known) continue
      const token = signedToken(deps.secret, 'demo', known.id)
      await db.insertInto('terminal_links').values({ hash: hashOf(token), person_id: known.id, purpose: 'sign-in', reusable: true }).onConflict((conflict) => conflict.doNothing()).execute()
      people.push({ role: person.role, name: person.name, email: known.email, organisation: organisation.name, signInLink: `${deps.config.baseUrl}/binnen/${token}` })
    }
  }
  const rows = await db.selectFrom('statement_list').select('id').orderBy('id').execute()
  const statements = [...(await deps.events.states(rows.map((row) => streamOf.statement(row.id)))).values()].map((statement) => ({ id: statement.id, type: statement.type, stage: stageOf(statement), title: statement.versions.at(-1)?.title || statement.title, slug: statement.slug }))
  fs.writeFileSync(path.join(deps.config.dataDir, 'demo.json'), `${JSON.stringify({ baseUrl: deps.config.baseUrl, people, statements }, null, 2)}\n`, { mode: 0o600 })

  say('\nSign in as (a button on the page opens the session; two roles at once need two browser windows, one of them private):')
  const width = Math.max(...people.map((person) => person.role.length))
  for (const person of people) say(`  ${person.role.padEnd(width)}  ${person.signInLink}  ${person.name}, ${person.organisation}`)
  const published = statements.find((statement) => statement.stage === 'gepubliceerd')
  if (published) say(`\nPublished: ${deps.config.baseUrl}/p/${published.slug}`)
}
