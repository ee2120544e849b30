/** The first reader of a text that was long in the making, at a server that was just started. */
import * as Y from 'yjs'
import type { Figure } from '../figures.ts'
import { eachEnd } from '../letters.ts'
import { historyOf, inventedEdits, readTrace, type History } from '../history.ts'
import { readText } from '../passages.ts'
import type { Site } from '../site.ts'
import { median } from '../stats.ts'
import { inTime, until } from '../until.ts'
import { beginWindow } from '../window.ts'
import type { Metric } from './metric.ts'

const DOC = 'cold-open'
const WRITER = 800_000_001
const UNDER_WAY = 400
const LATE = 60_000
/** What a server does when the last one left, and right after it started, is no part of an opening. */
const SETTLE = 3_000

export const coldOpen: Metric = {
  name: 'cold-open', once: true, needsDisk: true,
  async measure({ site, scale: { history: { edits, opens } }, trace }) {
    const history = historyOf(trace ? readTrace(trace) : inventedEdits(edits), WRITER)
    const seconds = await typeThrough(site, history)
    await until(() => false, SETTLE)
    const found: Opened[] = []
    for (let time = 0; time < opens; time += 1) {
      await site.restart()
      await until(() => false, SETTLE)
      found.push(await openOnce(site, history))
    }
    const spent = found.flatMap((one) => (one.spent === null ? [] : [one.spent]))
    return [
      { what: 'keystrokes in the history', value: history.updates.length },
      { what: 'typing it', value: history.updates.length / seconds, unit: 'keystrokes/s' },
      { what: 'open', value: median(found.map(({ milliseconds }) => milliseconds)), unit: 'ms' },
      { what: 'processor time', value: spent.length > 0 ? median(spent) : null, unit: 'ms' },
      { what: 'received', value: median(found.map(({ received }) => received)) / 1_000, unit: 'kB' },
      { what: 'letters of text', value: history.text.length },
      { what: 'wrong texts', value: found.filter(({ right }) => !right).length, mustBeZero: true },
    ] satisfies Figure[]
  },
}

/** Returns how many seconds it took until somebody else had seen all of it. */
async function typeThrough(site: Site, { updates, clocks }: History): Promise<number> {
  await site.rooms([DOC])
  let seen = 0
  const reader = site.join(DOC, { heard: (update) => eachEnd(update, (client, end) => { if (client === WRITER) seen = Math.max(seen, end) }) })
  const writer = site.join(DOC)
  await Promise.all([reader.ready, writer.ready])
  const begun = performance.now()
  const { together = 1 } = site.target
  let sent = 0
  for (let at = 0; at < updates.length; at += together) {
    writer.send(together === 1 ? updates[at]! : Y.mergeUpdates(updates.slice(at, at + together)))
    sent = clocks[Math.min(at + together, clocks.length) - 1]!
    if (sent - seen >= UNDER_WAY && !await until(() => sent - seen < UNDER_WAY / 2 || writer.closed !== null, LATE, 1)) break
    if (writer.closed !== null) break
  }
  const arrived = writer.closed === null && await until(() => seen >= sent, LATE)
  const seconds = (performance.now() - begun) / 1_000
  for (const peer of [reader, writer]) peer.cut()
  if (!arrived) throw new Error(`the history could not be typed: ${seen} of ${sent} parts seen; ${writer.closed ? `${writer.closed.code} ${writer.closed.why}` : 'the connection is open'}`)
  return seconds
}

interface Opened { readonly milliseconds: number; readonly spent: number | null; readonly received: number; readonly right: boolean }

/** The moments are kept as the bytes come; what is in them is looked at afterwards, so that it costs no time. */
async function openOnce(site: Site, { text, stateVector }: History): Promise<Opened> {
  const came: { readonly at: number; readonly update: Uint8Array }[] = []
  const end = beginWindow(site)
  const begun = performance.now()
  const peer = site.join(DOC, { heard: (update) => { came.push({ at: performance.now(), update: update.slice() }) } })
  await inTime(peer.ready, LATE, 'the text did not come')
  const doc = new Y.Doc()
  const wanted = [...Y.decodeStateVector(stateVector)]
  let looked = 0
  await until(() => {
    for (; looked < came.length; looked += 1) Y.applyUpdate(doc, came[looked]!.update)
    return wanted.every(([client, clock]) => Y.getState(doc.store, client) >= clock)
  }, LATE / 4)
  const { spent } = end()
  peer.cut()
  return { milliseconds: came.at(-1)!.at - begun, spent: spent && (spent.server + spent.database) * 1_000, received: peer.received, right: readText(doc, WRITER) === text }
}
