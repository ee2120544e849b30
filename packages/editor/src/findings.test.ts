import { describe, expect, test } from 'vitest'
import { findings, type FindingCode } from './findings.ts'
import { LANGUAGES, STATEMENT_TYPES, type StatementType } from '@draagvlak/domain/passage'
import { textOf, type Passage } from './passage.ts'
import { idOf, p, steadyIds } from './testing.ts'
import { templatePassages } from './templates.ts'

const codes = (passages: readonly Passage[], type: StatementType, budget?: number): FindingCode[] => findings(passages, type, budget === undefined ? {} : { budget }).map(({ code }) => code)
const title = p('titel', 'Sociaal maakt gezond', 'title')
const letter = [title, p('aan', 'De minister van VWS', 'addressee'), p('aanhef', 'Geachte mevrouw,', 'salutation'), p('een', 'Wij maken ons zorgen.'), p('vraag', 'Maak tempo.', 'ask'), p('slot', 'Hoogachtend,', 'closing')]
const messages = [title, p('een', 'Preventie loont.', 'message'), p('bewijs', 'Elke euro levert er vier op.', 'evidence'), p('vraag', 'Investeer.', 'ask')]

test('a complete text has no findings', () => {
  expect(findings(letter, 'open-letter')).toEqual([])
  expect(findings(messages, 'key-messages')).toEqual([])
  expect(findings([title, p('een', 'Tekst.')], 'position-paper')).toEqual([])
})

test('[L2] only a text without words or without title makes a round impossible', () => {
  expect(findings([p('een', ' ')], 'open-letter')[0]).toEqual({ code: 'no-text', severity: 'must', passageId: null, params: null })
  expect(findings([], 'open-letter').filter(({ severity }) => severity === 'must')).toHaveLength(1)
  expect(findings([p('een', 'Tekst.')], 'position-paper')).toEqual([{ code: 'no-title', severity: 'must', passageId: null, params: null }])
  expect(findings([p('titel', '', 'title'), p('een', 'Tekst.')], 'position-paper')[0]).toEqual({ code: 'no-title', severity: 'must', passageId: idOf('titel'), params: null })
})

test('two titles, a title that is too long and an empty passage are pointed out where they stand', () => {
  const found = findings([title, p('twee', 'x'.repeat(201), 'title'), p('leeg', '\n', 'quote')], 'position-paper')
  expect(found).toEqual([
    { code: 'second-title', severity: 'warn', passageId: idOf('twee'), params: null },
    { code: 'title-too-long', severity: 'warn', passageId: idOf('twee'), params: { length: 201, limit: 200 } },
    { code: 'empty-passage', severity: 'warn', passageId: idOf('leeg'), params: { kind: 'quote' } },
  ])
})

test('a message needs evidence and an ask; an empty one does not help', () => {
  expect(codes([title, p('een', 'Preventie loont.', 'message')], 'key-messages')).toEqual(['message-without-evidence', 'message-without-ask'])
  expect(codes([...messages.slice(0, 3), p('vraag', '', 'ask')], 'key-messages')).toEqual(['message-without-ask', 'empty-passage'])
})

test('evidence or an ask before any message belongs to nothing', () => {
  const [first, ...rest] = messages
  expect(codes([first ?? title, p('los', 'Cijfer.', 'evidence'), p('lose', 'Vraag.', 'ask'), ...rest], 'key-messages')).toEqual(['evidence-before-message', 'ask-before-message'])
  expect(codes([title, p('een', 'Tekst.')], 'key-messages')).toEqual(['no-message'])
  expect(codes([title, p('vraag', 'Vraag.', 'ask')], 'position-paper')).toEqual([])
})

test('an open letter without addressee, salutation or closing, or with a second ask', () => {
  expect(codes([title, p('aan', '', 'addressee'), p('een', 'Tekst.')], 'open-letter')).toEqual(['no-salutation', 'no-closing', 'no-addressee', 'empty-passage'])
  expect(findings([...letter, p('nog', 'En nog iets.', 'ask')], 'open-letter')).toEqual([{ code: 'second-ask', severity: 'warn', passageId: idOf('nog'), params: null }])
})

test('a text over its budget says by how much', () => {
  expect(findings(letter, 'open-letter', { budget: 10 })).toEqual([{ code: 'over-budget', severity: 'warn', passageId: null, params: { words: 16, budget: 10 } }])
  expect(codes(letter, 'open-letter', 16)).toEqual([])
})

test('a hard hyphen at the end of a line is pointed out, with the word', () => {
  expect(findings([title, p('een', 'De gemeen-\nten betalen.')], 'position-paper')).toEqual([{ code: 'hyphen-at-line-end', severity: 'warn', passageId: idOf('een'), params: { text: 'gemeen-\nten' } }])
  expect(codes([title, p('een', 'Zorg- en welzijn\n- punt\nSocial-\nWerk')], 'position-paper')).toEqual([])
})

describe('[V13] a number that looks like a count of signatories', () => {
  for (const text of ['Wij, 43 organisaties, vragen actie.', 'Namens 1.200 landelijke partners', 'Deze brief heeft 17 ondertekenaars.', 'Samen vormen wij drieëntwintig organisaties.', 'Stand per 1 mei: zie de lijst.', 'On behalf of 12 organisations', 'We are forty-two civil society organisations', 'gesteund door 5.000 handtekeningen']) {
    test(`is pointed out: ${text}`, () => expect(codes([title, p('een', text)], 'position-paper')).toEqual(['typed-count']))
  }
  for (const text of ['In 2025 vielen 43 mensen uit.', 'De 342 gemeenten betalen 80 procent.', 'Wij vragen 3 miljoen euro.', 'In 12 organisaties is dit onderzocht.', 'Wij vragen actie. In 12 organisaties is dit onderzocht.', 'Twee van de drie partners van mantelzorgers']) {
    test(`is not seen in: ${text}`, () => expect(codes([title, p('een', text)], 'position-paper')).toEqual([]))
  }
})

test('text left from a template is pointed out, for every template in both languages', () => {
  expect(findings([title, p('een', 'Aan [Naam van de minister], zie [1] en [sic].')], 'position-paper')).toEqual([{ code: 'placeholder-left', severity: 'warn', passageId: idOf('een'), params: { text: '[Naam van de minister]' } }])
  for (const type of STATEMENT_TYPES) for (const language of LANGUAGES) {
    const passages = templatePassages(type, language, steadyIds())
    const found = findings(passages, type)
    expect(new Set(found.map(({ code }) => code))).toEqual(new Set(['placeholder-left']))
    expect(new Set(passages.map(({ id }) => id)).size).toBe(passages.length)
    const titled = templatePassages(type, language, steadyIds(), 'Voorbij roken')
    expect(titled.filter(({ kind }) => kind === 'title').map(textOf)).toEqual(['Voorbij roken'])
    expect(findings(titled, type)).toHaveLength(found.length - 1)
  }
})
