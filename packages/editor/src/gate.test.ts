import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { whyInvalid, type Invalid } from './gate.ts'
import type { JsonNode } from './inline.ts'
import { Letters } from './letters.ts'
import { schema } from './schema.ts'
import { idOf, p, somePassages, steadyRandom, textDoc } from './testing.ts'
import { touchedPassages } from './touched.ts'
import { docJson, elementOf, fragmentOf } from './ydoc.ts'

const first = (ydoc: Y.Doc) => fragmentOf(ydoc).get(0) as Y.XmlElement
const words = (ydoc: Y.Doc) => first(ydoc).get(0) as Y.XmlText
const oddly = (element: Y.XmlElement, name: string, value: unknown) => element.setAttribute(name, value as string)

const ATTACKS: Record<string, readonly [because: Invalid['because'], attack: (ydoc: Y.Doc) => void]> = {
  'another root': ['unknown-root', ydoc => ydoc.getMap('hidden').set('a', 1)],
  'an attribute on the root': ['unknown-attribute', ydoc => {
    const elsewhere = new Y.Doc()
    elsewhere.getMap('default').set('hidden', 'words')
    Y.applyUpdate(ydoc, Y.encodeStateAsUpdate(elsewhere))
  }],
  'letters in the root': ['not-a-passage', ydoc => {
    const elsewhere = new Y.Doc()
    elsewhere.getText('default').insert(0, 'hidden')
    Y.applyUpdate(ydoc, Y.encodeStateAsUpdate(elsewhere))
  }],
  'a block of another sort': ['not-a-passage', ydoc => fragmentOf(ydoc).insert(0, [new Y.XmlElement('paragraph')])],
  'bare text in the root': ['not-a-passage', ydoc => fragmentOf(ydoc).insert(0, [new Y.XmlText('hidden')])],
  'a passage in a passage': ['unknown-inline', ydoc => first(ydoc).insert(1, [elementOf(p('twee', 'hidden'))])],
  'an unknown attribute': ['unknown-attribute', ydoc => oddly(first(ydoc), 'secret', 'x')],
  'an unknown kind': ['unknown-attribute', ydoc => oddly(first(ydoc), 'kind', 'limerick')],
  'a kind that an object inherits': ['unknown-attribute', ydoc => oddly(first(ydoc), 'constructor', 'x')],
  'an id of another form': ['unknown-attribute', ydoc => oddly(first(ydoc), 'id', '<script>')],
  'an indent without end': ['unknown-attribute', ydoc => oddly(first(ydoc), 'indent', 1e9)],
  'an unknown mark': ['unknown-mark', ydoc => words(ydoc).format(0, 1, { evil: {} })],
  'a mark that is no object': ['unknown-mark', ydoc => words(ydoc).format(0, 1, { bold: true })],
  'a link that runs': ['unknown-mark', ydoc => words(ydoc).format(0, 1, { link: { href: 'javascript:alert(1)' } })],
  'a link with more than an address': ['unknown-mark', ydoc => words(ydoc).format(0, 1, { link: { href: 'https://a.nl/', target: '_top' } })],
  'a link without an address': ['unknown-mark', ydoc => words(ydoc).format(0, 1, { link: {} })],
  'one anchor twice': ['unknown-mark', ydoc => words(ydoc).format(0, 1, { 'anchor--AAAAAAAA': { id: 'a' }, 'anchor--BBBBBBBB': { id: 'a' } })],
  'something embedded in the text': ['not-text', ydoc => words(ydoc).insertEmbed(0, { image: 'x' })],
  'an attribute on the text': ['unknown-attribute', ydoc => words(ydoc).setAttribute('secret', 'x')],
  'an inline node of another sort': ['unknown-inline', ydoc => first(ydoc).insert(0, [new Y.XmlElement('image')])],
  'words in a line break': ['unknown-inline', ydoc => {
    const lineBreak = new Y.XmlElement('hardBreak')
    lineBreak.insert(0, [new Y.XmlText('hidden')])
    first(ydoc).insert(0, [lineBreak])
  }],
  'a source that leads to a script': ['unknown-attribute', ydoc => {
    const source = new Y.XmlElement('source')
    source.setAttribute('address', 'javascript:alert(1)')
    first(ydoc).insert(0, [source])
  }],
}

for (const [name, [because, attack]] of Object.entries(ATTACKS)) {
  test(`the gate refuses ${name}, in the whole text and among the touched passages`, () => {
    const ydoc = textDoc(p('een', 'Wij vragen actie.'), p('drie', 'Slot.'))
    expect(whyInvalid(ydoc)).toBeNull()
    const touched = new Set<unknown>()
    ydoc.on('afterTransaction', (transaction: Y.Transaction) => touchedPassages(transaction).forEach(passage => touched.add(passage)))
    const letters = new Letters([Y.decodeUpdate(Y.encodeStateAsUpdate(ydoc))])
    const before = Y.encodeStateVector(ydoc)
    attack(ydoc)
    expect(letters.isTyping(Y.decodeUpdate(Y.encodeStateAsUpdate(ydoc, before)))).toBe(false)
    expect(whyInvalid(ydoc)).toMatchObject({ because })
    expect(whyInvalid(ydoc, touched)).toMatchObject({ because })
  })
}

test('the gate names the passage, and looks only at the touched ones when told which', () => {
  const ydoc = textDoc(p('een', 'Wij vragen actie.'), p('twee', 'Slot.'))
  words(ydoc).format(0, 1, { evil: {} })
  expect(whyInvalid(ydoc)).toEqual({ because: 'unknown-mark', passage: idOf('een'), name: 'evil' })
  expect(whyInvalid(ydoc, [fragmentOf(ydoc).get(1)])).toBeNull()
})

test('two anchors on one word pass, and a passage that has no id yet', () => {
  const ydoc = textDoc(p('een', 'Wij vragen actie.'))
  words(ydoc).format(0, 3, { 'anchor--AAAAAAAA': { id: 'a' }, 'anchor--BBBBBBBB': { id: 'b' } })
  first(ydoc).removeAttribute('id')
  expect(whyInvalid(ydoc)).toBeNull()
})

test('whatever was seeded passes', () => {
  fc.assert(fc.property(somePassages, passages => {
    expect(whyInvalid(textDoc(...passages))).toBeNull()
  }), { seed: 21 })
})

/** The slow way: through the schema, and nothing may have been left out on the way. */
function schemaAccepts(ydoc: Y.Doc): boolean {
  const json = docJson(ydoc)
  try {
    const doc = schema.nodeFromJSON(json)
    doc.check()
    return keptAll(json, doc.toJSON() as JsonNode)
  } catch {
    return false
  }
}

function keptAll(given: JsonNode, kept: JsonNode): boolean {
  const attrs = [...Object.keys(given.attrs ?? {}), ...(given.marks ?? []).flatMap(mark => Object.keys(mark.attrs ?? {}).map(name => `${mark.type}.${name}`))]
  const known = new Set([...Object.keys(kept.attrs ?? {}), ...(kept.marks ?? []).flatMap(mark => Object.keys(mark.attrs ?? {}).map(name => `${mark.type}.${name}`))])
  return attrs.every(name => known.has(name)) && (given.content ?? []).every((child, index) => keptAll(child, kept.content?.[index] ?? { type: 'none' }))
}

const NAMES = ['passage', 'source', 'hardBreak', 'paragraph', 'text']
const ATTRIBUTES: readonly (readonly [string, unknown])[] = [
  ['id', idOf('x')], ['id', 'X'], ['id', 3], ['kind', 'ask'], ['kind', 'nothing'], ['kind', 1], ['indent', 2], ['indent', '2'], ['indent', -1], ['indent', 1.5],
  ['label', 'CPB'], ['label', 4], ['address', 'https://a.nl/'], ['address', ''], ['address', 'data:x'], ['date', '2026'], ['zzz', 1],
]
const MARKS: readonly Record<string, object>[] = [{ bold: {} }, { italic: {} }, { link: { href: 'https://a.nl/' } }, { link: { href: 'x' } }, { link: {} }, { link: { href: 'https://a.nl/', rel: 'x' } }, { 'anchor--AAAAAAAA': { id: 'a' } }, { 'anchor--AAAAAAAA': { id: 5 } }, { evil: {} }, { bold: { x: 1 } }]

function wildEdit(ydoc: Y.Doc, random: () => number): void {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  const parents: Y.XmlFragment[] = [fragmentOf(ydoc), ...fragmentOf(ydoc).toArray().filter(child => child instanceof Y.XmlElement)]
  const parent = pick(parents)
  const elements = parents.flatMap(one => one.toArray()).filter(child => child instanceof Y.XmlElement)
  const texts = elements.flatMap(one => one.toArray()).filter(child => child instanceof Y.XmlText)
  const act = random()
  if (act < 0.25) parent.insert(0, [random() < 0.7 ? new Y.XmlElement(pick(NAMES)) : new Y.XmlText('woord')])
  else if (act < 0.6 && elements.length > 0) oddly(pick(elements), ...pick(ATTRIBUTES))
  else if (texts.length > 0) pick(texts).format(0, 1, pick(MARKS))
}

test('the gate and the schema give the same answer about any document', () => {
  let valid = 0
  for (let run = 1; run <= 1500; run += 1) {
    const random = steadyRandom(run * 7919)
    const ydoc = textDoc(p('een', 'Wij vragen actie.'))
    for (let edits = Math.floor(random() * 4); edits > 0; edits -= 1) wildEdit(ydoc, random)
    const accepted = whyInvalid(ydoc) === null
    if (accepted) valid += 1
    expect(accepted, JSON.stringify(docJson(ydoc))).toBe(schemaAccepts(ydoc))
  }
  expect(valid).toBeGreaterThan(300)
  expect(valid).toBeLessThan(1200)
})
