/** Starts the server: the only file that knows all, and the only one with a clock. */
import { serve } from '@hono/node-server'
import { setTimeout as pause } from 'node:timers/promises'
import { createApp } from './app.ts'
import { readConfig, whyNotListening, WrongConfiguration } from './config.ts'
import { watchInFlight } from './http/in-flight.ts'
import { openDatabase, openHouse } from './house.ts'
import { createLog } from './log.ts'
import { metricsOf, serveMetrics } from './metrics.ts'
import { newSetUpLink } from './people/set-up.ts'
import { startReminders, type Reminders } from './round/reminders.ts'
import { attachSockets } from './sync/socket.ts'
import { startDemo } from './demo/start.ts'

/** What takes longer at the end, in ms, is cut off: who asks again with its Idempotency-Key does nothing twice. */
const LONGEST_ANSWER = 10_000
/** And so long the whole end takes, in ms: a database that was cut off answers never, and whoever watches over servers kills one after half a minute. */
const LONGEST_END = 20_000
/** The database that it brought itself is stopped then as well; so long that may take. */
const LONGEST_LAST = 5_000

const now = () => new Date().toISOString()
const say = (text: string) => process.stdout.write(`${text}\n`)
/** One sentence for the person who starts it; where nobody foresaw it, what a programmer needs. */
const complain = (error: unknown) => process.stderr.write(`${error instanceof WrongConfiguration ? error.message : (error as Error).stack ?? String(error)}\n`)

async function start(): Promise<void> {
  const config = readConfig(process.env, process.argv.slice(2))
  const log = createLog(config.logLevel)
  const database = await openDatabase(config, log)
  const house = await openHouse(config, log, database.connection, now).catch(async (error: unknown) => { await database.close(); throw error })
  const { deps } = house
  let ending = false
  const app = createApp(deps, () => ending)
  const server = serve({ fetch: app.fetch, hostname: config.host.replace(/[[\]]/g, ''), port: config.port })
  const inFlight = watchInFlight(server)
  const sockets = attachSockets(server, deps)
  let reminders: Reminders | null = null

  const end = async (why: string, code: number) => {
    if (ending) return
    ending = true
    log.info({ why }, 'stopping')
    const stopped = await Promise.race([drain().then(() => true), pause(LONGEST_END, false)])
    if (!stopped) {
      log.error({ why }, 'not stopped in time; what was not saved is with those who wrote it')
      await Promise.race([database.embedded?.stop().catch(() => {}), pause(LONGEST_LAST)])
    }
    process.exit(stopped ? code : 1)
  }
  const drain = async () => {
    await sockets.drain()
    await reminders?.stop()
    server.close()
    await inFlight.answered(LONGEST_ANSWER)
    if ('closeAllConnections' in server) server.closeAllConnections()
    await house.close()
    await database.close()
  }
  // Whatever was started for this goes too: a database that nobody uses must not stay behind.
  await new Promise<void>((resolve, reject) => server.once('listening', resolve).once('error', reject)).catch(async (error: unknown) => {
    complain(whyNotListening(config, error as NodeJS.ErrnoException))
    await end('it can not listen', 1)
  })
  const fault = (error: unknown) => log.error({ err: error }, 'metrics failed')
  if (config.metricsPort !== null) serveMetrics(config.metricsPort, metricsOf({ ...sockets, pool: database.connection.pool, meter: deps.meter }), fault)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end(signal, 0))
  process.on('disconnect', () => void end('the process that started this one ended', 0))
  say(`Draagvlak: ${config.baseUrl}`)
  if (config.demo) await startDemo(deps, app, say)
  else {
    const link = await newSetUpLink(deps)
    if (link) say(`Begin here, once: ${link}`)
  }
  reminders = startReminders(deps)
  if (!config.smtpUrl) say(`Mail is kept, not sent (SMTP_URL is not set): ${config.baseUrl}/dev/mail`)
}

start().catch((error: unknown) => {
  complain(error)
  process.exit(1)
})
