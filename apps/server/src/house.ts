/** Opens the database, the events and the bus, and puts the house together; main.ts, the admin command and the tests use it. */
import { SCHEMA_STEPS, type SchemaSteps } from '@draagvlak/editor/schema-steps'
import path from 'node:path'
import type { Logger } from 'pino'
import { serverFolder } from './assets.ts'
import { WrongConfiguration, type Config } from './config.ts'
import type { Deps } from './deps.ts'
import { keepPostgres, type KeptPostgres } from './embedded/keep-postgres.ts'
import { createLive, type Moved } from './http/live.ts'
import { startSender } from './mail/sender.ts'
import { prepareDataFolder, secretOf } from './secret.ts'
import { createMeter } from './meter.ts'
import { postgresBus } from './store/bus.ts'
import { connect, whatIsUnsafe, type Connection } from './store/database.ts'
import { DISK_IS_FULL, saysDiskIsFull } from './store/full-disk.ts'
import { openEvents, type AnyRecorded } from './store/events.ts'
import { migrate } from './store/migrate.ts'

export interface OpenDatabase { readonly connection: Connection; readonly embedded: KeptPostgres | null; close(): Promise<void> }

/** Connects, checks durability, migrates. @throws WrongConfiguration with one sentence. */
export async function openDatabase(config: Config, log: Logger): Promise<OpenDatabase> {
  if (!config.databaseUrl || !config.secret) prepareDataFolder(config)
  const embedded = config.databaseUrl ? null : await startEmbedded(path.join(config.dataDir, 'postgres'), log)
  const connection = connect(config.databaseUrl ?? embedded!.url)
  const close = async () => {
    await connection.close()
    await embedded?.stop()
  }
  try {
    const unsafe = await whatIsUnsafe(connection.pool).catch((cause: unknown) => {
      throw new WrongConfiguration(`The database at DATABASE_URL does not answer (${(cause as Error).message}). Is it running, and are host, port, name and password right?`)
    })
    if (unsafe.length > 0) throw new WrongConfiguration(`This PostgreSQL can't be used: ${unsafe.join('; ')}.`)
    await migrate(connection.pool, path.join(serverFolder(), 'migrations')).catch((cause: unknown) => {
      throw new WrongConfiguration(`The database can't be brought up to date: ${(cause as Error).message}`, { cause })
    })
    return { connection, embedded, close }
  } catch (error) {
    await close()
    throw error
  }
}

async function startEmbedded(folder: string, log: Logger): Promise<KeptPostgres> {
  const ended = (why: string) => log.error({ why }, saysDiskIsFull(why) ? DISK_IS_FULL : 'the database ended; it is started again')
  try { return await keepPostgres({ folder, durable: true, log: (line) => log.info(line) }, ended) } catch (cause) {
    const { message } = cause as Error
    const why = /FATAL: +(.*)/.exec(message)?.[1] ?? message.split('\n')[0]!
    throw new WrongConfiguration(`The database in ${folder} can't be started (${why}). Is the folder whole, and does it belong to this account? If so, the account needs room on the disk; otherwise set DATA_DIR to another folder, or DATABASE_URL to a PostgreSQL of your own.`, { cause })
  }
}

export interface House { readonly deps: Deps; close(): Promise<void> }

/** @param now the only clock; main.ts owns it. */
export async function openHouse(config: Config, log: Logger, connection: Connection, now: () => string, options: { checkAnswers?: boolean; steps?: SchemaSteps } = {}): Promise<House> {
  const secret = secretOf(config)
  const live = createLive()
  const meter = createMeter()
  const bus = postgresBus(connection, { came: (since) => meter.told(since) })
  const announce = (events: readonly AnyRecorded[]) => {
    const last = new Map<string, Moved>(events.map(({ stream, revision }) => [stream, { stream, revision }]))
    for (const moved of last.values()) void bus.publish('events', JSON.stringify(moved)).catch((error: unknown) => log.warn({ err: error }, 'the other nodes were not told'))
  }
  const events = openEvents({ connection, now, recorded: announce })
  const sender = startSender({ config, connection, log, now })
  const stopListening = await bus.subscribe((channel, payload) => { if (channel === 'events') live.tell(JSON.parse(payload) as Moved) }, () => live.gap())
  return {
    deps: { config, secret, connection, events, bus, live, log, meter, now, steps: options.steps ?? SCHEMA_STEPS, mailWaits: sender.wake, checkAnswers: options.checkAnswers ?? false },
    async close() {
      await stopListening()
      await sender.stop()
    },
  }
}
