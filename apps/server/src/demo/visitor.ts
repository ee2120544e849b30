/** Somebody with a browser of their own, calling the house through its contract: the demo and the tests do what people do. */
import { call, type Wish } from '@draagvlak/api/call'
import type { AnswerOf, Endpoint } from '@draagvlak/api/endpoint'
import type { Hono } from 'hono'
import type { Database } from '../store/database.ts'

export interface Visitor {
  readonly email: string
  readonly name: string
  readonly cookies: Map<string, string>
  <E extends Endpoint>(endpoint: E, wish: Wish<E>): Promise<AnswerOf<E>>
}
export type Mail = { readonly subject: string; readonly text: string }

export interface Visitors {
  readonly somebody: (email: string, name?: string) => Visitor
  readonly request: (path: string, init?: RequestInit, cookies?: Map<string, string>) => Promise<Response>
  /** The newest mail to an address, of a kind. @throws Error when there is none. */
  readonly mailTo: (address: string, kind?: string) => Promise<Mail>
}

export function visitorsOf(app: Hono, db: Database, origin: string): Visitors {
  const request: Visitors['request'] = async (path, init = {}, cookies = new Map()) => {
    const headers = new Headers(init.headers)
    if (cookies.size > 0) headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '))
    const response = await app.request(origin + path, { ...init, headers })
    for (const cookie of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie)!
      if (/max-age=0/i.test(cookie)) cookies.delete(name!)
      else cookies.set(name!, value!)
    }
    return response
  }
  return {
    request,
    somebody(email, name = email) {
      const cookies = new Map<string, string>()
      const ask = <E extends Endpoint>(endpoint: E, wish: Wish<E>) => call(endpoint, wish, (path, init) => request(path, init, cookies))
      return Object.defineProperties(ask, { email: { value: email }, name: { value: name }, cookies: { value: cookies } }) as Visitor
    },
    async mailTo(address, kind) {
      const row = await db.selectFrom('outbox').selectAll().where('address', '=', address).$if(kind !== undefined, (query) => query.where('kind', '=', kind!)).orderBy('id', 'desc').executeTakeFirst()
      if (!row) throw new Error(`No mail to ${address}${kind ? ` of kind ${kind}` : ''}`)
      return { subject: row.subject!, text: row.body_text! }
    },
  }
}

/** The six digits of a mail with a code. */
export const codeIn = (text: string): string => /^(\d{3}) (\d{3})$/m.exec(text)!.slice(1).join('')
/** The token at the end of the link in a mail. */
export const tokenIn = (text: string): string => /https?:\/\/\S+\/([\w-]+)$/m.exec(text)![1]!
