/** Makes a drawing from outside safe to keep: only what draws stays, under names of its own (G1). */

import type { LogoRefusal } from '@draagvlak/domain/logo-refusals'
import type { LogoNote } from '@draagvlak/domain/logo-wall'
import * as allowed from './svg-allowed.ts'
import { whyNotDrawn } from './svg-repeats.ts'
import type { Naming } from './svg-style.ts'
import { cleanDeclarations, cleanStyleSheet, cleanValue, fragmentOf, rootClass } from './svg-style.ts'
import type { SvgAttribute, SvgElement } from './svg-tree.ts'
import { attributeOf, plain, readSvg } from './svg-tree.ts'

/** Turns the bitmap inside a `data:` address into a safe one, or null when it can't be. */
export type CleanBitmap = (dataAddress: string) => Promise<string | null>

export type SvgCleaning =
  | { readonly ok: true; readonly root: SvgElement; readonly notes: ReadonlySet<LogoNote>; readonly hasText: boolean; readonly hasRaster: boolean }
  | { readonly ok: false; readonly because: LogoRefusal }

interface Work {
  readonly naming: Naming
  readonly notes: Set<LogoNote>
  readonly cleanBitmap: CleanBitmap
  hasText: boolean
  hasRaster: boolean
}

/** `prefix` is unique to the content: the same file gives the same names, another file gives others. */
export async function cleanSvg(bytes: Uint8Array, prefix: string, cleanBitmap: CleanBitmap): Promise<SvgCleaning> {
  const reading = readSvg(bytes)
  if (!reading.ok) return reading
  if (reading.root.name !== 'svg' || !isSvgNamespace(reading.root.namespace)) return { ok: false, because: 'is-not-a-picture' }

  const work: Work = { naming: { prefix }, notes: new Set(), cleanBitmap, hasText: false, hasRaster: false }
  if (reading.hasExtras) work.notes.add('hidden-information-removed')
  const cleaned = await cleanElement(reading.root, work)
  if (cleaned === null) return { ok: false, because: 'nothing-to-see' }
  const because = whyNotDrawn(cleaned)
  if (because !== null) return { ok: false, because }

  const classes = [rootClass(work.naming), attributeOf(cleaned, 'class')].filter(it => it !== undefined).join(' ')
  const root = { ...cleaned, attributes: [...cleaned.attributes.filter(it => it.name !== 'class'), plain('class', classes)] }
  return { ok: true, root, notes: work.notes, hasText: work.hasText, hasRaster: work.hasRaster }
}

async function cleanElement(element: SvgElement, work: Work): Promise<SvgElement | null> {
  const why = isSvgNamespace(element.namespace) ? noteForLeavingOut(element.name) : 'hidden-information-removed'
  if (why !== null) {
    if (why !== 'silent') work.notes.add(why)
    return null
  }
  if (element.name === 'style') return cleanStyleElement(element, work)
  if (element.name === 'a' && element.attributes.some(it => it.name === 'href')) work.notes.add('links-removed')
  const name = allowed.TRANSPARENT_ELEMENTS.has(element.name) ? 'g' : element.name

  const attributes: SvgAttribute[] = []
  for (const attribute of element.attributes) {
    const kept = await cleanAttribute(name, attribute, work)
    if (kept !== null) attributes.push(kept)
  }
  if (name === 'image') {
    if (!attributes.some(it => it.name === 'href')) return null
    work.hasRaster = true
  }

  const inText = name === 'text' || name === 'tspan' || name === 'textPath'
  const children: (SvgElement | string)[] = []
  for (const child of element.children) {
    if (typeof child === 'string') {
      if (inText) children.push(child)
      if (inText && child.trim() !== '') work.hasText = true
      continue
    }
    const kept = await cleanElement(child, work)
    if (kept === null) continue
    children.push(kept)
    // A switch shows the first part that can be shown.
    if (element.name === 'switch') break
  }
  return { namespace: allowed.SVG_NAMESPACE, name, attributes, children }
}

function noteForLeavingOut(name: string): LogoNote | 'silent' | null {
  if (allowed.ALLOWED_ELEMENTS.has(name) || allowed.TRANSPARENT_ELEMENTS.has(name)) return null
  if (allowed.SILENT_ELEMENTS.has(name)) return name === 'metadata' ? 'hidden-information-removed' : 'silent'
  if (allowed.ANIMATION_ELEMENTS.has(name)) return 'animation-removed'
  if (allowed.SCRIPT_ELEMENTS.has(name)) return 'scripts-removed'
  if (allowed.FOREIGN_ELEMENTS.has(name)) return 'foreign-content-removed'
  if (name === 'filter') return 'silent'
  return 'unknown-parts-removed'
}

function cleanStyleElement(element: SvgElement, work: Work): SvgElement | null {
  const text = element.children.filter(it => typeof it === 'string').join('')
  const style = cleanStyleSheet(text, work.naming)
  noteStyle(style, work)
  return style.text === '' ? null : { namespace: allowed.SVG_NAMESPACE, name: 'style', attributes: [], children: [style.text] }
}

function noteStyle(style: { readonly lost: boolean; readonly reachedOut: boolean; readonly lostFilter: boolean }, work: Work): void {
  if (style.lost) work.notes.add('styles-removed')
  if (style.reachedOut) work.notes.add('external-references-removed')
  if (style.lostFilter) work.notes.add('filters-removed')
}

async function cleanAttribute(element: string, attribute: SvgAttribute, work: Work): Promise<SvgAttribute | null> {
  const { name, value, namespace } = attribute
  if (name === 'href' && (namespace === '' || namespace === allowed.XLINK_NAMESPACE)) return cleanReference(element, value, work)
  if (namespace === allowed.XML_NAMESPACE && name === 'space' && value === 'preserve') return attribute
  if (namespace !== '') return null
  if (/^on/i.test(name)) {
    work.notes.add('scripts-removed')
    return null
  }
  if (name === 'id') return fragmentOf(`#${value}`) === null ? null : plain('id', `${work.naming.prefix}${value.trim()}`)
  if (name === 'class') return plain('class', value.trim().split(/\s+/).filter(it => it !== '').map(it => `${work.naming.prefix}${it}`).join(' '))
  if (name === 'style') {
    const style = cleanDeclarations(value, work.naming)
    noteStyle(style, work)
    return style.text === '' ? null : plain('style', style.text)
  }
  const form = allowed.GEOMETRY_ATTRIBUTES.get(name)
  if (form !== undefined) return form.test(value) ? plain(name, value) : null
  if (name === 'filter') work.notes.add('filters-removed')
  return allowed.PAINT_PROPERTIES.has(name) ? cleanPaint(name, value, work) : null
}

function cleanPaint(name: string, value: string, work: Work): SvgAttribute | null {
  const cleaned = cleanValue(value, work.naming)
  if (cleaned.text !== null) return plain(name, cleaned.text)
  work.notes.add(cleaned.reachedOut ? 'external-references-removed' : 'styles-removed')
  return null
}

async function cleanReference(element: string, value: string, work: Work): Promise<SvgAttribute | null> {
  if (element === 'image') {
    const bitmap = value.trim().startsWith('data:') ? await work.cleanBitmap(value) : null
    if (bitmap === null) work.notes.add('external-references-removed')
    return bitmap === null ? null : plain('href', bitmap)
  }
  if (!allowed.REFERRING_ELEMENTS.has(element)) return null
  const id = fragmentOf(value)
  if (id === null) work.notes.add('external-references-removed')
  // The older spelling is the one that every reader of SVG knows.
  return id === null ? null : { namespace: allowed.XLINK_NAMESPACE, name: 'href', value: `#${work.naming.prefix}${id}` }
}

/** Without a namespace a browser would not draw it; whoever wrote it plainly meant SVG. */
function isSvgNamespace(namespace: string): boolean {
  return namespace === allowed.SVG_NAMESPACE || namespace === ''
}
