/** The writer's gate: what a room accepts as text. It looks and refuses, and never repairs. */
import * as Y from 'yjs'
import { isSafeAddress } from './address.ts'
import { isStorable } from './inline.ts'
import { isAnchorId } from './marks.ts'
import { isPassageId } from './passage-id.ts'
import { isIndent, isPassageKind } from './passage-node.ts'
import { FRAGMENT } from './schema.ts'
import { isSourceAddress, isSourcePart } from './source-node.ts'

export type Invalid =
  | { readonly because: 'unknown-root'; readonly name: string }
  | { readonly because: 'not-a-passage' | 'unknown-attribute' | 'unknown-inline' | 'unknown-mark' | 'not-text'; readonly passage: string | null; readonly name: string }

type Check = (value: unknown) => boolean
const PASSAGE_ATTRIBUTES: Readonly<Record<string, Check>> = { id: isPassageId, kind: isPassageKind, indent: isIndent }
const INLINE_ATTRIBUTES: Readonly<Record<string, Readonly<Record<string, Check>>>> = {
  hardBreak: {}, source: { label: isSourcePart, address: isSourceAddress, date: isSourcePart },
}
const MARK_ATTRIBUTES: Readonly<Record<string, Readonly<Record<string, Check>>>> = {
  bold: {}, italic: {}, link: { href: isSafeAddress }, anchor: { id: isAnchorId },
}
/** The binding writes a mark that may overlap itself under its name and eight characters of its hash. */
const OVERLAPPING = /^anchor--[a-zA-Z0-9+/=]{8}$/

/**
 * Why a text may not be accepted, or null.
 * @param touched the passages an update touched (`touchedPassages`); without it all are looked at. Roots are always looked at.
 */
export function whyInvalid(ydoc: Y.Doc, touched?: Iterable<unknown>): Invalid | null {
  for (const name of ydoc.share.keys()) if (name !== FRAGMENT) return { because: 'unknown-root', name }
  const root = ydoc.getXmlFragment(FRAGMENT)
  if (root._map.size > 0) return { because: 'unknown-attribute', passage: null, name: [...root._map.keys()].join() }
  for (const child of touched ?? root.toArray()) {
    const bad = whyNotPassage(child)
    if (bad !== null) return bad
  }
  return null
}

function whyNotPassage(child: unknown): Invalid | null {
  if (!(child instanceof Y.XmlElement) || child.nodeName !== 'passage') {
    return { because: 'not-a-passage', passage: null, name: child instanceof Y.XmlElement ? child.nodeName : typeof child }
  }
  const id: unknown = child.getAttribute('id')
  const passage = typeof id === 'string' ? id : null
  const attribute = badAttribute(child.getAttributes(), PASSAGE_ATTRIBUTES, false)
  if (attribute !== null) return { because: 'unknown-attribute', passage, name: attribute }
  for (const part of child.toArray()) {
    const bad = part instanceof Y.XmlText ? whyNotText(part) : whyNotInline(part)
    if (bad !== null) return { passage, ...bad }
  }
  return null
}

type BadPart = { readonly because: 'unknown-attribute' | 'unknown-inline' | 'unknown-mark' | 'not-text'; readonly name: string }

function whyNotInline(part: unknown): BadPart | null {
  if (!(part instanceof Y.XmlElement)) return { because: 'unknown-inline', name: typeof part }
  const known = Object.hasOwn(INLINE_ATTRIBUTES, part.nodeName) ? INLINE_ATTRIBUTES[part.nodeName] : undefined
  if (known === undefined || part.length > 0) return { because: 'unknown-inline', name: part.nodeName }
  const attribute = badAttribute(part.getAttributes(), known, false)
  return attribute === null ? null : { because: 'unknown-attribute', name: attribute }
}

function whyNotText(text: Y.XmlText): BadPart | null {
  const own = Object.keys(text.getAttributes())
  if (own.length > 0) return { because: 'unknown-attribute', name: own.join() }
  for (const run of text.toDelta() as { insert: unknown; attributes?: Record<string, unknown> }[]) {
    if (typeof run.insert !== 'string' || !isStorable(run.insert)) return { because: 'not-text', name: typeof run.insert }
    const mark = badMark(run.attributes ?? {})
    if (mark !== null) return { because: 'unknown-mark', name: mark }
  }
  return null
}

function badMark(marks: Readonly<Record<string, unknown>>): string | null {
  const anchors = new Set<unknown>()
  for (const [key, attributes] of Object.entries(marks)) {
    const name = OVERLAPPING.test(key) ? 'anchor' : key
    const known = Object.hasOwn(MARK_ATTRIBUTES, name) && (name !== 'anchor' || key !== 'anchor') ? MARK_ATTRIBUTES[name] : undefined
    if (known === undefined || !isRecord(attributes) || badAttribute(attributes, known, true) !== null) return key
    if (name !== 'anchor') continue
    if (anchors.has(attributes.id)) return key
    anchors.add(attributes.id)
  }
  return null
}

function badAttribute(found: Readonly<Record<string, unknown>>, known: Readonly<Record<string, Check>>, allNeeded: boolean): string | null {
  for (const [name, value] of Object.entries(found)) if (!Object.hasOwn(known, name) || !known[name]?.(value)) return name
  if (allNeeded) for (const name of Object.keys(known)) if (!Object.hasOwn(found, name)) return name
  return null
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
