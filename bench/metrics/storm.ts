/** Everybody comes back at once after a restart: with the text at hand, or with nothing. */
import * as Y from 'yjs'
import type { Figure } from '../figures.ts'
import { longDocument, readText } from '../passages.ts'
import type { PeerOptions } from '../peer.ts'
import { readBack } from '../reader.ts'
import { seed } from '../seed.ts'
import type { Site } from '../site.ts'
import { inTime, until } from '../until.ts'
import { beginWindow } from '../window.ts'
import type { Metric } from './metric.ts'

const DOC = 'storm'
const CLIENT = 830_000_001
const SETTLE = 1_000
const LATE = 60_000

export const storm: Metric = {
  name: 'storm', needsDisk: true,
  async measure({ site, scale: { storm: { clients, bytes } } }) {
    const doc = longDocument(CLIENT, bytes)
    const state = Y.encodeStateAsUpdate(doc)
    await seed(site, [{ doc: DOC, update: state, client: CLIENT, end: Y.getState(doc.store, CLIENT) }])
    const answers = new Map<string, Uint8Array>()
    /** All hold the same, and so answer the same question with the same. */
    const answer = (asked: Uint8Array) => {
      const key = Buffer.from(asked).toString('base64')
      const known = answers.get(key) ?? Y.encodeStateAsUpdate(doc, asked)
      answers.set(key, known)
      return known
    }
    const figures = [
      ...await comeBack(site, `${clients} with the text`, clients, 0, { stateVector: Y.encodeStateVector(doc), answer }),
      // The bytes may be put together otherwise, and a little shorter.
      ...await comeBack(site, `${clients} with nothing`, clients, state.length * 0.9, {}),
    ]
    const read = await readBack(site, DOC, (there) => Y.getState(there.store, CLIENT) >= Y.getState(doc.store, CLIENT))
    return [...figures, { what: 'wrong texts', value: readText(read, CLIENT) === readText(doc, CLIENT) ? 0 : 1, mustBeZero: true }]
  },
}

async function comeBack(site: Site, who: string, clients: number, bytes: number, options: PeerOptions): Promise<Figure[]> {
  await site.restart()
  await until(() => false, SETTLE)
  const end = beginWindow(site)
  const begun = performance.now()
  let last = begun
  const got = new Float64Array(clients)
  let missing = bytes > 0 ? clients : 0
  const people = Array.from({ length: clients }, (_, at) => site.join(DOC, { ...options, heard: (update) => {
    const had = got[at]!
    got[at] = had + update.length
    if (had >= bytes || got[at] < bytes) return
    missing -= 1
    last = performance.now()
  } }))
  await inTime(Promise.all(people.map(async ({ ready }) => { await ready; last = performance.now() })), LATE, 'not everybody came in')
  if (!await until(() => missing === 0, LATE)) throw new Error(`${missing} of ${clients} did not get the text`)
  const { spent } = end()
  for (const peer of people) peer.cut()
  return [{ what: `${who} are in step`, value: last - begun, unit: 'ms' }, { what: `${who}, processor time`, value: spent && (spent.server + spent.database) * 1_000, unit: 'ms' }]
}
