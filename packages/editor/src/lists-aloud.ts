/**
 * Lists for those who listen. In the editor list items are flat neighbours; here they are told as one list.
 *
 * Of the ways to do this, wrapping is impossible (a decoration wraps one node, so every item would be a list of one), and
 * bare `role=listitem` breaks the rule that an item stands in a list. So each run gets an owner before its first item: an
 * element without size with `role=list` and `aria-owns`. `aria-level`, `aria-posinset` and `aria-setsize` say the place in
 * numbers, also to readers that do not follow `aria-owns`.
 */
import { Extension } from '@tiptap/core'
import { PluginKey } from '@tiptap/pm/state'
import { Decoration, type DecorationSet } from '@tiptap/pm/view'
import { isListKind } from './kinds.ts'
import { listPlaces } from './lists.ts'
import { passageDecorations } from './passage-decorations.ts'
import type { PlacedPassage } from './passage-nodes.ts'

export interface ListsAloudOptions {
  /** Stands before the DOM ids of items; different for two editors on one page. */
  readonly idPrefix: string
}

export const ListsAloud = Extension.create<ListsAloudOptions>({
  name: 'listsAloud',
  addOptions() {
    return { idPrefix: 'item-' }
  },
  addProseMirrorPlugins() {
    const { idPrefix } = this.options
    return [passageDecorations(new PluginKey<DecorationSet>('listsAloud'), passages => spoken(passages, idPrefix))]
  },
})

function spoken(passages: readonly PlacedPassage[], idPrefix: string): Decoration[] {
  const places = listPlaces(passages)
  const seen = new Set<string>()
  const drawn: Decoration[] = []
  let run: string[] = []
  let start = 0
  const owner = (): void => {
    if (run.length > 0) drawn.push(ownerOf(start, run))
    run = []
  }
  passages.forEach(({ id, kind, from, to }, index) => {
    const place = places[index]
    if (!isListKind(kind) || place === null || place === undefined) return owner()
    // Two elements with one DOM id would confuse the owner; the double waits for the server to heal it.
    if (id === '' || seen.has(id)) return
    seen.add(id)
    if (run.length === 0) start = from
    run.push(`${idPrefix}${id}`)
    drawn.push(Decoration.node(from, to, {
      id: `${idPrefix}${id}`, role: 'listitem',
      'aria-level': String(place.level), 'aria-posinset': String(place.position), 'aria-setsize': String(place.size),
    }))
  })
  owner()
  return drawn
}

function ownerOf(position: number, ids: readonly string[]): Decoration {
  const owns = ids.join(' ')
  const draw = (): HTMLElement => {
    const element = document.createElement('span')
    element.className = 'list-owner'
    element.contentEditable = 'false'
    element.setAttribute('role', 'list')
    element.setAttribute('aria-owns', owns)
    return element
  }
  return Decoration.widget(position, draw, { key: `list ${owns}`, side: -2, ignoreSelection: true })
}
