import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { NotAVersion, passagePrints, readVersion, versionBytes } from './canonical.ts'
import { whyInvalid } from './gate.ts'
import { raisePassages, readAnyText, readAnyVersion } from './older-texts.ts'
import { textOf } from './passage.ts'
import { gateOf, newestSchema, raiseText, SCHEMA_STEPS, type SchemaSteps } from './schema-steps.ts'
import { SCHEMA_VERSION } from './schema-version.ts'
import { idOf, INVENTED_STEPS, meet, p, replicaOf, somePassages, textDoc } from './testing.ts'
import { elementOf, findPassage, fragmentOf, passageElements, readPassages } from './ydoc.ts'

const raised = (ydoc: Y.Doc, from = 1, to = 3): Uint8Array | null => raiseText(ydoc, from, to, INVENTED_STEPS)
const kinds = (ydoc: Y.Doc): string[] => readPassages(ydoc).map(({ kind }) => kind)

test('[F18] for every schema after the first there is a step', () => {
  expect(newestSchema(SCHEMA_STEPS)).toBe(SCHEMA_VERSION)
})

test('[F18] steps run in order, from the schema that a text has to the one that is asked for, as one update', () => {
  const order: string[] = []
  const noted = (name: string) => ({ raise: (ydoc: Y.Doc) => { order.push(name); passageElements(ydoc)[0]!.setAttribute('kind', name === 'twee' ? 'message' : 'ask') }, gateBefore: whyInvalid })
  const steps: SchemaSteps = [noted('twee'), noted('drie'), noted('vier')]
  const ydoc = textDoc(p('een', 'Wij vragen actie.'))
  const replica = replicaOf(ydoc)
  let updates = 0
  ydoc.on('update', () => { updates += 1 })
  Y.applyUpdate(replica, raiseText(ydoc, 1, 3, steps)!)
  expect([order, updates, kinds(replica)]).toEqual([['twee', 'drie'], 1, ['ask']])
  for (const [from, to] of [[1, 5], [5, 4], [0, 1]] as const) expect(() => raiseText(ydoc, from, to, steps)).toThrow(RangeError)
})

test('[F18] raising twice changes nothing, a text that needs nothing stays as it is, and no passage says anything else', () => {
  fc.assert(fc.property(somePassages, passages => {
    const ydoc = textDoc(...passages)
    const before = passagePrints(readPassages(ydoc)).map(({ id, fingerprint }) => [id, fingerprint])
    const needs = passages.some(({ kind }) => kind === 'quote' || kind === 'heading3')
    expect(raised(ydoc) !== null).toBe(needs)
    expect(raised(ydoc)).toBeNull()
    expect(whyInvalid(ydoc)).toBeNull()
    expect(passagePrints(readPassages(ydoc)).map(({ id, fingerprint }) => [id, fingerprint])).toEqual(before)
  }), { seed: 18 })
})

test('[F18] what somebody types, puts in or takes away meanwhile stays, in a passage that is raised and in another', () => {
  fc.assert(fc.property(somePassages.filter(passages => new Set(passages.map(({ id }) => id)).size === passages.length), fc.nat(), fc.nat(), (passages, at, gone) => {
    const server = textDoc(p('vast', 'Wij', 'quote'), ...passages)
    const writer = replicaOf(server)
    const element = passageElements(writer)[at % (passages.length + 1)]!
    const id: unknown = element.getAttribute('id')
    const typed = new Y.XmlText()
    element.insert(element.length, [typed])
    typed.insert(0, 'Dat zien onze trainers.')
    fragmentOf(writer).insert(0, [elementOf(p('nieuw', 'Zij bellen zelf.'))])
    const deleted = passageElements(writer)[1 + gone % (passages.length + 1)]!.getAttribute('id')
    if (deleted !== id) fragmentOf(writer).delete(findPassage(writer, String(deleted))!.index, 1)
    raised(server)
    meet(server, writer)
    expect(readPassages(writer)).toEqual(readPassages(server))
    const texts = new Map(readPassages(server).map(passage => [passage.id, textOf(passage)]))
    expect(texts.get(String(id))).toContain('Dat zien onze trainers.')
    expect([texts.get(idOf('nieuw')), texts.has(String(deleted))]).toEqual(['Zij bellen zelf.', deleted === id])
    expect(kinds(server).filter(kind => kind === 'quote' || kind === 'heading3')).toEqual([])
  }), { seed: 19, numRuns: 60 })
})

test('[F19] until a text is raised it is looked at by the gate of its own schema', () => {
  const ydoc = textDoc(p('een', 'Eerst', 'numbered'))
  expect([1, 2, 3].map(schema => gateOf(schema, INVENTED_STEPS)(ydoc)?.because)).toEqual(['unknown-attribute', undefined, undefined])
})

test('[F20] a version that was frozen under an older schema is read as the newer one would have it, and its bytes stay', () => {
  fc.assert(fc.property(somePassages, passages => {
    const bytes = versionBytes({ language: 'nl', passages })
    const kept = bytes.slice()
    const read = readAnyVersion(bytes, INVENTED_STEPS)
    expect([read.schema, read.language, read.passages.map(({ kind }) => kind).filter(kind => kind === 'quote' || kind === 'heading3')]).toEqual([1, 'nl', []])
    expect(passagePrints(read.passages).map(({ fingerprint }) => fingerprint)).toEqual(passagePrints(readVersion(bytes).passages).map(({ fingerprint }) => fingerprint))
    expect(bytes).toEqual(kept)
    expect(readAnyVersion(bytes)).toEqual(readVersion(bytes))
  }), { seed: 20 })
})

test('[F20] bytes of no known schema, or that are no longer as they were written, are not read', () => {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
  for (const text of ['', '[]', '{"language":"nl","passages":[],"schema":9}', '{"language":"nl","passages":[],"schema":0}', '{"schema":1,"language":"nl","passages":[]}', '{"language":"fr","passages":[],"schema":1}', '{"language":"nl","passages":[{"content":[],"id":"een0000000","kind":"evil"}],"schema":1}', '{"language":"nl","passages":[null],"schema":1}']) {
    expect(() => readAnyVersion(bytes(text), INVENTED_STEPS), text).toThrow(NotAVersion)
  }
})

test('[F20] a text that is closed for writing and of an older schema is read, and stays as it is', () => {
  const ydoc = textDoc(p('een', 'Wij vragen actie.'))
  passageElements(ydoc)[0]!.setAttribute('kind', 'slogan')
  const before = Y.encodeStateAsUpdate(ydoc)
  const steps: SchemaSteps = [{ raise: one => { for (const element of passageElements(one)) if (element.getAttribute('kind') as string === 'slogan') element.setAttribute('kind', 'message') }, gateBefore: () => null }]
  expect(readAnyText(ydoc, steps).map(({ kind }) => kind)).toEqual(['message'])
  expect(Y.encodeStateAsUpdate(ydoc)).toEqual(before)
  expect(() => readAnyText(ydoc)).toThrow(TypeError)
})

test('[F20] a deleted passage comes back as its text is now', () => {
  const [passage] = raisePassages([{ ...p('een', 'Wij\nvragen', 'heading3'), id: '' }], 1, 3, INVENTED_STEPS)
  expect([passage!.id, passage!.kind, textOf(passage!)]).toEqual(['', 'heading2', 'Wij\nvragen'])
})
