/** Content that no honest editor makes, from somebody who may write: whether others see it, whether it is kept, and what becomes of who sent it. */
import * as Y from 'yjs'
import type { Figure } from '../figures.ts'
import { deletionUpdate, lettersUpdate, Typist, type Place } from '../letters.ts'
import { changeOf, elementsOf, listOf, newPassage, passageId, readText, textsOf } from '../passages.ts'
import { open, readBack } from '../reader.ts'
import { beginAll } from '../seed.ts'
import type { Site } from '../site.ts'
import { inTime, until } from '../until.ts'
import type { Metric } from './metric.ts'

const HONEST = 850_000_001
const STRANGER = 850_000_002
const TWIN = 'een tweeling'
const LATE = 5_000
/** How long after the honest words that followed it a thing may still come. */
const GRACE = 300

interface Scene { readonly doc: Y.Doc; readonly honest: Typist; readonly behind: Place }
interface Case {
  readonly name: string
  readonly attack: (scene: Scene) => Uint8Array
  readonly isIn: (doc: Y.Doc) => boolean
  readonly honest?: true
  /** What is mended in the same moment is there for a moment: what stays counts. */
  readonly mended?: true
}

const markup = (doc: Y.Doc): string => listOf(doc).toJSON()
const ids = (doc: Y.Doc): string[] => elementsOf(doc).map((element) => element.getAttribute('id') ?? '')
const push = (doc: Y.Doc, element: Y.XmlElement): Uint8Array => changeOf(doc, () => listOf(doc).push([element]))

const CASES: readonly Case[] = [
  { name: 'a valid edit', honest: true, attack: ({ doc }) => changeOf(doc, () => { textsOf(doc)[0]!.format(0, 1, { bold: {} }); listOf(doc).push([newPassage(passageId(9), 'ook goed')]) }), isIn: (doc) => markup(doc).includes('ook goed') },
  { name: 'a foreign client id', attack: ({ honest }) => lettersUpdate({ client: honest.client, clock: honest.typed }, { client: honest.client, clock: honest.typed - 1 }, '#'), isIn: (doc) => markup(doc).includes('#') },
  { name: 'an unknown root', attack: ({ doc }) => changeOf(doc, () => doc.getText('elders').insert(0, 'x')), isIn: (doc) => doc.share.has('elders') },
  { name: 'an unknown element', attack: ({ doc }) => push(doc, newPassage(passageId(9), 'x', 'script')), isIn: (doc) => markup(doc).includes('<script') },
  { name: 'an unknown mark', attack: ({ doc }) => changeOf(doc, () => textsOf(doc)[0]!.format(0, 1, { blink: {} })), isIn: (doc) => markup(doc).includes('<blink') },
  { name: 'a passage in a passage', attack: ({ doc }) => changeOf(doc, () => elementsOf(doc)[0]!.push([newPassage(passageId(9), 'x')])), isIn: (doc) => elementsOf(doc).some((element) => element.toArray().some((child) => child instanceof Y.XmlElement)) },
  { name: 'pending structs', attack: ({ behind }) => lettersUpdate({ client: STRANGER, clock: 50 }, behind, 'x'), isIn: (doc) => doc.store.pendingStructs !== null },
  { name: 'a deletion of structs to come', attack: ({ honest }) => deletionUpdate({ client: honest.client, clock: honest.typed }, 20), isIn: (doc) => doc.store.pendingDs !== null },
  { name: '5 MB', attack: ({ doc }) => changeOf(doc, () => textsOf(doc)[0]!.insert(0, '@'.repeat(5 * 1_024 * 1_024))), isIn: (doc) => markup(doc).includes('@@@') },
  { name: 'a passage id twice', mended: true, attack: ({ doc }) => push(doc, newPassage(ids(doc)[0]!, TWIN)), isIn: (doc) => new Set(ids(doc)).size < ids(doc).length },
]

interface Outcome { readonly relayed: boolean; readonly code: number | 'no code' | null; readonly whole: boolean }

export const gate: Metric = {
  name: 'gate', once: true,
  async measure({ site }) {
    const docs = CASES.map((_, at) => `gate-${at}`)
    const begun = await beginAll(site, docs)
    const outcomes: Outcome[] = []
    for (const [at, one] of CASES.entries()) outcomes.push(await attack(site, docs[at]!, one, begun.get(docs[at]!)!.end))
    // A server that keeps nothing is asked as it is.
    if (site.target.persists !== false) await site.restart()
    const figures: Figure[] = []
    let [breaches, harmed] = [0, 0]
    for (const [at, { name, isIn, honest }] of CASES.entries()) {
      const { relayed, code, whole } = outcomes[at]!
      const kept = await readBack(site, docs[at]!, isIn, GRACE)
      const stored = isIn(kept)
      const asItMustBe = honest ? relayed && stored && code === null : !relayed && !stored
      if (!asItMustBe) breaches += 1
      if (!whole) harmed += 1
      const words = [relayed && 'relayed', stored && 'stored', !relayed && !stored && code === null && markup(kept).includes(TWIN) && 'healed', code === null ? 'stays' : `closed ${code}`, !whole && 'honest text lost']
      figures.push({ what: name, value: words.filter(Boolean).join(', ') })
    }
    return [...figures, { what: 'what came through, or a valid edit that did not', value: breaches, mustBeZero: true }, { what: 'honest texts harmed', value: harmed, mustBeZero: true }]
  },
}

async function attack(site: Site, name: string, { attack: make, isIn, honest: fair, mended }: Case, behind: Place): Promise<Outcome> {
  const honest = new Typist(HONEST, behind)
  const [reader, offender] = [open(site, name), open(site, name, 'attacker')]
  let relayed = false
  reader.doc.on('update', () => { relayed ||= isIn(reader.doc) })
  const writer = site.join(name)
  await inTime(Promise.all([reader.peer.ready, offender.peer.ready, writer.ready]), LATE, `${name} could not be opened`)
  const has = (count: number) => until(() => Y.getState(reader.doc.store, HONEST) >= count, LATE)
  const type = (count: number) => { for (let letter = 0; letter < count; letter += 1) writer.send(honest.next()) }
  type(5)
  if (!await has(5)) throw new Error(`honest letters did not arrive in ${name}: ${writer.closed?.why ?? 'the connection is open'}`)
  await until(() => textsOf(offender.doc).some(({ length }) => length > 5), LATE)
  offender.peer.send(make({ doc: offender.doc, honest, behind }))
  await until(() => offender.peer.closed !== null || (fair === true && relayed), GRACE * 4)
  type(20)
  await has(honest.typed)
  await until(() => false, GRACE)
  const whole = readText(reader.doc, behind.client).includes(honest.text())
  const { closed } = offender.peer
  for (const peer of [reader.peer, writer, offender.peer]) peer.cut()
  return { relayed: mended ? isIn(reader.doc) : relayed, code: closed && (closed.code ?? 'no code'), whole }
}
