/** A fresh client with a whole document: reads what a server kept. */
import * as Y from 'yjs'
import type { Peer } from './peer.ts'
import type { Site } from './site.ts'
import type { User } from './targets.ts'
import { inTime, until } from './until.ts'

export interface Reader { readonly doc: Y.Doc; readonly peer: Peer }

const PATIENCE = 10_000
const COMES_BACK = 60_000

export function open(site: Site, name: string, user: User = 'partner'): Reader {
  const doc = new Y.Doc()
  const peer = site.join(name, { heard: (update) => Y.applyUpdate(doc, update, 'server') }, { user })
  return { doc, peer }
}

/** Reads until all is there that is looked for, or it is clear that it does not come; comes back as a browser does while the server can't be reached. */
export async function readBack(site: Site, name: string, hasAll: (doc: Y.Doc) => boolean, late = 2_000): Promise<Y.Doc> {
  for (const begun = performance.now(); ;) {
    const { doc, peer } = open(site, name)
    try {
      await inTime(peer.ready, PATIENCE, `${name} was not sent in time`)
      await until(() => hasAll(doc), late)
      return doc
    } catch (error) {
      if (performance.now() - begun > COMES_BACK) throw error
      await until(() => false, 100)
    } finally { peer.cut() }
  }
}
