/** What stands around the text: its parts, its beams, what is said about saving, and the act that comes next. */
import type { Board } from '@draagvlak/api/round'
import type { Segment } from '@draagvlak/api/statement'
import { fingerprint } from '@draagvlak/editor/canonical'
import { p } from '@draagvlak/editor/testing'
import { expect, test } from 'vitest'
import { beamsIn, beamsNow } from './beams-now.ts'
import { wholeAddress } from './LinkDialog.tsx'
import { modeLine } from './mode-line.ts'
import { partsOf } from './Outline.tsx'
import { passageName } from './passage-names.ts'
import { primaryAct } from './primary-act.ts'
import { saveWords } from './save-words.ts'
import { beamsShown } from './UnderPassage.tsx'
import { placeOf } from './WaitingWordsNotice.tsx'

const letter = [p('titel', 'Voorbij roken', 'title'), p('intro', 'Het akkoord.'), p('kop', 'Waarom nu', 'heading1'), p('een', 'Mensen met een laag inkomen.'), p('twee', 'Dat verschil.')]
const beam = (...states: Segment['state'][]): Segment[] => states.map((state, at) => ({ organisationId: `o${at}`, state }))
const printOf = (id: string): string => fingerprint(letter.find((passage) => passage.id === id)!)
const boardOf = (beams: Record<string, Segment[]>): Board => ({ beams: Object.entries(beams).map(([passageId, segments]) => ({ passageId, fingerprint: printOf(passageId), segments, closed: false, carrying: 0 })) }) as unknown as Board

test('the outline has the title, what stands before the first heading, and the headings, each with the least that is carried in it', () => {
  const parts = partsOf(letter, new Map([['kop0000000', beam('carries', 'carries')], ['een0000000', beam('carries', 'waiting')], ['twee000000', beam('reserved', 'carries')]]))
  expect(parts.map(({ name }) => name)).toEqual(['Titel', 'Het akkoord.', 'Waarom nu'])
  expect(parts[2]?.segments.map(({ state }) => state)).toEqual(['reserved', 'waiting'])
})
test('a heading rests on the beam of what follows, unless somebody stands differently there', () => {
  const same = boardOf({ kop0000000: beam('carries'), een0000000: beam('carries') })
  expect([...beamsShown(letter, beamsIn(same)).keys()]).toEqual(['een0000000'])
  const other = boardOf({ kop0000000: beam('carries'), een0000000: beam('waiting') })
  expect([...beamsShown(letter, beamsIn(other)).keys()]).toEqual(['kop0000000', 'een0000000'])
})
test('[V3] words that change under a beam ask for reconfirmation at once, put back they are carried again, and layout changes nothing', () => {
  const board = boardOf({ een0000000: beam('carries', 'reserved', 'declined', 'waiting'), twee000000: beam('carries') })
  const under = (id: string, passages: typeof letter) => beamsNow(passages, board).get(id)?.map(({ state }) => state)
  const typing = letter.map((passage) => (passage.id === 'een0000000' ? p('een', 'Mensen met een klein inkomen.') : passage))
  expect(under('een0000000', typing)).toEqual(['reconfirm', 'reconfirm', 'declined', 'waiting'])
  expect(under('twee000000', typing), 'the neighbour stands').toEqual(['carries'])
  expect(under('een0000000', letter)).toEqual(['carries', 'reserved', 'declined', 'waiting'])
  expect(under('een0000000', [...letter].reverse()), 'moved').toEqual(['carries', 'reserved', 'declined', 'waiting'])
})
test('a long passage is named by its first words', () => {
  expect(passageName(p('lang', 'Het Nationaal Preventieakkoord richt zich op roken, overgewicht en alcohol.'))).toBe('Het Nationaal Preventieakkoord richt zich op…')
})
test('kept words are offered at their own passage, else the nearest, else above the text', () => {
  const words = { passageId: 'weg', before: ['b2', 'b1'], after: ['a1'] }
  expect([placeOf(words, new Set(['weg', 'b1'])), placeOf(words, new Set(['b1', 'a1'])), placeOf(words, new Set(['a1'])), placeOf(words, new Set())]).toEqual(['weg', 'b1', 'a1', null])
})
test('the words about saving never say more on a phone than on a screen', () => {
  expect(saveWords({ is: 'offline-not-kept' })).toMatchObject({ words: 'Offline, niet bewaard: laat dit tabblad open', look: 'wrong' })
  expect(saveWords({ is: 'offline-keeping' }).short, 'not kept yet').not.toContain('bewaard')
  expect(saveWords({ is: 'saved' })).toMatchObject({ words: 'Opgeslagen', short: 'Opgeslagen' })
  expect(saveWords({ is: 'closed', because: 'client-too-old' })).toMatchObject({ words: 'Nieuwe versie van het programma nodig', short: 'Nieuwe versie nodig', look: 'wrong' })
})
test('the coordinator of a concept opens the round, a partner does not', () => {
  const statement = { phase: 'concept', may: ['open-round'], round: null, access: 'write', myRoles: ['coordinator'] } as const
  expect(primaryAct({ ...statement, may: [...statement.may], myRoles: [...statement.myRoles] })).toEqual({ words: 'Akkoordronde openen', to: 'round' })
  expect(primaryAct({ ...statement, may: [], myRoles: [] })).toBe(null)
})
test('an address is made whole as people type it', () => {
  expect(['www.example.nl/a', 'info@example.nl', 'https://example.nl', ''].map(wholeAddress)).toEqual(['https://www.example.nl/a', 'mailto:info@example.nl', 'https://example.nl', ''])
})
test('a writer whose connection ended for good is not sent to a button that is not there', () => {
  const draft = { access: 'write', draftOpen: true, stage: 'concept', archived: false } as const
  expect([true, false].map((mayWrite) => modeLine(draft, 'Federatie Buurtsport', { writing: false, mayWrite }))).toEqual([
    'Je leest mee; kies Schrijven om verder te werken.', 'Je kunt hier nu niet schrijven; hieronder staat waarom.',
  ])
})
