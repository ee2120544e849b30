/** Environment to configuration, or one sentence that says which value is wrong, why, and what would be right. */
import path from 'node:path'

export interface Config {
  readonly host: string
  readonly port: number
  readonly baseUrl: string
  readonly dataDir: string
  readonly databaseUrl: string | null
  readonly secret: string | null
  readonly smtpUrl: string | null
  readonly mailFrom: string
  readonly logLevel: LogLevel
  readonly metricsPort: number | null
  readonly demo: boolean
}
const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

/** A value that stops the start; the message is the sentence for the person who starts it. */
export class WrongConfiguration extends Error {}

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '::1', '[::1]'])
export const isLoopback = (host: string): boolean => LOOPBACK.has(host) || host.startsWith('127.')

/** @throws WrongConfiguration naming the variable. */
export function readConfig(env: Readonly<Record<string, string | undefined>>, argv: readonly string[]): Config {
  const demo = argv.includes('--demo')
  const host = env.HOST || '127.0.0.1'
  const port = portFrom(env, 'PORT') ?? 3000
  if (!isLoopback(host) && !env.BASE_URL) throw new WrongConfiguration(`HOST is ${host}, which others can reach, so BASE_URL must say under which address they see Draagvlak, for example BASE_URL=https://draagvlak.example.nl`)
  const databaseUrl = env.DATABASE_URL ? urlFrom(env.DATABASE_URL, 'DATABASE_URL', ['postgres:', 'postgresql:'], 'postgres://user:password@host:5432/draagvlak').href : null
  if (databaseUrl && !env.SECRET) throw new WrongConfiguration('DATABASE_URL is set, so SECRET must be set too (the same on every node, at least 32 characters), for example the output of: openssl rand -base64 32')
  if (env.SECRET && env.SECRET.length < 32) throw new WrongConfiguration(`SECRET has ${env.SECRET.length} characters; it needs at least 32, for example the output of: openssl rand -base64 32`)
  const smtpUrl = env.SMTP_URL ? urlFrom(env.SMTP_URL, 'SMTP_URL', ['smtp:', 'smtps:'], 'smtps://user:password@mail.example.nl').href : null
  if (smtpUrl && !env.MAIL_FROM) throw new WrongConfiguration('SMTP_URL is set, so MAIL_FROM must say who the mail is from, for example MAIL_FROM="Draagvlak <draagvlak@example.nl>"')
  const logLevel = (env.LOG_LEVEL || 'info') as LogLevel
  if (!LOG_LEVELS.includes(logLevel)) throw new WrongConfiguration(`LOG_LEVEL is ${logLevel}; it can be one of ${LOG_LEVELS.join(', ')}`)
  return {
    host, port, demo, databaseUrl, smtpUrl, logLevel,
    baseUrl: baseUrlFrom(env.BASE_URL, host, port),
    dataDir: path.resolve(env.DATA_DIR || (demo ? './data-demo' : './data')),
    secret: env.SECRET ?? null,
    mailFrom: env.MAIL_FROM || 'Draagvlak <draagvlak@localhost>',
    metricsPort: portFrom(env, 'METRICS_PORT'),
  }
}

/** Why the address could not be listened at, as a sentence; the error itself where nobody foresaw it. */
export function whyNotListening({ host, port }: Pick<Config, 'host' | 'port'>, error: NodeJS.ErrnoException): Error {
  switch (error.code) {
    case 'EADDRINUSE': return new WrongConfiguration(`Port ${port} is taken by another program. Stop that, or start with another port, for example: PORT=${port === 65535 ? 3000 : port + 1} npm start`)
    case 'EACCES': return new WrongConfiguration(`This account may not listen on port ${port}. Choose a port of 1024 or higher, for example: PORT=3000 npm start`)
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND': return new WrongConfiguration(`HOST is ${host}, which is no address of this machine; it can be 127.0.0.1 for this machine only, or 0.0.0.0 for every address it has`)
    default: return error
  }
}

function portFrom(env: Readonly<Record<string, string | undefined>>, name: string): number | null {
  const text = env[name]
  if (!text) return null
  const port = Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new WrongConfiguration(`${name} is ${text}; it must be a whole number from 0 to 65535, for example ${name}=3000`)
  return port
}

function urlFrom(text: string, name: string, protocols: readonly string[], example: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null
  if (!url || !protocols.includes(url.protocol)) throw new WrongConfiguration(`${name} is not an address that starts with ${protocols.join(' or ')}//; it should look like ${example}`)
  return url
}

function baseUrlFrom(text: string | undefined, host: string, port: number): string {
  if (!text) return `http://${host.includes(':') ? `[${host.replace(/[[\]]/g, '')}]` : host}:${port}`
  const url = urlFrom(text, 'BASE_URL', ['http:', 'https:'], 'https://draagvlak.example.nl')
  if (url.pathname !== '/' || url.search || url.hash) throw new WrongConfiguration(`BASE_URL is ${text}; it must be a host without a path, for example ${url.origin}`)
  return url.origin
}
