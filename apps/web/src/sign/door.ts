/** What the pages without an account ask of the server. Only types come from the contract: its schemas would weigh more than this page. */
import type { LinkView } from '@draagvlak/api/link'
import type { Problem } from '@draagvlak/api/problem'
import type { AnswerWish, ConsentWish, Receipt } from '@draagvlak/api/sign-off'
import { getLocale } from '@draagvlak/messages/locale'

export type LinkLogo = LinkView['logos'][number]
export type Purpose = LinkView['purpose']
export interface Named { readonly name: string; readonly email: string; readonly function: string }

/** A "no": its sentence says what to do. */
export class Refused extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.detail)
    this.problem = problem
  }
}
/** No answer came: nothing is known about what happened there. */
export class NoAnswer extends Error {}

export interface Door {
  readonly see: () => Promise<LinkView>
  readonly askCode: () => Promise<void>
  readonly enterCode: (code: string) => Promise<LinkView>
  /** Without `consent` the leave for the logo stays as it is; null takes it back. */
  readonly answer: (body: { readonly answer: AnswerWish; readonly consent?: ConsentWish | null }) => Promise<Receipt>
  readonly consent: (consent: ConsentWish | null) => Promise<Receipt>
  readonly discussFirst: (until: string) => Promise<Receipt>
  readonly notAuthorised: (named: Named | null) => Promise<Receipt>
  readonly ask: (text: string) => Promise<void>
  /** @param progress from 0 to 1, of what was sent. */
  readonly addLogo: (file: Blob, progress: (part: number) => void) => Promise<LinkLogo>
  readonly takeBackLogo: (logoId: string) => Promise<void>
  readonly textPdf: string
  readonly confirmationPdf: string
}

/** All methods throw Refused or NoAnswer. Opening the door does nothing. */
export function openDoor(token: string, purpose: Purpose): Door {
  const at = (path = '') => `/api/v1/links/${encodeURIComponent(token)}${path}`
  const headers = (more: Record<string, string> = {}) => ({ 'accept': 'application/json', 'accept-language': getLocale(), 'x-draagvlak-page': purpose, ...more })
  const keys = new Map<string, string>()

  async function send<A>(path: string, body?: unknown): Promise<A> {
    const words = body === undefined ? null : JSON.stringify(body)
    const response = await fetch(at(path), {
      method: 'POST', credentials: 'same-origin', body: words,
      headers: headers({ ...(words === null ? {} : { 'content-type': 'application/json' }), 'idempotency-key': keyFor(`${path} ${words ?? ''}`) }),
    }).catch((cause: unknown) => { throw new NoAnswer('no answer', { cause }) })
    return outcome<A>(response)
  }
  /** The same words sent again, because no answer came, are one act. What was answered is over: said again it is another. */
  function keyFor(what: string): string {
    const key = keys.get(what) ?? newKey()
    keys.set(what, key)
    return key
  }
  async function once<A>(path: string, body?: unknown): Promise<A> {
    try {
      const answer = await send<A>(path, body)
      keys.clear()
      return answer
    } catch (error) {
      if (error instanceof Refused) keys.clear()
      throw error
    }
  }
  /** Each try is a try: a wrong code typed twice is twice wrong. */
  function fresh<A>(path: string, body?: unknown): Promise<A> {
    keys.clear()
    return send<A>(path, body)
  }

  return {
    see: async () => outcome<LinkView>(await fetch(at(), { credentials: 'same-origin', headers: headers() }).catch((cause: unknown) => { throw new NoAnswer('no answer', { cause }) })),
    askCode: () => fresh('/codes'),
    enterCode: (code) => fresh('/codes/entry', { code }),
    answer: (body) => once('/sign-offs', body),
    consent: (consent) => once('/consents', { consent }),
    discussFirst: (until) => once('/discuss-first', { until }),
    notAuthorised: (named) => once('/not-authorised', { named }),
    ask: (text) => once('/questions', { text }),
    addLogo: (file, progress) => upload(at('/logos'), file, headers({ 'content-type': 'application/octet-stream', 'idempotency-key': newKey() }), progress),
    takeBackLogo: async (logoId) => outcome<void>(await fetch(at(`/logos/${logoId}`), { method: 'DELETE', credentials: 'same-origin', headers: headers() }).catch((cause: unknown) => { throw new NoAnswer('no answer', { cause }) })),
    textPdf: at('/text.pdf'), confirmationPdf: at('/confirmation.pdf'),
  }
}

async function outcome<A>(response: Response): Promise<A> {
  if (response.ok) return (response.status === 204 ? undefined : await response.json().catch(() => undefined)) as A
  throw new Refused(await response.json().catch(() => unknownProblem(response.status, response.statusText)) as Problem)
}
const unknownProblem = (status: number, title: string): Problem => ({ type: 'about:blank', title, status, detail: title })

/** `fetch` can't tell how much was sent. */
function upload(to: string, file: Blob, headers: Readonly<Record<string, string>>, progress: (part: number) => void): Promise<LinkLogo> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', to)
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value)
    request.responseType = 'json'
    request.upload.onprogress = ({ loaded, total }) => progress(total === 0 ? 0 : loaded / total)
    request.onerror = () => reject(new NoAnswer('no answer'))
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) resolve(request.response as LinkLogo)
      else reject(new Refused((request.response as Problem | null) ?? unknownProblem(request.status, request.statusText)))
    }
    request.send(file)
  })
}

/** Also where the browser keeps `randomUUID` to secure pages. */
const newKey = (): string => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
