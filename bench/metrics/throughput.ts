/** Many documents with several typists each, who type as fast as the others see it: how much arrives, and what each second of processor time brings. */
import * as Y from 'yjs'
import type { Figure } from '../figures.ts'
import type { Scale } from '../options.ts'
import { eachEnd, Typist } from '../letters.ts'
import { readText, type Begun } from '../passages.ts'
import type { Peer } from '../peer.ts'
import { readBack } from '../reader.ts'
import { beginAll } from '../seed.ts'
import type { Site } from '../site.ts'
import { until } from '../until.ts'
import { beginWindow, busy, perSecondSpent } from '../window.ts'
import type { Metric } from './metric.ts'

const FIRST_CLIENT = 700_000_000
const LATE = 15_000

/** Keeps so many letters under way, and sends the next when the neighbour has seen one. */
interface Seat { readonly typist: Typist; readonly peer: Peer; confirmed: number }
interface Crowd { readonly doc: string; readonly begun: Begun; readonly seats: readonly Seat[] }

export const throughput: Metric = {
  name: 'throughput',
  async measure({ site, scale }) {
    const { figures } = await typeAway(site, scale, { name: 'throughput', onBoth: false })
    return figures
  },
}

/** @param onBoth every second person of a document is on the second server. */
export async function typeAway(site: Site, { throughput: { documents, typists, inFlight, seconds } }: Scale, { name, onBoth }: { readonly name: string; readonly onBoth: boolean }): Promise<{ readonly figures: Figure[]; readonly perSecond: number | null }> {
  const tally = { delivered: 0, typing: false, inFlight }
  const names = Array.from({ length: documents }, (_, at) => `${name}-${at}`)
  const begun = await beginAll(site, names)
  const crowds = names.map((doc, at) => {
    const here = begun.get(doc)!
    return { doc, begun: here, seats: sit(site, { doc, onBoth }, Array.from({ length: typists }, (_, seat) => new Typist(FIRST_CLIENT + at * typists + seat, here.end)), tally) }
  })
  const seats = crowds.flatMap((crowd) => crowd.seats)
  await Promise.all(seats.map(({ peer }) => peer.ready))
  const end = beginWindow(site)
  tally.typing = true
  for (const seat of seats) type(seat, tally)
  await until(() => false, seconds * 1_000)
  const stretch = end()
  const { delivered } = tally
  tally.typing = false
  const arrived = await until(() => seats.every(({ typist, confirmed }) => typist.typed === confirmed), LATE)
  const cut = seats.filter(({ peer }) => peer.closed !== null).length
  for (const { peer } of seats) peer.cut()
  const perSecond = perSecondSpent(delivered, stretch)
  return {
    perSecond,
    figures: [
      { what: 'delivered', value: delivered / stretch.seconds, unit: 'letters/s' },
      { what: 'delivered per second of processor time', value: perSecond, unit: 'letters' },
      ...busy(stretch),
      { what: 'connections that were cut', value: cut, mustBeZero: true },
      { what: 'letters that never arrived', value: arrived ? 0 : seats.reduce((sum, { typist, confirmed }) => sum + typist.typed - confirmed, 0), mustBeZero: true },
      { what: 'wrong texts', value: await wrongAmong(site, crowds), mustBeZero: true },
    ],
  }
}

interface Tally { delivered: number; typing: boolean; readonly inFlight: number }

function type(seat: Seat, tally: Tally): void {
  while (tally.typing && seat.typist.typed - seat.confirmed < tally.inFlight) seat.peer.send(seat.typist.next())
}

function sit(site: Site, { doc, onBoth }: { readonly doc: string; readonly onBoth: boolean }, typists: readonly Typist[], tally: Tally): Seat[] {
  const seats: Seat[] = []
  const placeOf = new Map(typists.map(({ client }, at) => [client, at]))
  for (const [own, typist] of typists.entries()) {
    const known = typists.map(() => 0)
    const peer = site.join(doc, { heard: (update) => eachEnd(update, (client, end) => {
      const whose = placeOf.get(client)
      if (whose === undefined || whose === own || end <= known[whose]!) return
      tally.delivered += end - known[whose]!
      known[whose] = end
      if ((whose + 1) % typists.length !== own) return
      const seat = seats[whose]!
      seat.confirmed = end
      type(seat, tally)
    }) }, { onSecond: onBoth && own % 2 === 1 })
    seats.push({ typist, peer, confirmed: 0 })
  }
  return seats
}

/** A fresh client must read every letter, each person's in the order in which they were typed, and nothing else. */
async function wrongAmong(site: Site, crowds: readonly Crowd[]): Promise<number> {
  let wrong = 0
  for (const { doc, begun: { words, end }, seats } of crowds) {
    const typed = seats.map(({ typist }) => typist.text())
    const length = typed.reduce((sum, { length }) => sum + length, words.length)
    const there = (read: Y.Doc) => seats.every(({ typist }) => Y.getState(read.store, typist.client) >= typist.typed)
    const text = readText(await readBack(site, doc, there), end.client)
    if (text.length !== length || !text.startsWith(words) || !typed.every((letters) => text.includes(letters))) wrong += 1
  }
  return wrong
}
