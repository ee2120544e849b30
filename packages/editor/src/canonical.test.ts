import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fingerprint, NotAVersion, passagePrints, readVersion, versionBytes, versionHash } from './canonical.ts'
import { normalisedContent } from './inline.ts'
import type { Inline, Passage } from './passage.ts'
import { p, somePassage, somePassages, someWords } from './testing.ts'

const seed = 20260901
const hashOf = (passages: readonly Passage[]) => versionHash(versionBytes({ language: 'nl', passages }))
const withText = (...content: Inline[]): Passage => ({ ...p('een', ''), content })

test('[V1] the bytes of a version are written down here, so that nobody changes them by accident', () => {
  const bytes = versionBytes({ language: 'nl', passages: [p('titel', 'Sociaal maakt gezond', 'title'), {
    ...p('een', ''), content: [
      { type: 'text', text: 'Wij vragen ', marks: [{ type: 'italic' }, { type: 'bold' }] }, { type: 'text', text: 'ac', marks: [] }, { type: 'text', text: 'tie' },
      { type: 'source', attrs: { label: 'RIVM', address: '', date: '2026' } },
    ],
  }, p('twee', 'Slot', 'bullet', 1)] })
  expect(new TextDecoder().decode(bytes)).toBe('{"language":"nl","passages":['
    + '{"content":[{"text":"Sociaal maakt gezond","type":"text"}],"id":"titel00000","kind":"title"},'
    + '{"content":[{"marks":[{"type":"bold"},{"type":"italic"}],"text":"Wij vragen ","type":"text"},{"text":"actie","type":"text"},{"attrs":{"date":"2026","label":"RIVM"},"type":"source"}],"id":"een0000000"},'
    + '{"content":[{"text":"Slot","type":"text"}],"id":"twee000000","indent":1,"kind":"bullet"}],"schema":1}')
  expect(versionHash(bytes)).toMatch(/^[0-9a-f]{64}$/)
})

test('[V1] how words were typed and stored does not change a version: key order, cut runs, mark order, composed letters', () => {
  fc.assert(fc.property(somePassages, fc.nat(), (passages, cut) => {
    const rewritten = passages.map(({ id, kind, indent, content }) => ({ content: content.flatMap(part => retyped(part, cut)), indent, kind, id }))
    expect(hashOf(rewritten)).toBe(hashOf(passages))
  }), { seed })
})

function retyped(part: Inline, cut: number): Inline[] {
  if (part.type === 'source') return [{ attrs: { date: part.attrs.date, address: part.attrs.address, label: part.attrs.label.normalize('NFD') }, type: 'source' }]
  if (part.type !== 'text') return [part]
  const text = part.text.normalize('NFD')
  const at = cut % (text.length + 1)
  const marks = [...part.marks ?? []].reverse()
  return [text.slice(0, at), text.slice(at)].map(half => ({ marks, text: half, type: 'text' as const }))
}

test('[V1] any letter more makes another version', () => {
  fc.assert(fc.property(somePassage, someWords, (passage, words) => {
    const more = { ...passage, content: [...passage.content, { type: 'text' as const, text: words }] }
    expect(hashOf([more])).not.toBe(hashOf([passage]))
    expect(hashOf([passage])).not.toBe(hashOf([passage, passage]))
  }), { seed })
})

test('a version that is read back gives the same bytes', () => {
  fc.assert(fc.property(somePassages, passages => {
    const bytes = versionBytes({ language: 'en', passages })
    const read = readVersion(bytes)
    expect(versionBytes(read)).toEqual(bytes)
    expect(read.passages).toEqual(passages.map(passage => ({ ...passage, content: normalisedContent(passage.content) })))
  }), { seed })
})

test('bytes that are no version, or not in canonical form, are not read', () => {
  const encode = (text: string) => new TextEncoder().encode(text)
  for (const text of ['', '[]', '{}', '{"schema":2,"language":"nl","passages":[]}', '{"language":"nl", "passages":[],"schema":1}', '{"language":"nl","passages":[null],"schema":1}',
    '{"language":"nl","passages":[{"content":[],"id":"een0000000","kind":"paragraph"}],"schema":1}', '{"language":"nl","passages":[{"content":[],"id":"een0000000","kind":"limerick"}],"schema":1}']) {
    expect(() => readVersion(encode(text)), text).toThrow(NotAVersion)
  }
  expect(readVersion(encode('{"language":"nl","passages":[],"schema":1}')).passages).toEqual([])
})

test('half a character, left by a cut through an emoji, still has bytes', () => {
  expect(hashOf([p('een', 'a\ud83d')])).toBe(hashOf([p('een', 'a\ufffd')]))
})

test('[V2] layout is not meaning: bold, italic, heading level, bullets, indent and id leave the fingerprint as it is', () => {
  const plain = fingerprint(p('een', 'Gemeenten betalen mee.'))
  expect(fingerprint(p('twee', 'Gemeenten betalen mee.', 'heading2'))).toBe(plain)
  expect(fingerprint(p('drie', 'Gemeenten betalen mee.', 'bullet', 2))).toBe(plain)
  expect(fingerprint(withText({ type: 'text', text: 'Gemeenten ', marks: [{ type: 'bold' }] }, { type: 'text', text: 'betalen mee.', marks: [{ type: 'italic' }] }))).toBe(plain)
})

test('[V2] what is said is meaning: words, kind class, sources and the targets of links', () => {
  const link = (href: string, text = 'betalen'): Inline => ({ type: 'text', text, marks: [{ type: 'link', attrs: { href } }] })
  const source = (label: string): Inline => ({ type: 'source', attrs: { label, address: '', date: '' } })
  const prints = [
    p('een', 'Gemeenten betalen mee.'), p('een', 'Gemeenten betalen niet mee.'), p('een', 'Gemeenten betalen mee.', 'ask'), p('een', 'Gemeenten betalen mee.', 'title'),
    withText({ type: 'text', text: 'Gemeenten ' }, link('https://a.nl/'), { type: 'text', text: ' mee.' }),
    withText({ type: 'text', text: 'Gemeenten ' }, link('https://b.nl/'), { type: 'text', text: ' mee.' }),
    withText({ type: 'text', text: 'Gemeenten betalen mee.' }, source('CPB')), withText({ type: 'text', text: 'Gemeenten betalen mee.' }, source('SCP')),
    withText({ type: 'text', text: 'Gemeenten' }, source('SCP'), { type: 'text', text: ' betalen mee.' }),
  ].map(fingerprint)
  expect(new Set(prints).size).toBe(prints.length)
})

test('[V2] one word more under the same link is the same link', () => {
  const at = (text: string, linked: string): Passage => withText({ type: 'text', text }, { type: 'text', text: linked, marks: [{ type: 'link', attrs: { href: 'https://a.nl/' } }] })
  expect(fingerprint(at('Lees het ', 'rapport'))).toBe(fingerprint(at('Lees ', 'het rapport')))
})

test('[V2] a soft hyphen between letters changes nothing, also where a run ends there; a hard hyphen does', () => {
  const plain = fingerprint(p('een', 'preventiebeleid'))
  expect(fingerprint(p('een', 'preventie\u00adbeleid'))).toBe(plain)
  expect(fingerprint(withText({ type: 'text', text: 'preventie\u00ad' }, { type: 'text', text: 'beleid', marks: [{ type: 'bold' }] }))).toBe(plain)
  expect(fingerprint(p('een', 'preventie-beleid'))).not.toBe(plain)
  expect(fingerprint(p('een', 'sociaal \u00adwerk'))).not.toBe(fingerprint(p('een', 'sociaal werk')))
  expect(hashOf([p('een', 'preventie\u00adbeleid')])).not.toBe(hashOf([p('een', 'preventiebeleid')]))
})

test('[V2] any letter changes the fingerprint', () => {
  fc.assert(fc.property(somePassage, fc.constantFrom('a', 'é', 'ß', '1', '.', ' '), (passage, letter) => {
    expect(fingerprint({ ...passage, content: [...passage.content, { type: 'text', text: letter }] })).not.toBe(fingerprint(passage))
  }), { seed })
})

test('[V2] a version remembers of every passage its id, kind and fingerprint', () => {
  const passages = [p('een', 'Titel', 'title'), p('twee', 'Tekst')]
  expect(passagePrints(passages)).toEqual(passages.map(passage => ({ id: passage.id, kind: passage.kind, fingerprint: fingerprint(passage) })))
})
