/** The bytes of a version and the fingerprint of a passage: the same words always give the same bytes. */
import { KIND_CLASS, LANGUAGES, PASSAGE_KINDS, type Language, type PassagePrint } from '@draagvlak/domain/passage'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import canonicalize from 'canonicalize'
import { inlineOf, normalisedContent, type JsonNode } from './inline.ts'
import type { Passage } from './passage.ts'
import { SCHEMA_VERSION } from './schema-version.ts'

export interface VersionText { readonly language: Language; readonly passages: readonly Passage[] }

/** Bytes that claim to be a version and are not; a fault, because versions are only read by their hash. */
export class NotAVersion extends Error {}

function jcs(value: unknown): string {
  const text = canonicalize(value)
  if (text === undefined) throw new Error('a value without JSON form cannot be made canonical')
  return text
}

/**
 * The passages of a ProseMirror document in JSON, defaults filled in, anchors left out.
 * @throws TypeError where the document holds what no text may hold; the gate keeps that out of a room.
 */
export function passagesOf(doc: JsonNode): Passage[] {
  return (doc.content ?? []).map(node => {
    const { id, kind = 'paragraph', indent = 0 } = node.attrs ?? {}
    const known = PASSAGE_KINDS.find(name => name === kind)
    if (node.type !== 'passage' || known === undefined || typeof indent !== 'number') throw new TypeError(`no passage: ${node.type} ${String(kind)}`)
    return { id: typeof id === 'string' ? id : '', kind: known, indent, content: inlineOf(node.content ?? []) }
  })
}

/**
 * The bytes of a version: JCS (RFC 8785) of `{ schema, language, passages }`.
 * Defaults are left out, text is NFC, equal runs are merged, marks are sorted, anchors are gone (FORMAT.md).
 */
export function versionBytes({ language, passages }: VersionText): Uint8Array {
  return utf8ToBytes(jcs({ schema: SCHEMA_VERSION, language, passages: passages.map(canonicalPassage) }))
}

function canonicalPassage(passage: Passage) {
  return {
    id: passage.id,
    ...(passage.kind === 'paragraph' ? {} : { kind: passage.kind }),
    ...(passage.indent === 0 ? {} : { indent: passage.indent }),
    content: normalisedContent(passage.content).map(part => part.type === 'source' ? withoutEmpty(part) : part),
  }
}

function withoutEmpty(source: { type: 'source'; attrs: object }) {
  return { type: source.type, attrs: Object.fromEntries(Object.entries(source.attrs).filter(([, value]) => value !== '')) }
}

/** [V1] The name of a version: SHA-256 of its bytes, in hex. */
export function versionHash(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes))
}

/**
 * The text that a version holds.
 * @throws NotAVersion where the bytes are no version of a schema this program knows, or not in canonical form.
 */
export function readVersion(bytes: Uint8Array): VersionText & { readonly schema: number } {
  const json = parsed(bytes)
  if (json.schema !== SCHEMA_VERSION) throw new NotAVersion(`schema ${String(json.schema)} is not known`)
  const language = LANGUAGES.find(known => known === json.language)
  if (language === undefined || !Array.isArray(json.passages)) throw new NotAVersion('language or passages are missing')
  const text = { schema: SCHEMA_VERSION, language, passages: readPassages(json.passages) }
  if (versionHash(versionBytes(text)) !== versionHash(bytes)) throw new NotAVersion('the bytes are not canonical')
  return text
}

interface JsonPassage { readonly id: unknown; readonly kind?: unknown; readonly indent?: unknown; readonly content: readonly JsonNode[] }

function readPassages(passages: readonly JsonPassage[]): Passage[] {
  try {
    return passagesOf({ type: 'doc', content: passages.map(({ content, id, kind, indent }) => ({ type: 'passage', attrs: { id, kind, indent }, content })) })
  } catch (fault) {
    throw new NotAVersion(`the passages cannot be read: ${String(fault)}`)
  }
}

function parsed(bytes: Uint8Array): { schema?: unknown; language?: unknown; passages?: unknown } {
  try {
    const json: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes))
    if (typeof json === 'object' && json !== null) return json
  } catch {
    throw new NotAVersion('the bytes are no JSON text')
  }
  throw new NotAVersion('the bytes are no JSON object')
}

const LETTER = /[\p{L}\p{M}]/u
const SOFT_HYPHEN = '\u00ad'
const SOURCE_PLACE = '\ufffc'

/**
 * [V2] What a passage says, as SHA-256 in hex: its text (NFC, soft hyphens between letters removed, a line break as `\n`),
 * the place and the contents of its footnotes, the targets of its links in order, and its kind class.
 * Bold, italic, heading level, indent and id are layout and stay out.
 */
export function fingerprint(passage: Pick<Passage, 'kind' | 'content'>): string {
  const content = normalisedContent(passage.content)
  const text = content.map(part => part.type === 'text' ? part.text.replaceAll(SOURCE_PLACE, '') : part.type === 'hardBreak' ? '\n' : SOURCE_PLACE).join('')
  const links: string[] = []
  let last: string | undefined
  for (const part of content) {
    const href = part.type === 'text' ? part.marks?.find(mark => mark.type === 'link')?.attrs.href : undefined
    if (href !== undefined && href !== last) links.push(href)
    if (part.type !== 'source') last = href
  }
  const sources = content.flatMap(part => part.type === 'source' ? [withoutEmpty(part).attrs] : [])
  const said = { class: KIND_CLASS[passage.kind], text: withoutSoftHyphens(text).normalize('NFC'), links, sources }
  return versionHash(utf8ToBytes(jcs(said)))
}

/** Text without the soft hyphens that stand between two letters, where they are only a hint for the typesetter. */
export function withoutSoftHyphens(text: string): string {
  return text.replaceAll(new RegExp(`(${LETTER.source})${SOFT_HYPHEN}+(?=${LETTER.source})`, 'gu'), '$1')
}

/** The prints of a text: what a version remembers of every passage. */
export function passagePrints(passages: readonly Passage[]): PassagePrint[] {
  return passages.map(passage => ({ id: passage.id, kind: passage.kind, fingerprint: fingerprint(passage) }))
}

