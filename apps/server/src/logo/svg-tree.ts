/** Reads the markup of a drawing into a small tree, and refuses what is broken, bottomless or a bomb. */

import type { LogoRefusal } from '@draagvlak/domain/logo-refusals'
import { SaxesParser } from 'saxes'
import { utf16Label } from './file-kind.ts'
import { SVG_LIMITS, XLINK_NAMESPACE } from './svg-allowed.ts'

export interface SvgAttribute {
  readonly namespace: string
  readonly name: string
  readonly value: string
}

export interface SvgElement {
  readonly namespace: string
  readonly name: string
  readonly attributes: readonly SvgAttribute[]
  readonly children: readonly (SvgElement | string)[]
}

export type SvgReading = { readonly ok: true; readonly root: SvgElement; readonly hasExtras: boolean } | { readonly ok: false; readonly because: LogoRefusal }

/** Carries a refusal out of the parser's callbacks; never leaves this file. */
class Refused extends Error {
  readonly because: LogoRefusal
  constructor(because: LogoRefusal) {
    super(because)
    this.because = because
  }
}

/** `hasExtras`: comments or processing instructions were left out. */
export function readSvg(bytes: Uint8Array): SvgReading {
  try {
    if (bytes.length > SVG_LIMITS.bytes) throw new Refused('too-many-bytes')
    return { ok: true, ...parse(decode(bytes)) }
  } catch (error) {
    if (error instanceof Refused) return { ok: false, because: error.because }
    throw error
  }
}

function parse(text: string): { root: SvgElement; hasExtras: boolean } {
  const parser = new SaxesParser({ xmlns: true, position: false, additionalNamespaces: { xlink: XLINK_NAMESPACE } })
  const open: { namespace: string; name: string; attributes: SvgAttribute[]; children: (SvgElement | string)[] }[] = []
  let root: SvgElement | null = null
  let elements = 0
  let hasExtras = false

  parser.on('error', () => { throw new Refused('damaged') })
  parser.on('doctype', doctype => Object.assign(parser.ENTITIES, namespaceEntities(doctype)))
  parser.on('comment', () => { hasExtras = true })
  parser.on('processinginstruction', () => { hasExtras = true })
  parser.on('opentag', tag => {
    elements += 1
    if (elements > SVG_LIMITS.elements) throw new Refused('too-many-elements')
    if (open.length >= SVG_LIMITS.depth) throw new Refused('too-deep')
    const attributes = Object.values(tag.attributes)
    if (attributes.length > SVG_LIMITS.attributesPerElement) throw new Refused('too-heavy')
    const element = {
      namespace: tag.uri, name: tag.local, children: [],
      attributes: attributes.map(it => ({ namespace: it.uri, name: it.local, value: it.value })),
    }
    open.at(-1)?.children.push(element)
    root ??= element
    open.push(element)
  })
  parser.on('closetag', () => { open.pop() })
  parser.on('text', words => { open.at(-1)?.children.push(words) })
  parser.on('cdata', words => { open.at(-1)?.children.push(words) })
  parser.write(text).close()

  if (root === null) throw new Refused('damaged')
  return { root, hasExtras }
}

/**
 * Older drawing programs declare their namespaces as entities. Those are harmless: a plain web address, nothing nested.
 * Any other entity is a bomb, or a reach for a file, and no logo needs it.
 */
function namespaceEntities(doctype: string): Record<string, string> {
  const found: Record<string, string> = {}
  const rest = doctype.replace(/<!ENTITY\s+([\w.-]{1,40})\s+(?:"(https?:\/\/[\w./-]{1,120}#?)"|'(https?:\/\/[\w./-]{1,120}#?)')\s*>/g, (_, name: string, a?: string, b?: string) => {
    found[name] = a ?? b ?? ''
    return ''
  })
  if (/<!ENTITY|%/i.test(rest) || Object.keys(found).length > SVG_LIMITS.entities) throw new Refused('has-entities')
  return found
}

const READABLE_ENCODINGS = new Set(['utf-8', 'utf8', 'us-ascii', 'iso-8859-1', 'iso-8859-15', 'windows-1252'])

function decode(bytes: Uint8Array): string {
  const wide = utf16Label(bytes)
  const declared = wide ?? /^[^>]{0,100}encoding\s*=\s*["']([\w-]+)["']/.exec(new TextDecoder('latin1').decode(bytes.subarray(0, 200)))?.[1]?.toLowerCase() ?? 'utf-8'
  if (wide === null && !READABLE_ENCODINGS.has(declared)) throw new Refused('unknown-encoding')
  try {
    // The declaration goes: it speaks of bytes, and these are characters now.
    return new TextDecoder(declared, { fatal: true }).decode(bytes).replace(/^\s*<\?xml[^>]*\?>/, '').trimStart()
  } catch {
    throw new Refused('damaged')
  }
}

export function attributeOf(element: SvgElement, name: string): string | undefined {
  return element.attributes.find(it => it.name === name && it.namespace === '')?.value
}

export function plain(name: string, value: string): SvgAttribute {
  return { namespace: '', name, value }
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\'': '&#39;' }

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, letter => ESCAPES[letter] ?? '').replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
}

/** Writes a cleaned tree: SVG elements without a prefix, xlink only where the tree uses it. */
export function writeSvg(root: SvgElement): string {
  return write(root, true)
}

function write(element: SvgElement, isRoot = false): string {
  const attributes = element.attributes.map(it => ` ${it.namespace === XLINK_NAMESPACE ? 'xlink:' : ''}${it.name === 'space' ? 'xml:space' : it.name}="${escaped(it.value)}"`).join('')
  const names = isRoot ? ` xmlns="http://www.w3.org/2000/svg" xmlns:xlink="${XLINK_NAMESPACE}"` : ''
  const inside = element.children.map(child => typeof child === 'string' ? escaped(child) : write(child)).join('')
  return inside === '' ? `<${element.name}${names}${attributes}/>` : `<${element.name}${names}${attributes}>${inside}</${element.name}>`
}
