/** Typed fetch for whoever speaks to the server: the web app and the tests. */
import { PREFIX, type AnswerOf, type BodyInOf, type Endpoint, type ParamsOf, type QueryInOf } from './endpoint.ts'
import type { Problem } from './problem.ts'

/** A "no" from the server; `problem.detail` is the sentence to show. */
export class ProblemError extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.detail)
    this.problem = problem
  }
}
/** No answer came at all: nothing is known about what happened there. */
export class Unreachable extends Error {}

export type Wish<E extends Endpoint> =
  & { readonly idempotencyKey?: string; readonly signal?: AbortSignal; readonly upload?: Blob }
  & (unknown extends ParamsOf<E['path']> ? { readonly params?: undefined } : { readonly params: ParamsOf<E['path']> })
  & (undefined extends BodyInOf<E> ? { readonly body?: undefined } : { readonly body: BodyInOf<E> })
  & { readonly query?: QueryInOf<E> }

export const pathOf = (template: string, params: Readonly<Record<string, string>> = {}): string =>
  PREFIX + template.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))

export type Fetch = (path: string, init: RequestInit) => Promise<Response>

/** @throws ProblemError for every answer that is not 2xx; Unreachable when there was none. */
export async function call<E extends Endpoint>(endpoint: E, wish: Wish<E>, fetcher: Fetch = (path, init) => fetch(path, init)): Promise<AnswerOf<E>> {
  const query = new URLSearchParams(Object.entries(wish.query ?? {}).filter(([, value]) => value !== undefined).map(([name, value]) => [name, String(value)])).toString()
  const headers: Record<string, string> = { accept: 'application/json' }
  if (wish.body !== undefined) headers['content-type'] = 'application/json'
  if (wish.upload) headers['content-type'] = 'application/octet-stream'
  if (wish.idempotencyKey) headers['idempotency-key'] = wish.idempotencyKey
  const response = await fetcher(pathOf(endpoint.path, wish.params as Record<string, string> | undefined) + (query && `?${query}`), {
    method: endpoint.method, headers, credentials: 'same-origin', signal: wish.signal ?? null,
    body: wish.upload ?? (wish.body === undefined ? null : JSON.stringify(wish.body)),
  }).catch((cause: unknown) => { throw new Unreachable('unreachable', { cause }) })
  if (response.ok) return (endpoint.answer ? await response.json() : undefined) as AnswerOf<E>
  throw new ProblemError(await response.json().catch(() => ({ type: 'about:blank', title: response.statusText, status: response.status, detail: response.statusText })) as Problem)
}
