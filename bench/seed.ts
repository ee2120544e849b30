/** Puts texts into a server through its own protocol, before anything is measured. */
import { eachEnd } from './letters.ts'
import { begin, type Begun } from './passages.ts'
import type { Site } from './site.ts'
import { until } from './until.ts'

export interface Seed { readonly doc: string; readonly update: Uint8Array; readonly client: number; readonly end: number }

const AT_ONCE = 20
const PATIENCE = 30_000
/** Far from the ids of the typists. */
const FIRST_CLIENT = 500_000_000

/** Each is there when somebody else has seen it. */
export async function seed(site: Site, seeds: readonly Seed[]): Promise<void> {
  await site.rooms(seeds.map(({ doc }) => doc))
  for (let from = 0; from < seeds.length; from += AT_ONCE) await Promise.all(seeds.slice(from, from + AT_ONCE).map((one) => put(site, one)))
}

async function put(site: Site, { doc, update, client, end }: Seed): Promise<void> {
  let there = false
  const reader = site.join(doc, { heard: (heard) => eachEnd(heard, (whose, to) => { there ||= whose === client && to >= end }) })
  const writer = site.join(doc)
  await Promise.all([reader.ready, writer.ready])
  writer.send(update)
  const seen = await until(() => there || writer.closed !== null, PATIENCE)
  for (const peer of [reader, writer]) peer.cut()
  if (!seen || !there) throw new Error(`${doc} could not be filled: ${writer.closed?.why ?? 'nobody saw it'}`)
}

/** Documents with a few words in them, to type behind. */
export async function beginAll(site: Site, docs: readonly string[]): Promise<Map<string, Begun>> {
  const begun = new Map(docs.map((doc, at) => [doc, begin(FIRST_CLIENT + at)] as const))
  await seed(site, [...begun].map(([doc, { update, end }]) => ({ doc, update, client: end.client, end: end.clock + 1 })))
  return begun
}
