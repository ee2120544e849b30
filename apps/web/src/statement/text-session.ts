/**
 * One person in one text: joins its room, starts again when the draft was frozen or opened, and hands out the words that the
 * server did not take. Knows no React.
 */
import type { StatementFull } from '@draagvlak/api/statement'
import { textOf } from '@draagvlak/editor/passage'
import { SCHEMA_VERSION } from '@draagvlak/editor/schema-version'
import { readAnyText } from '@draagvlak/editor/older-texts'
import { TextClient } from '@draagvlak/sync/client'
import type { LocalCopies } from '@draagvlak/sync/local-copy'
import type { ClosedBecause } from '@draagvlak/sync/save-state'
import * as Y from 'yjs'
import type { WaitsBecause } from './browser-store.ts'
import { leftBehind, leftBehindIn, notIn, once, type LeftBehind } from './left-behind.ts'

export type Wanted = Pick<StatementFull, 'room' | 'epoch'> & { readonly writing: boolean }
export interface TextSessionOptions {
  readonly serverUrl: string
  readonly personId: string
  /** Null where the browser refuses to keep anything. */
  readonly copies: LocalCopies | null
  /** Hands words out; says whether this browser keeps them. */
  readonly wait: (words: readonly LeftBehind[], because: WaitsBecause) => Promise<boolean>
  /** See `TextClientOptions`. */
  readonly snapshot?: (room: string) => Promise<Uint8Array | null>
  /** Something was decided about the text, or the room was closed for writing: it must be asked for again. */
  readonly askAgain: () => void
  readonly WebSocket?: typeof WebSocket
}

export interface Opened { readonly client: TextClient; readonly ready: boolean }
/** After these nothing more comes from this room. */
const FINAL: ReadonlySet<ClosedBecause> = new Set(['signed-out', 'not-yours', 'no-such-text', 'client-too-old'])
/** How long to wait before joining again where the room was closed and the text is said to be open, in milliseconds. */
const LATER = [500, 1000, 2000, 4000, 8000, 15_000]
const LINGER = 10_000

export class TextSession {
  #options: TextSessionOptions
  #wanted: Wanted | null = null
  #opened: Opened | null = null
  /** Left with words that were not sent, and the epoch under which they were typed. */
  #old: { readonly doc: Y.Doc; readonly epoch: number }[] = []
  #listeners = new Set<() => void>()
  #tries = 0
  /** What the room of `#opened` was joined for: another may be wanted since. */
  #joined: Wanted | null = null
  /** The text was raised beyond what this program knows: only another program goes on. */
  #outgrown = false
  #timer: ReturnType<typeof setTimeout> | null = null

  constructor(options: TextSessionOptions) { this.#options = options }

  opened = (): Opened | null => this.#opened
  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** What the server says of the text now. The same epoch and right: nothing happens. */
  want(wanted: Wanted): void {
    if (this.#outgrown) return
    const now = this.#wanted
    if (now && now.room === wanted.room && now.epoch === wanted.epoch && now.writing === wanted.writing && this.#opened) return
    this.#wanted = wanted
    this.#leaveRoom()
    this.#join(wanted)
  }

  lookAgain = (): void => this.#opened?.client.lookAgain()
  connectAnew = (): void => this.#opened?.client.connectAnew()

  get signedOut(): boolean {
    const state = this.#opened?.client.state()
    return state?.is === 'closed' && state.because === 'signed-out'
  }
  /** Somebody is known to the server again: the same person joins anew. To another the words are not given. */
  comeBack(personId: string): void {
    if (personId !== this.#options.personId || !this.signedOut || !this.#wanted) return
    this.#options.askAgain()
    this.#leaveRoom()
    this.#join(this.#wanted)
  }

  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    const client = this.#opened?.client
    this.#opened = null
    this.#wanted = null
    this.#listeners.clear()
    // Somebody may read the words where the text was: nothing else has them.
    if (client?.onlyInThisTab && !client.inTouch && (this.#options.copies === null || client.state().is === 'offline-not-kept')) void this.#options.wait(leftBehind(client.doc, client.serverHas), 'not-taken')
    if (client) linger(client)
  }

  #join(wanted: Wanted): void {
    const { serverUrl, copies, askAgain, snapshot, WebSocket } = this.#options
    const client = new TextClient({
      serverUrl, room: wanted.room, epoch: wanted.epoch, schema: SCHEMA_VERSION, writing: wanted.writing, copy: copies?.open(this.#copyName(wanted)) ?? null, onNotice: askAgain,
      ...WebSocket ? { WebSocket } : {}, ...snapshot ? { snapshot: () => snapshot(wanted.room) } : {},
    })
    this.#joined = wanted
    this.#show({ client, ready: false })
    let fromCopy: readonly LeftBehind[] = []
    let looked = false
    let ended = false
    let away = false
    const look = (): void => {
      const state = client.state()
      if (state.is.startsWith('offline')) away = true
      else if (client.inTouch && away) {
        away = false
        // What was decided meanwhile nobody could tell: a right may have ended, and a room drops the words of a reader without a word.
        askAgain()
      }
      if (state.is === 'closed' && !ended) {
        ended = true
        void this.#closed(client, wanted, state.because)
      }
      if (client.inTouch && !looked) {
        looked = true
        this.#tries = 0
        void this.#afterMeeting(client, wanted, fromCopy)
      }
    }
    client.subscribe(look)
    void client.ready.then(() => {
      // Typed before a reload and not sent: whether a change of others took it away shows only after meeting the server.
      fromCopy = client.inTouch ? [] : leftBehind(client.doc, client.serverHas)
      if (this.#opened?.client === client) this.#show({ client, ready: true })
      look()
    })
  }

  /** The text of the server is here: what was typed under an earlier epoch or another schema, or went under in a merge, is handed out. */
  async #afterMeeting(client: TextClient, wanted: Wanted, fromCopy: readonly LeftBehind[]): Promise<void> {
    const { copies, wait } = this.#options
    const gone = notIn(fromCopy, readAnyText(client.doc).map(textOf))
    if (gone.length > 0) await wait(gone, 'passage-gone')
    const known = client.serverHas
    const late: LeftBehind[] = []
    const refused: LeftBehind[] = []
    // A draft that closed has another epoch; in the same one the right of this person ended, or the session.
    for (const { doc, epoch } of this.#old.splice(0)) (epoch === wanted.epoch ? refused : late).push(...leftBehind(doc, known))
    const renewed: LeftBehind[] = []
    const earlier: string[] = []
    for (const name of await copies?.names(`${this.#options.personId}/${wanted.room}/`) ?? []) {
      if (name === this.#copyName(wanted)) continue
      earlier.push(name)
      const { updates } = await copies!.open(name).load()
      ;(this.#isOfEpoch(name, wanted) ? renewed : late).push(...leftBehindIn(updates, known))
    }
    for (const [words, because] of [[late, 'too-late'], [refused, wanted.writing ? 'not-taken' : 'right-ended'], [renewed, 'program-renewed']] as const) {
      const fresh = notIn(once(words), readAnyText(client.doc).map(textOf))
      if (fresh.length > 0) await wait(fresh, because)
    }
    for (const name of earlier) await copies!.forget(name)
  }

  async #closed(client: TextClient, wanted: Wanted, because: ClosedBecause): Promise<void> {
    if (this.#opened?.client !== client) return
    const { copies, wait, askAgain } = this.#options
    askAgain()
    if (because === 'signed-out') return
    if (because === 'client-too-old') return this.#handOutAll(client, wanted)
    if (because === 'closed-for-writing') {
      // Usually another epoch comes with the answer. Where it does not, the house was quicker than the room.
      this.#timer = setTimeout(() => {
        if (this.#opened?.client !== client) return
        this.#leaveRoom()
        this.#join(wanted)
      }, LATER[Math.min(this.#tries++, LATER.length - 1)])
      return
    }
    // The tab before this one and the store of this browser may hold the same words.
    const known = client.serverHas
    const words = once([...leftBehind(client.doc, known), ...this.#oldWords(known)])
    if (words.length > 0) await wait(words, because === 'read-only' ? 'right-ended' : because === 'too-large' ? 'too-much' : 'not-taken')
    await copies?.forget(this.#copyName(wanted))
    if (FINAL.has(because) || this.#opened?.client !== client) return
    client.stop()
    this.#join(wanted)
  }

  /** What was not sent is handed out as words: the program that comes next never mixes this text into a newer one. Another tab may have put more into the store. */
  async #handOutAll(client: TextClient, wanted: Wanted): Promise<void> {
    this.#outgrown = true
    const { copies, wait } = this.#options
    const kept = await copies?.open(this.#copyName(wanted)).load().catch(() => null)
    const known = client.serverHas
    const words = once([...leftBehindIn([Y.encodeStateAsUpdate(client.doc), ...kept?.updates ?? []], known), ...this.#oldWords(known)])
    if (words.length === 0 || await wait(words, 'program-renewed')) await copies?.forget(this.#copyName(wanted))
  }

  /** Those that were typed before this room was joined last. */
  #oldWords(known: Uint8Array): LeftBehind[] { return this.#old.splice(0).flatMap(({ doc }) => leftBehind(doc, known)) }

  #leaveRoom(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    const client = this.#opened?.client
    if (!client) return
    if (client.unsaved && this.#joined) this.#old.push({ doc: client.doc, epoch: this.#joined.epoch })
    client.stop()
  }

  #show(opened: Opened): void {
    this.#opened = opened
    for (const listener of this.#listeners) listener()
  }

  /** [C3] Words of another epoch or schema are never mixed into a text. */
  #copyName(wanted: Wanted): string { return `${this.#epochName(wanted)}/${SCHEMA_VERSION}` }
  #epochName({ room, epoch }: Wanted): string { return `${this.#options.personId}/${room}/${epoch}` }
  #isOfEpoch(name: string, wanted: Wanted): boolean { return `${name}/`.startsWith(`${this.#epochName(wanted)}/`) }
}

/** Whoever goes to another screen with words under way lets them arrive. */
function linger(client: TextClient): void {
  if (!client.unsaved || !client.inTouch) return client.stop()
  const end = setTimeout(() => client.stop(), LINGER)
  client.subscribe(() => {
    if (client.unsaved) return
    clearTimeout(end)
    client.stop()
  })
}
