/** The three kinds of "no" as answers: a refusal of the law, bad input at the door, and what was not found. A fault is thrown. */
import type { Problem } from '@draagvlak/api/problem'
import type { Refusal } from '@draagvlak/domain/refusals'
import { m, type Locale } from '@draagvlak/messages/m'
import { sayWhy } from '@draagvlak/messages/refusals'

/** A "no" that a handler returns instead of its answer. */
export class No {
  readonly problem: (locale: Locale) => Problem
  constructor(problem: (locale: Locale) => Problem) {
    this.problem = problem
  }
}

const STATUS: Partial<Record<Refusal, number>> = {
  'not-yours': 403, 'not-by-token': 403, 'link-needs-code': 403, 'not-published': 404,
}

const problemOf = (status: number, title: string, detail: string, extra: Partial<Problem> = {}): Problem => ({ type: 'about:blank', title, status, detail, ...extra })

/** The law says no. `more` helps to decide, for example the difference with the current version. */
export const refused = (because: Refusal, more?: unknown): No => new No((locale) =>
  problemOf(STATUS[because] ?? 409, because, sayWhy(because, locale), { reason: because, ...(more === undefined ? {} : { more }) }))

export const notFound = (what: 'page' | 'statement' | 'dossier' | 'organisation' | 'invitation' | 'link' | 'file' | 'room' = 'page'): No =>
  new No((locale) => problemOf(404, 'not-found', m[`shared_not_found_${what}`]({}, { locale })))
export const notSignedIn = (): No => new No((locale) => problemOf(401, 'not-signed-in', m.shared_not_signed_in({}, { locale })))
export const tooOften = (): No => new No((locale) => problemOf(429, 'too-often', m.shared_too_often({}, { locale })))
export const badInput = (fields: NonNullable<Problem['fields']>): No => new No((locale) => problemOf(400, 'bad-input', m.shared_bad_input({ fields: fields.map((field) => field.path).join(', ') }, { locale }), { fields }))
/** For a "no" that has a sentence of its own in the messages. */
export const no = (status: number, title: string, sentence: (inputs: Record<never, never>, options: { locale: Locale }) => string, more?: unknown): No =>
  new No((locale) => problemOf(status, title, sentence({}, { locale }), more === undefined ? {} : { more }))
