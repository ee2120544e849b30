/** The text of a statement for React: the session, the words that wait, and the passages as they stand now. */
import { call, pathOf } from '@draagvlak/api/call'
import { seeMe } from '@draagvlak/api/session'
import { seeSnapshot, type StatementFull } from '@draagvlak/api/statement'
import type { Passage } from '@draagvlak/editor/passage'
import { SCHEMA_VERSION } from '@draagvlak/editor/schema-version'
import { readAnyText } from '@draagvlak/editor/older-texts'
import { fragmentOf } from '@draagvlak/editor/ydoc'
import type { TextClient } from '@draagvlak/sync/client'
import { openLocalCopies, type LocalCopies } from '@draagvlak/sync/local-copy'
import type { SaveState } from '@draagvlak/sync/save-state'
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { offeredToo, openBrowserStore, waitingWords, type BrowserStore, type NotKept, type WaitingWords, type WaitsBecause } from './browser-store.ts'
import { patientSocket, watchComposing } from './composing.ts'
import type { LeftBehind } from './left-behind.ts'
import { TextSession, type Opened } from './text-session.ts'

interface Stores { readonly copies: LocalCopies | null; readonly desk: BrowserStore | null }

/** Null until the browser has said whether it keeps anything. */
function useStores(): Stores | null {
  const [stores, setStores] = useState<Stores | null>(null)
  useEffect(() => {
    let here = true
    const refused = (): null => null
    void Promise.all([openLocalCopies(indexedDB).catch(refused), openBrowserStore().catch(refused)]).then(([copies, desk]) => { if (here) setStores({ copies, desk }) })
    // Without this the browser may throw away words when its disk is full.
    void navigator.storage?.persist?.()
    return () => { here = false }
  }, [])
  return stores
}

export interface Text {
  readonly opened: Opened | null
  readonly waiting: readonly WaitingWords[]
  readonly wait: (words: readonly LeftBehind[], because: WaitsBecause) => Promise<boolean>
  readonly handled: (id: string) => void
}

export function useText(statement: StatementFull, personId: string, askAgain: () => void, notKept: NotKept): Text {
  const stores = useStores()
  const textKey = `${personId}/${statement.id}`
  const [waiting, setWaiting] = useState<readonly WaitingWords[]>([])
  const [opened, setOpened] = useState<Opened | null>(null)
  const [session, setSession] = useState<TextSession | null>(null)

  const wait = useCallback(async (words: readonly LeftBehind[], because: WaitsBecause) => {
    const fresh = waitingWords(textKey, words, because, new Date().toISOString())
    setWaiting((now) => offeredToo(now, fresh))
    const kept = await (stores?.desk?.wait(fresh).then(() => true, () => false) ?? false)
    if (kept) return true
    const onlyHere = fresh.map((one) => ({ ...one, onlyHere: true }))
    setWaiting((now) => offeredToo(now, onlyHere))
    notKept.add(onlyHere)
    return false
  }, [stores, textKey, notKept])
  const handled = useCallback((id: string) => {
    setWaiting((now) => now.filter((one) => one.id !== id))
    void stores?.desk?.handled(id).catch(() => {})
    notKept.handled(id)
  }, [stores, notKept])

  useEffect(() => { void stores?.desk?.waiting(textKey).then((words) => setWaiting((now) => offeredToo(words, now)), () => {}) }, [stores, textKey])
  useEffect(() => { void stores?.desk?.remember(personId, statement).catch(() => {}) }, [stores, personId, statement])

  useEffect(() => {
    if (!stores) return
    const composing = watchComposing(document)
    const one = new TextSession({
      WebSocket: patientSocket(WebSocket, composing), serverUrl: `${location.origin.replace(/^http/, 'ws')}/sync`, personId, copies: stores.copies, wait, askAgain, snapshot,
    })
    const stopListening = one.subscribe(() => setOpened(one.opened()))
    const visible = () => {
      if (document.visibilityState !== 'visible') return
      one.lookAgain()
      // Perhaps somebody signed in again in another tab.
      if (one.signedOut) void call(seeMe, {}).then(({ person }) => one.comeBack(person.id), () => {})
    }
    addEventListener('online', one.lookAgain)
    addEventListener('offline', one.connectAnew)
    document.addEventListener('visibilitychange', visible)
    setSession(one)
    return () => {
      removeEventListener('online', one.lookAgain)
      removeEventListener('offline', one.connectAnew)
      document.removeEventListener('visibilitychange', visible)
      stopListening()
      composing.stop()
      one.stop()
    }
  }, [stores, personId, wait, askAgain])
  const { room, epoch, draftOpen, access } = statement
  useEffect(() => { session?.want({ room, epoch, writing: draftOpen && access === 'write' }) }, [session, room, epoch, draftOpen, access])

  return useMemo(() => ({ opened, waiting, wait, handled }), [opened, waiting, wait, handled])
}

const nothing = (): (() => void) => () => {}
const CONNECTING: SaveState = { is: 'connecting' }
/** What may be said about saving at this moment. */
export function useSaveState(client: TextClient | null): SaveState {
  return useSyncExternalStore(client?.subscribe ?? nothing, () => client?.state() ?? CONNECTING)
}

/** The passages as they stand now: drawn at most once per frame of the screen. */
export function usePassages(opened: Opened | null): readonly Passage[] {
  const [passages, setPassages] = useState<readonly Passage[]>([])
  useEffect(() => {
    if (!opened?.ready) return
    const { doc } = opened.client
    let frame = 0
    const read = () => { setPassages(readAnyText(doc)) }
    const soon = () => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(read)
    }
    read()
    const fragment = fragmentOf(doc)
    fragment.observeDeep(soon)
    return () => {
      cancelAnimationFrame(frame)
      fragment.unobserveDeep(soon)
    }
  }, [opened])
  return passages
}

/** The room's name is that of its statement. Where it can't be had, the room brings everything. */
async function snapshot(room: string): Promise<Uint8Array | null> {
  const response = await fetch(`${pathOf(seeSnapshot.path, { statementId: room })}?schema=${SCHEMA_VERSION}`, { credentials: 'same-origin' })
  return response.status === 200 ? new Uint8Array(await response.arrayBuffer()) : null
}
