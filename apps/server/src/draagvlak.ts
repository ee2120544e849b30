/** Administration from the command line: tokens, sign-in links, migrations, projections, a doctor, and the offline verifier. */
import { parseArgs } from 'node:util'
import { readConfig, WrongConfiguration } from './config.ts'
import { openDatabase, openHouse } from './house.ts'
import { createLog } from './log.ts'
import { hashOf, newToken } from './ids.ts'
import { verifyFile } from './out/verify-file.ts'
import { makeApiToken } from './people/routes.ts'
import { newSetUpLink } from './people/set-up.ts'
import { personByEmail } from './people/persons.ts'
import { whatIsUnsafe } from './store/database.ts'

const USAGE = `npm run draagvlak -- <command>

  token create --email <address> --name <name>   an API token for this person, shown once
  link --email <address>                         a sign-in link that works once
  set-up-link                                    a new set-up link, while nobody is there yet
  verify <bundle.zip>                            checks a bundle, without a server
  migrate                                        brings the database up to date
  rebuild                                        makes all lists again from the events
  doctor                                         checks database and configuration`

const now = () => new Date().toISOString()
const say = (text: string) => process.stdout.write(`${text}\n`)
const { values, positionals } = parseArgs({ allowPositionals: true, options: { email: { type: 'string' }, name: { type: 'string' }, demo: { type: 'boolean' } } })

async function run(): Promise<number> {
  const [command, argument] = positionals
  if (command === 'verify' && argument) return verifyFile(argument, say)
  const config = readConfig(process.env, values.demo ? ['--demo'] : [])
  const log = createLog('silent')
  const database = await openDatabase(config, log)
  try {
    if (command === 'migrate') { say('The database is up to date.'); return 0 }
    if (command === 'doctor') return await doctor()
    const house = await openHouse(config, log, database.connection, now)
    try {
      if (command === 'set-up-link') {
        const link = await newSetUpLink(house.deps)
        say(link ?? 'Somebody is there already: use link --email.')
        return link ? 0 : 1
      }
      if (command === 'rebuild') { say(`Made again from ${await house.deps.events.rebuild()} events.`); return 0 }
      const person = values.email ? await personByEmail(database.connection.db, values.email) : null
      if ((command === 'link' || (command === 'token' && argument === 'create')) && !person) { say(`Nobody has the address ${values.email ?? '(give --email)'}.`); return 1 }
      if (command === 'link') {
        const token = newToken()
        await database.connection.db.insertInto('terminal_links').values({ hash: hashOf(token), person_id: person!.id, purpose: 'sign-in', expires_at: new Date(Date.now() + 86_400_000) }).execute()
        say(`${config.baseUrl}/binnen/${token}`)
        return 0
      }
      if (command === 'token' && argument === 'create') {
        const first = await database.connection.db.selectFrom('organisation_people').select('organisation_id').where('person_id', '=', person!.id).executeTakeFirst()
        say((await makeApiToken(house.deps, { personId: person!.id, organisationId: first?.organisation_id ?? null, name: values.name ?? 'command line', now: now() })).token)
        return 0
      }
      say(USAGE)
      return 2
    } finally { await house.close() }
  } finally { await database.close() }

  async function doctor(): Promise<number> {
    const unsafe = await whatIsUnsafe(database.connection.pool)
    const { rows } = await database.connection.pool.query<{ version: string; size: string }>("select current_setting('server_version') as version, pg_size_pretty(pg_database_size(current_database())) as size")
    say(`PostgreSQL ${rows[0]!.version}, ${rows[0]!.size}${config.databaseUrl ? '' : ', embedded'}`)
    say(`Address ${config.baseUrl}`)
    say(config.smtpUrl ? `Mail goes through SMTP from ${config.mailFrom}` : 'Mail is kept, not sent: SMTP_URL is not set')
    for (const sentence of unsafe) say(`Wrong: ${sentence}`)
    say(unsafe.length === 0 ? 'All is well.' : 'Mend this before anybody writes.')
    return unsafe.length === 0 ? 0 : 1
  }
}

run().then((code) => process.exit(code), (error: unknown) => {
  process.stderr.write(`${error instanceof WrongConfiguration ? error.message : (error as Error).stack ?? String(error)}\n`)
  process.exit(1)
})
