/** One JSON line per thing worth knowing, on stdout; never a token, an address or a path with a secret in it. */
import pino, { type Logger } from 'pino'
import type { LogLevel } from './config.ts'

export const createLog = (level: LogLevel): Logger => pino({ level, base: { pid: process.pid }, timestamp: pino.stdTimeFunctions.isoTime, redact: { paths: ['*.password', '*.token', '*.cookie', '*.authorization'], censor: '[…]' } })
