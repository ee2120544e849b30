/** Parts that no editor would write, made by hand: whatever they hang on, what is taken for letters by its bytes passes the gate. */
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { whyInvalid } from './gate.ts'
import { Letters } from './letters.ts'
import { p, replicaOf, steadyRandom, textDoc } from './testing.ts'
import { fragmentOf } from './ydoc.ts'

interface Id { readonly client: number; readonly clock: number }
interface Forged { readonly origin: Id | null; readonly right: Id | null; readonly parent: Id | string; readonly key: string | null; readonly deletes: Id | null }

/** One string as version 1 of the update format writes it. */
function updateOf({ origin, right, parent, key, deletes }: Forged, client: number, words: string): Uint8Array {
  const bytes: number[] = []
  const number = (value: number): void => {
    let left = value
    for (; left > 127; left = Math.floor(left / 128)) bytes.push(128 + left % 128)
    bytes.push(left)
  }
  const numbers = (...values: number[]) => values.forEach(number)
  const id = (one: Id) => numbers(one.client, one.clock)
  const word = (text: string) => { number(text.length); bytes.push(...new TextEncoder().encode(text)) }
  numbers(1, 1, client, 0)
  bytes.push(4 + (origin ? 128 : 0) + (right ? 64 : 0) + (key === null ? 0 : 32))
  if (origin) id(origin)
  if (right) id(right)
  if (!origin && !right) {
    number(typeof parent === 'string' ? 1 : 0)
    if (typeof parent === 'string') word(parent)
    else id(parent)
    if (key !== null) word(key)
  }
  word(words)
  number(deletes ? 1 : 0)
  if (deletes) numbers(deletes.client, 1, deletes.clock, 1)
  return Uint8Array.from(bytes)
}

test('a string beside, in or under anything at all, deleting anything at all, is letters only where the gate says so too', () => {
  const random = steadyRandom(20261125)
  const ydoc = textDoc(p('een', 'Wij vragen actie.'), p('twee', 'Nu.', 'bullet', 1), p('drie', ''))
  // Marks and a break too, so that all kinds of parts are there.
  const first = (fragmentOf(ydoc).get(0) as Y.XmlElement).get(0) as Y.XmlText
  first.format(4, 6, { bold: {} })
  ;(fragmentOf(ydoc).get(0) as Y.XmlElement).insert(1, [new Y.XmlElement('hardBreak'), new Y.XmlText('Erna')])
  const stored = Y.encodeStateAsUpdate(ydoc)
  const ids: Id[] = [...ydoc.store.clients].flatMap(([client, structs]) => Array.from({ length: structs.at(-1)!.id.clock + structs.at(-1)!.length }, (_, clock) => ({ client, clock })))
  const any = (): Id => ids[Math.floor(random() * ids.length)]!
  const maybe = <T>(some: () => T): T | null => (random() < 0.5 ? some() : null)
  let letters = 0
  for (let time = 0; time < 1_500; time += 1) {
    const forged: Forged = { origin: maybe(any), right: maybe(any), parent: random() < 0.2 ? 'default' : any(), key: random() < 0.2 ? 'kind' : null, deletes: random() < 0.2 ? any() : null }
    const update = updateOf(forged, 7, 'kwaad')
    if (!new Letters([Y.decodeUpdate(stored)]).isTyping(Y.decodeUpdate(update))) continue
    letters += 1
    const replica = replicaOf(ydoc)
    Y.applyUpdate(replica, update)
    expect([whyInvalid(replica), replica.store.pendingStructs], JSON.stringify(forged)).toEqual([null, null])
  }
  expect(letters).toBeGreaterThan(100)
})
