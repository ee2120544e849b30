/** The shape of one line of the contract: what may cross HTTP, who may call it, and what comes back. */
import type { Act } from '@draagvlak/domain/access-table'
import * as z from 'zod/mini'

/**
 * Who may call an endpoint. An act is asked of the access table for the statement, dossier or organisation in the path.
 * `link` is the holder of a personal link; `signed-in` anybody with a session or token; `administrator` the installation's own.
 */
export type May = Act | 'anyone' | 'link' | 'signed-in' | 'administrator'

type Schema = z.ZodMiniType
type Out<S> = S extends Schema ? z.output<S> : undefined
type In<S> = S extends Schema ? z.input<S> : undefined

export interface Endpoint<Query extends Schema | undefined = Schema | undefined, Body extends Schema | undefined = Schema | undefined, Answer extends Schema | undefined = Schema | undefined> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Below `/api/v1`, parameters as `:statementId`. */
  readonly path: string
  readonly summary: string
  readonly may: May
  readonly query?: Query
  readonly body?: Body
  /** Left out for a raw upload: the body is the file itself. */
  readonly upload?: { readonly maximum: number }
  /** Left out: 204 without a body. */
  readonly answer?: Answer
  /** The answer is a file of this type, not JSON. */
  readonly file?: string
  readonly status?: 200 | 201 | 202
}
export type QueryOf<E> = E extends Endpoint<infer Q, never, never> ? Out<Q> : E extends { query: infer Q } ? Out<Q> : undefined
export type BodyOf<E> = E extends { body: infer B } ? Out<B> : undefined
export type BodyInOf<E> = E extends { body: infer B } ? In<B> : undefined
export type QueryInOf<E> = E extends { query: infer Q } ? In<Q> : undefined
export type AnswerOf<E> = E extends { answer: infer A } ? Out<A> : undefined
/** `/dossiers/:dossierId/partners` → `{ dossierId: string }` */
export type ParamsOf<Path extends string> =
  Path extends `${string}:${infer Name}/${infer Rest}` ? { readonly [K in Name]: string } & ParamsOf<`/${Rest}`>
    : Path extends `${string}:${infer Name}` ? { readonly [K in Name]: string } : unknown

export const endpoint = <const E extends Endpoint>(definition: E): E => definition

export const PREFIX = '/api/v1'
