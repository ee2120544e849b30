/** One line of the contract becomes a route: read, check who may, decide, answer. */
import type { AnswerOf, BodyOf, Endpoint, ParamsOf, QueryOf } from '@draagvlak/api/endpoint'
import { PREFIX } from '@draagvlak/api/endpoint'
import { ACTS, type Act } from '@draagvlak/domain/access-table'
import { whyNot, type Situation } from '@draagvlak/domain/access'
import type { By, Instant } from '@draagvlak/domain/events'
import { m, type Locale } from '@draagvlak/messages/m'
import type { Context, Hono } from 'hono'
import * as z from 'zod/mini'
import type { Deps } from '../deps.ts'
import { callerOf, type Caller } from '../people/caller.ts'
import { once } from './idempotency.ts'
import { badInput, No, no, notFound, notSignedIn, refused } from './no.ts'
import { loadSituation } from './situation.ts'

export interface Call<E extends Endpoint> {
  readonly params: ParamsOf<E['path']>
  readonly query: QueryOf<E>
  readonly body: BodyOf<E>
  /** The raw body of an upload. */
  readonly upload: Uint8Array
  readonly caller: Caller
  readonly by: By
  /** The statement, dossier and organisation of the path, as the law looks at them. */
  readonly situation: Situation
  readonly locale: Locale
  readonly now: Instant
  readonly context: Context
}
/** A file instead of JSON; null answers 204: there is none, and none is missed. */
export interface FileAnswer { readonly bytes: Uint8Array; readonly headers: Readonly<Record<string, string>> }
type Answer<E extends Endpoint> = E extends { file: string } ? FileAnswer | null : AnswerOf<E> extends undefined ? void : AnswerOf<E>
export type Handler<E extends Endpoint> = (call: Call<E>) => Promise<Answer<E> | No>
export type On = <E extends Endpoint>(endpoint: E, handler: Handler<E>) => void

const BODY_LIMIT = 1024 * 1024
const UUID_PARAMS = /^(statementId|dossierId|organisationId|personId|invitationId|mandateId|logoId|answerId|consentId|sessionId|tokenId)$/
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** Registers handlers of the contract on the app. */
export function routes(app: Hono, deps: Deps): On {
  return (endpoint, handler) => {
    app.on(endpoint.method, PREFIX + endpoint.path, async (context) => {
      const caller = await callerOf(deps, context)
      const answer = await answerTo(deps, endpoint, handler as unknown as Handler<Endpoint>, context, caller)
      if (answer instanceof Response) return answer
      return problemResponse(answer, caller.locale)
    })
  }
}

export function problemResponse(no: No, locale: Locale): Response {
  const problem = no.problem(locale)
  return new Response(JSON.stringify(problem), { status: problem.status, headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store', 'content-language': locale } })
}

async function answerTo(deps: Deps, endpoint: Endpoint, handler: Handler<Endpoint>, context: Context, caller: Caller): Promise<Response | No> {
  const stranger = strangeOrigin(deps, context, caller)
  if (stranger) return stranger
  // Asked before anything is looked up: who is nobody learns nothing about what is there.
  if (!caller.signedIn && endpoint.may !== 'anyone' && endpoint.may !== 'link') return notSignedIn()
  const params = context.req.param() as Record<string, string>
  for (const [name, value] of Object.entries(params)) if (UUID_PARAMS.test(name) && !UUID.test(value)) return notFound()
  const input = await readInput(endpoint, context)
  if (input instanceof No) return input
  const situation = await loadSituation(deps, caller, { ...params, ...dossierInBody(input.body) })
  if (situation instanceof No) return situation
  const barred = whyBarred(endpoint, caller, situation)
  if (barred) return barred
  const call = { ...input, params, caller, situation, by: caller.by, locale: caller.locale, now: deps.now(), context } as unknown as Call<Endpoint>
  return once(deps, { context, caller, endpoint, input }, async () => {
    const answer = await handler(call)
    return answer instanceof No ? answer : responseOf(deps, endpoint, answer, context)
  })
}

interface Input { readonly query: unknown; readonly body: unknown; readonly upload: Uint8Array }

async function readInput(endpoint: Endpoint, context: Context): Promise<Input | No> {
  const upload = new Uint8Array(0)
  const query = endpoint.query ? parsed(endpoint.query, context.req.query(), 'query') : undefined
  if (query instanceof No) return query
  if (endpoint.upload) {
    const bytes = await limitedBody(context, endpoint.upload.maximum)
    return bytes ? { query, body: undefined, upload: bytes } : no(413, 'file-too-large', m.shared_file_too_large)
  }
  if (!endpoint.body) return { query, body: undefined, upload }
  const bytes = await limitedBody(context, BODY_LIMIT)
  if (!bytes) return badInput([{ path: '(body)', message: 'larger than 1 MiB' }])
  const json = jsonOf(bytes)
  if (json instanceof No) return json
  const body = parsed(endpoint.body, json, 'body')
  return body instanceof No ? body : { query, body, upload }
}

/** What PostgreSQL can't keep, and RFC 8785 can't seal: U+0000 and half of a pair of surrogates. JSON can hold both, nobody types them. */
const UNWRITABLE = /\0|\p{Surrogate}/u

function jsonOf(bytes: Uint8Array): unknown {
  let where: string | null = null
  const look = (key: string, value: unknown): unknown => {
    if (UNWRITABLE.test(key) || (typeof value === 'string' && UNWRITABLE.test(value))) where ??= key
    return value
  }
  try {
    const json: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes), look)
    return where === null ? json : badInput([{ path: where, message: 'holds U+0000 or half a character' }])
  } catch { return badInput([{ path: '(body)', message: 'not JSON' }]) }
}

function parsed(schema: z.ZodMiniType, value: unknown, where: string): unknown {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  return badInput(result.error.issues.map((issue) => ({ path: issue.path.join('.') || where, message: issue.message })))
}

/** Null when there is more than may be; the rest is not read. */
async function limitedBody(context: Context, maximum: number): Promise<Uint8Array | null> {
  if (Number(context.req.header('content-length') ?? 0) > maximum) return null
  const reader = context.req.raw.body?.getReader()
  if (!reader) return new Uint8Array(0)
  const parts: Uint8Array[] = []
  let size = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return Buffer.concat(parts)
    size += value.length
    if (size > maximum) {
      await reader.cancel()
      return null
    }
    parts.push(value)
  }
}

/** A page of somebody else must not act with this browser's cookie. */
function strangeOrigin(deps: Deps, context: Context, caller: Caller): No | null {
  if (context.req.method === 'GET' || caller.by.via === 'token') return null
  const origin = context.req.header('origin')
  const site = context.req.header('sec-fetch-site')
  if (origin !== undefined ? origin === deps.config.baseUrl : site === undefined || site === 'same-origin' || site === 'none') return null
  return refused('not-yours')
}

const dossierInBody = (body: unknown): { dossierId?: string } =>
  typeof body === 'object' && body !== null && 'dossierId' in body && typeof body.dossierId === 'string' ? { dossierId: body.dossierId } : {}

const isAct = (may: string): may is Act => ACTS.includes(may as Act)

function whyBarred(endpoint: Endpoint, caller: Caller, situation: Situation): No | null {
  if (endpoint.may === 'anyone' || endpoint.may === 'link') return null
  if (endpoint.may === 'administrator') return caller.who.administrator ? null : refused('not-yours')
  if (!isAct(endpoint.may)) return null
  const because = whyNot(endpoint.may, caller.who, situation)
  return because ? refused(because) : null
}

function responseOf(deps: Deps, endpoint: Endpoint, answer: unknown, context: Context): Response {
  const headers = new Headers({ 'cache-control': 'no-store' })
  // Cookies that the handler set stand on the context.
  for (const cookie of context.res.headers.getSetCookie()) headers.append('set-cookie', cookie)
  if (endpoint.file) {
    if (answer === null) return new Response(null, { status: 204, headers })
    const file = answer as FileAnswer
    for (const [name, value] of Object.entries(file.headers)) headers.set(name, value)
    const etag = headers.get('etag')
    if (etag && context.req.header('if-none-match') === etag) return new Response(null, { status: 304, headers })
    return new Response(file.bytes as BodyInit, { status: 200, headers })
  }
  if (!endpoint.answer) return endpoint.status ? new Response('{}', { status: endpoint.status, headers: withJson(headers) }) : new Response(null, { status: 204, headers })
  if (deps.checkAnswers) {
    const check = endpoint.answer.safeParse(answer)
    if (!check.success) throw new Error(`${endpoint.method} ${endpoint.path} answers what the contract does not say: ${z.prettifyError(check.error)}`)
  }
  return new Response(JSON.stringify(answer), { status: endpoint.status ?? 200, headers: withJson(headers) })
}
const withJson = (headers: Headers): Headers => {
  headers.set('content-type', 'application/json; charset=utf-8')
  return headers
}
