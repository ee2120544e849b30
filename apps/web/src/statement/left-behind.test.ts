/** Words that did not reach the server are found again, and no others. */
import { elementOf, passageElements, readPassages } from '@draagvlak/editor/ydoc'
import { p, replicaOf, textDoc } from '@draagvlak/editor/testing'
import { textOf } from '@draagvlak/editor/passage'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { kindBack, leftBehind, notIn, once } from './left-behind.ts'

const type = (doc: Y.Doc, passage: number, at: number, words: string) => { (passageElements(doc)[passage]!.get(0) as Y.XmlText).insert(at, words) }
const texts = (doc: Y.Doc) => readPassages(doc).map(textOf)

test('a sentence that was typed offline is found with its place', () => {
  const server = textDoc(p('een', 'Wij vragen actie.'), p('twee', 'Gezondheid begint in de wijk.'), p('drie', 'Tot slot.'))
  const laptop = replicaOf(server)
  for (const [at, letter] of ' Ook nu.'.split('').entries()) type(laptop, 1, 29 + at, letter)
  expect(leftBehind(laptop, Y.encodeStateVector(server))).toEqual([{
    passageId: 'twee000000', kind: 'paragraph', typed: ' Ook nu.', text: 'Gezondheid begint in de wijk. Ook nu.', before: ['een0000000'], after: ['drie000000'],
  }])
})
test('two stretches stay two, and what the server has is none of them', () => {
  const server = textDoc(p('een', 'Wij vragen actie.'))
  const laptop = replicaOf(server)
  type(laptop, 0, 17, ' Morgen.')
  type(laptop, 0, 0, 'Samen. ')
  expect(leftBehind(laptop, Y.encodeStateVector(server))[0]?.typed).toBe('Samen. \n Morgen.')
  expect(leftBehind(laptop, Y.encodeStateVector(laptop))).toEqual([])
})
test('new passages go with the sentence before them, in their order, and what stands between others stays apart', () => {
  const server = textDoc(p('een', 'Wij vragen actie.'), p('twee', 'Gezondheid begint in de wijk.'), p('drie', 'Tot slot.'))
  const laptop = replicaOf(server)
  type(laptop, 0, 17, ' Morgen.')
  laptop.getXmlFragment('default').insert(1, [p('nieuw', 'Eerst de huur.'), p('leeg', ''), p('punt', 'Dan de zorg.', 'bullet')].map(elementOf))
  type(laptop, 5, 9, ' Samen.')
  const known = Y.encodeStateVector(server)
  const [first, last, ...none] = leftBehind(laptop, known)
  expect(none).toEqual([])
  expect(first).toMatchObject({ passageId: 'een0000000', typed: ' Morgen.', before: [], after: ['twee000000', 'drie000000'] })
  expect(first!.following!.map(({ kind, typed }) => `${kind}: ${typed}`)).toEqual(['paragraph: Eerst de huur.', 'bullet: Dan de zorg.'])
  expect(last).toMatchObject({ passageId: 'drie000000', typed: ' Samen.' })

  expect(once([...leftBehind(laptop, known), ...leftBehind(laptop, known)]), 'from the tab and from the store').toEqual([first, last])
  expect(notIn([first!], ['Wij vragen actie. Morgen.', 'Dan de zorg.']), 'what stands in the text is not offered').toEqual([
    { passageId: 'nieuw00000', kind: 'paragraph', typed: 'Eerst de huur.', text: 'Eerst de huur.', before: ['een0000000'], after: ['twee000000', 'drie000000'] },
  ])
})
test('white space and what was taken away again are no words', () => {
  const server = textDoc(p('een', 'Wij vragen actie.'))
  const laptop = replicaOf(server)
  type(laptop, 0, 0, '  ')
  type(laptop, 0, 0, 'weg')
  ;(passageElements(laptop)[0]!.get(0) as Y.XmlText).delete(0, 3)
  expect(leftBehind(laptop, Y.encodeStateVector(server))).toEqual([])
})
test('words that came together with the text are not offered again, words in a deleted passage are', () => {
  const server = textDoc(p('een', 'Wij vragen actie.'), p('twee', 'Gezondheid begint in de wijk.'))
  const laptop = replicaOf(server)
  type(laptop, 0, 17, ' Morgen.')
  type(laptop, 1, 29, ' Ook nu.')
  const words = leftBehind(laptop, Y.encodeStateVector(server))
  server.getXmlFragment('default').delete(1, 1)
  Y.applyUpdate(server, Y.encodeStateAsUpdate(laptop))
  expect(notIn(words, texts(server)).map(({ typed }) => typed)).toEqual([' Ook nu.'])
})
test('words of an evidence come back as an evidence, and those of a title that still stands as no second title', () => {
  const server = textDoc(p('kop', 'Samen', 'title'), p('cijfer', 'Zo blijkt.', 'evidence'))
  const laptop = replicaOf(server)
  type(laptop, 0, 5, ' sterk')
  type(laptop, 1, 10, ' Ook nu.')
  const [title, evidence] = leftBehind(laptop, Y.encodeStateVector(server))
  expect([kindBack(title!, true), kindBack(title!, false), kindBack(evidence!, true), kindBack(evidence!, false)]).toEqual(['paragraph', 'title', 'evidence', 'evidence'])
  expect(kindBack({}, false), 'kept on the device by an older version').toBe('paragraph')
})
