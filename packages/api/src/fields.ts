/** The fields that many requests share, with the limits that keep bad input outside. */
import * as z from 'zod/mini'

/** PostgreSQL can't store U+0000, and nobody types it. */
const printable = z.refine<string>((text) => !text.includes('\u0000'), 'may not hold U+0000')
/** Marks that turn the direction of what comes after them: a name must not turn round its neighbours in a list. */
const TURNING = /[\u202A-\u202E\u2066-\u2069]/g
const trimmed = z.overwrite<string>((text) => text.replace(TURNING, '').trim().normalize('NFC'))
/** Spaces without width are no words. */
const visible = z.refine<string>((text) => /[\p{L}\p{N}\p{P}\p{S}]/u.test(text), 'says nothing')

/** A line of text that must say something. */
export const line = (maximum: number) => z.string().check(trimmed, z.minLength(1, { abort: true }), z.maxLength(maximum), printable, visible)
/** Free text that may be empty. */
export const words = (maximum: number) => z.string().check(trimmed, z.maxLength(maximum), printable)
export const id = z.uuid()
export const day = z.iso.date()
export const moment = z.iso.datetime({ offset: true })
/** A time zone that this machine knows, as `Europe/Amsterdam`: every date of a round is read in it. */
export const zone = z.string().check(z.maxLength(60), z.refine<string>((name) => {
  try { return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '' } catch { return false }
}, 'is no time zone'))
/** Apostrophes and plus signs belong in addresses; one @, a dot behind it, no spaces. */
export const email = z.string().check(z.overwrite<string>((text) => text.trim()), z.maxLength(254), z.regex(/^[^\s@<>",;:\\[\]()]+@[^\s@<>",;:\\[\]()]+\.[^\s@<>",;:\\[\]().]+$/u), printable)
export const hash = z.string().check(z.regex(/^[0-9a-f]{64}$/))
export const code = z.string().check(z.overwrite<string>((text) => text.replace(/\s/g, '')), z.regex(/^\d{6}$/))
export const language = z.enum(['nl', 'en'])
export const reason = line(2000)

/** The shape of every list. */
export const listOf = <S extends z.ZodMiniType>(item: S) => z.object({ items: z.array(item), next: z.nullable(z.string()) })
