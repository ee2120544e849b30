/** A document is there while somebody needs it, holds what came past it, and is let go afterwards. */
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { LiveDocument } from './live-document.ts'
import { StoredText } from './stored-text.ts'
import { textOf } from './testing.ts'

function aText() {
  const typed = new Y.Doc()
  const updates: Uint8Array[] = []
  typed.on('update', (update: Uint8Array) => updates.push(update))
  typed.getText('default').insert(0, 'Wij ')
  const stored = new StoredText([{ update: updates[0]!, vector: null }])
  let made = 0
  const live = new LiveDocument(() => {
    made += 1
    return new Y.Doc()
  })
  return {
    live, made: () => made, text: () => textOf(live.get(stored)),
    /** Stands in the log, and came here past the document. */
    types: (words: string) => {
      typed.getText('default').insert(textOf(typed).length, words)
      const update = updates.at(-1)!
      stored.add(update, Y.parseUpdateMeta(update).to)
      live.follow(update)
    },
  }
}

test('it is made once, and what came past it is in it when somebody looks again', () => {
  const { text, made, types } = aText()
  expect(text()).toBe('Wij ')
  types('vragen ')
  types('actie.')
  expect([text(), made()]).toEqual(['Wij vragen actie.', 1])
})
test('it stays while it is used, is let go when it was not used between two looks, and is made anew', () => {
  const { live, text, made, types } = aText()
  for (let look = 0; look < 3; look += 1) {
    text()
    live.rest()
  }
  expect(made()).toBe(1)
  live.rest()
  types('vragen ')
  expect([text(), made()]).toEqual(['Wij vragen ', 2])
})
test('where very much came past it, it is made anew rather than kept beside all of that', () => {
  const { text, made, types } = aText()
  text()
  for (let letter = 0; letter < 2_001; letter += 1) types('a')
  expect([text(), made()]).toEqual([`Wij ${'a'.repeat(2_001)}`, 2])
})
