import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { insertPassages, movePassage } from './edits.ts'
import { textOf } from './passage.ts'
import { idOf, meet, p, replicaOf, textDoc } from './testing.ts'
import { findPassage, readPassages } from './ydoc.ts'

const lines = (ydoc: Y.Doc) => readPassages(ydoc).map(textOf)
const wordsIn = (ydoc: Y.Doc, name: string) => findPassage(ydoc, idOf(name))?.element.get(0) as Y.XmlText
const type = (ydoc: Y.Doc, name: string, words: string) => wordsIn(ydoc, name).insert(0, words)
const letter = () => textDoc(p('een', 'Een.'), p('twee', 'Twee.'), p('drie', 'Drie.'), p('vier', 'Vier.'))

for (const direction of ['up', 'down'] as const) {
  test(`what somebody types in a passage while it moves ${direction} stays, and every passage keeps its id`, () => {
    const server = letter()
    const anna = replicaOf(server)
    const before = findPassage(server, idOf('drie'))?.element
    expect(movePassage(server, idOf('drie'), direction)).toEqual({ ok: true })
    type(anna, 'drie', 'Juist nu: ')
    meet(server, anna)
    expect(lines(server)).toEqual(direction === 'up' ? ['Een.', 'Juist nu: Drie.', 'Twee.', 'Vier.'] : ['Een.', 'Twee.', 'Vier.', 'Juist nu: Drie.'])
    expect(lines(anna)).toEqual(lines(server))
    expect(findPassage(server, idOf('drie'))?.element).toBe(before)
    expect(readPassages(server).map(passage => passage.id).sort()).toEqual(['een', 'twee', 'drie', 'vier'].map(idOf).sort())
  })
}

test('the neighbour that is made anew keeps its marks, sources and anchors', () => {
  const server = textDoc({ ...p('een', ''), kind: 'ask', content: [
    { type: 'text', text: 'Lees ', marks: [{ type: 'bold' }] }, { type: 'text', text: 'dit', marks: [{ type: 'link', attrs: { href: 'https://a.nl/' } }] },
    { type: 'source', attrs: { label: 'CPB', address: 'https://a.nl/', date: '' } },
  ] }, p('twee', 'Twee.'))
  const anchor = { 'anchor--AAAAAAAA': { id: 'gesprek' } }
  wordsIn(server, 'een').format(0, 4, anchor)
  const before = readPassages(server)
  movePassage(server, idOf('twee'), 'up')
  expect(readPassages(server)).toEqual([before[1], before[0]])
  expect(wordsIn(server, 'een').toDelta()[0]).toMatchObject({ insert: 'Lees', attributes: anchor })
})

test('a passage does not move past the edge, and a passage that is gone does not move', () => {
  const server = letter()
  expect(movePassage(server, idOf('een'), 'up')).toEqual({ ok: false, because: 'at-the-edge' })
  expect(movePassage(server, idOf('vier'), 'down')).toEqual({ ok: false, because: 'at-the-edge' })
  expect(movePassage(server, idOf('vijf'), 'down')).toEqual({ ok: false, because: 'unknown-passage' })
})

test('a deleted passage comes back where it stood, with its id, while somebody types around it', () => {
  const server = letter()
  const anna = replicaOf(server)
  const gone = readPassages(server).slice(1, 2)
  server.getXmlFragment('default').delete(1, 1)
  type(anna, 'een', 'Eerst: ')
  expect(insertPassages(server, idOf('een'), gone)).toEqual({ ok: true })
  meet(server, anna)
  expect(lines(anna)).toEqual(['Eerst: Een.', 'Twee.', 'Drie.', 'Vier.'])
  expect(readPassages(anna)[1]?.id).toBe(idOf('twee'))
})

test('putting passages in: at the start, never behind what is gone, never with an id that is in use', () => {
  const server = letter()
  expect(insertPassages(server, null, [p('nul', 'Nul.')])).toEqual({ ok: true })
  expect(lines(server)[0]).toBe('Nul.')
  expect(insertPassages(server, idOf('weg'), [p('nieuw', 'Nieuw.')])).toEqual({ ok: false, because: 'unknown-passage' })
  expect(insertPassages(server, idOf('een'), [p('twee', 'Twee.')])).toEqual({ ok: false, because: 'id-in-use' })
})

test('an edit is one transaction, so that others receive it as one update', () => {
  const server = letter()
  let updates = 0
  server.on('update', () => { updates += 1 })
  movePassage(server, idOf('twee'), 'down')
  insertPassages(server, idOf('een'), [p('a', 'A'), p('b', 'B')])
  expect(updates).toBe(2)
})
