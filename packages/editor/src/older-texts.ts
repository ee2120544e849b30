/** Texts that were put away under an older schema, read by a program that knows a newer one: frozen versions and deleted passages. Their bytes stay as they are. */
import canonicalize from 'canonicalize'
import { LANGUAGES } from '@draagvlak/domain/passage'
import * as Y from 'yjs'
import { NotAVersion, readVersion, type VersionText } from './canonical.ts'
import type { Passage } from './passage.ts'
import { newestSchema, raiseText, SCHEMA_STEPS, type SchemaSteps } from './schema-steps.ts'
import { docJson, fragmentOf, readPassages } from './ydoc.ts'

interface OldRun { readonly type: string; readonly text?: string; readonly marks?: readonly { readonly type: string; readonly attrs?: object }[]; readonly attrs?: Readonly<Record<string, unknown>> }
type OldPassage = Readonly<Record<string, unknown>> & { readonly content?: readonly OldRun[] }

/**
 * Passages as they would stand in a text that was raised.
 * @throws TypeError where they are none even then; RangeError for a schema that is not known.
 */
export function raisePassages(passages: readonly unknown[], from: number, to: number, steps: SchemaSteps): Passage[] {
  const ydoc = new Y.Doc()
  fragmentOf(ydoc).insert(0, (passages as readonly OldPassage[]).map(elementFrom))
  raiseText(ydoc, from, to, steps)
  const raised = readPassages(ydoc)
  ydoc.destroy()
  return raised
}

/**
 * The passages of a text for whoever only reads it: one that is closed for writing may be of an older schema. The text itself stays as it is.
 * @throws TypeError where it holds what no text may hold.
 */
export function readAnyText(ydoc: Y.Doc, steps: SchemaSteps = SCHEMA_STEPS): Passage[] {
  try {
    return readPassages(ydoc)
  } catch (fault) {
    if (steps.length === 0) throw fault
    const copy = new Y.Doc()
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(ydoc))
    raiseText(copy, 1, newestSchema(steps), steps)
    return readPassages(copy)
  }
}

/** Passages as they stand in a text of an older schema, without anchors: what a program that knows only newer ones can keep, and raise later. */
export function storedPassages(ydoc: Y.Doc): { readonly id: string; readonly content: readonly unknown[] }[] {
  return (docJson(ydoc).content ?? []).map(({ attrs, content = [] }) => {
    const parts = content.map(part => part.marks === undefined ? part : { ...part, marks: part.marks.filter(({ type }) => type !== 'anchor') })
    return { ...attrs, id: typeof attrs?.id === 'string' ? attrs.id : '', content: parts }
  })
}

/**
 * The text that a version holds, whatever the schema it was frozen under.
 * @throws NotAVersion where the bytes are no version of a schema this program knows, or not in canonical form.
 */
export function readAnyVersion(bytes: Uint8Array, steps: SchemaSteps = SCHEMA_STEPS): VersionText & { readonly schema: number } {
  const older = olderText(bytes, newestSchema(steps))
  if (older === null) return readVersion(bytes)
  const language = LANGUAGES.find(known => known === older.language)
  if (language === undefined || !Array.isArray(older.passages)) throw new NotAVersion('language or passages are missing')
  try {
    return { schema: older.schema, language, passages: raisePassages(older.passages, older.schema, newestSchema(steps), steps) }
  } catch (fault) {
    throw new NotAVersion(`the passages cannot be read: ${String(fault)}`)
  }
}

interface Older { readonly schema: number; readonly language?: unknown; readonly passages?: unknown }
/** Null for what is of the newest schema, or no version at all: the reader of those says why. What once was canonical is still JCS. */
function olderText(bytes: Uint8Array, newest: number): Older | null {
  let text: string
  let json: unknown
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    json = JSON.parse(text)
  } catch {
    return null
  }
  if (typeof json !== 'object' || json === null || !('schema' in json)) return null
  const { schema } = json
  if (typeof schema !== 'number' || !Number.isInteger(schema) || schema < 1 || schema >= newest) return null
  if (canonicalize(json) !== text) throw new NotAVersion('the bytes are not canonical')
  return json as Older
}

/** As it stood in a document, whatever it may hold: the step knows what it was. */
function elementFrom({ content = [], ...attributes }: OldPassage): Y.XmlElement {
  const element = new Y.XmlElement('passage')
  for (const [name, value] of Object.entries(attributes)) if (value !== '' && value !== null) element.setAttribute(name, value as string)
  const parts: (Y.XmlElement | Y.XmlText)[] = []
  let runs: { insert: string; attributes: object }[] = []
  const flush = (): void => {
    if (runs.length === 0) return
    const text = new Y.XmlText()
    text.applyDelta(runs)
    parts.push(text)
    runs = []
  }
  for (const { type, text, marks = [], attrs = {} } of content) {
    if (type === 'text') {
      runs.push({ insert: text ?? '', attributes: Object.fromEntries(marks.map(mark => [mark.type, mark.attrs ?? {}])) })
      continue
    }
    flush()
    const atom = new Y.XmlElement(type)
    for (const [name, value] of Object.entries(attrs)) atom.setAttribute(name, value as string)
    parts.push(atom)
  }
  flush()
  element.insert(0, parts)
  return element
}
