/** Texts for tests: short ways to write passages down, two replicas of one text, and schemas that are still to come. */
import fc from 'fast-check'
import { PASSAGE_KINDS, type PassageKind } from '@draagvlak/domain/passage'
import * as Y from 'yjs'
import { whyInvalid } from './gate.ts'
import { DEEPEST_INDENT } from './kinds.ts'
import { newPassageId } from './passage-id.ts'
import { plainPassage, type Inline, type Passage, type TextMark } from './passage.ts'
import type { SchemaSteps } from './schema-steps.ts'
import { passageElements, seedPassages } from './ydoc.ts'

/** A passage whose id is readable: `p('een', 'Wij vragen actie.')`. */
export function p(name: string, text: string, kind: PassageKind = 'paragraph', indent = 0): Passage {
  return plainPassage(idOf(name), kind, text, indent)
}

export function idOf(name: string): string {
  return name.padEnd(10, '0').slice(0, 10)
}

/** Random numbers from 0 to 1 that are the same in every run (Park and Miller, 1988). */
export function steadyRandom(seed = 7): () => number {
  let state = seed
  return () => {
    state = state * 48271 % 2147483647
    return state / 2147483647
  }
}

export function steadyIds(seed = 7): () => string {
  const random = steadyRandom(seed)
  return () => newPassageId(random)
}

export function textDoc(...passages: Passage[]): Y.Doc {
  const ydoc = new Y.Doc()
  seedPassages(ydoc, passages)
  return ydoc
}

/** A second browser with the same text. */
export function replicaOf(ydoc: Y.Doc): Y.Doc {
  const replica = new Y.Doc()
  Y.applyUpdate(replica, Y.encodeStateAsUpdate(ydoc))
  return replica
}

/** The network comes back: both replicas have seen everything. */
export function meet(one: Y.Doc, other: Y.Doc): void {
  Y.applyUpdate(one, Y.encodeStateAsUpdate(other, Y.encodeStateVector(one)), 'network')
  Y.applyUpdate(other, Y.encodeStateAsUpdate(one, Y.encodeStateVector(other)), 'network')
}

const ofKind = (ydoc: Y.Doc, kind: PassageKind): Y.XmlElement[] => passageElements(ydoc).filter(element => element.getAttribute('kind') === kind)
const rekind = (from: PassageKind, to: PassageKind) => (ydoc: Y.Doc): void => { for (const element of ofKind(ydoc, from)) element.setAttribute('kind', to) }

/** Invented: in schema 2 a quote is a list item, and numbers are new; in schema 3 there are two levels of headings. */
export const INVENTED_STEPS: SchemaSteps = [
  { raise: rekind('quote', 'bullet'), gateBefore: (ydoc, touched) => whyInvalid(ydoc, touched) ?? (ofKind(ydoc, 'numbered').length > 0 ? { because: 'unknown-attribute', passage: null, name: 'kind' } : null) },
  { raise: rekind('heading3', 'heading2'), gateBefore: whyInvalid },
]

const someMark: fc.Arbitrary<TextMark> = fc.oneof(
  fc.constant<TextMark>({ type: 'bold' }), fc.constant<TextMark>({ type: 'italic' }),
  fc.constantFrom('https://example.nl/', 'mailto:info@example.nl').map(href => ({ type: 'link' as const, attrs: { href } })),
)
const someMarks = fc.uniqueArray(someMark, { maxLength: 3, selector: mark => mark.type })
export const someWords = fc.oneof(fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }), fc.constantFrom('gemeenten', 'e\u0301n', 'preventie\u00adbeleid', ' '))
export const someInline: fc.Arbitrary<Inline> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ text: someWords, marks: someMarks }).map(({ text, marks }): Inline => marks.length === 0 ? { type: 'text', text } : { type: 'text', text, marks }) },
  fc.constant<Inline>({ type: 'hardBreak' }),
  fc.record({ label: someWords, address: fc.constantFrom('', 'https://example.nl/rapport'), date: fc.constantFrom('', 'mei 2026') }).map((attrs): Inline => ({ type: 'source', attrs })),
)
export const somePassage: fc.Arbitrary<Passage> = fc.record({
  id: fc.integer({ min: 1, max: 2147483646 }).map(seed => steadyIds(seed)()), kind: fc.constantFrom(...PASSAGE_KINDS),
  indent: fc.integer({ min: 0, max: DEEPEST_INDENT }), content: fc.array(someInline, { maxLength: 6 }),
})
export const somePassages = fc.array(somePassage, { maxLength: 6 })
