/** Counts a drawing as it will be drawn: a few `use` elements can ask for millions of shapes, or never end. */

import type { LogoRefusal } from '@draagvlak/domain/logo-refusals'
import { SVG_LIMITS } from './svg-allowed.ts'
import type { SvgElement } from './svg-tree.ts'

/** Works on a cleaned tree, where every reference is `#id`, in an attribute `href` or as `url(#id)` in another. */
export function whyNotDrawn(root: SvgElement): LogoRefusal | null {
  const byId = new Map<string, SvgElement>()
  collect(root, byId)
  const sizes = new Map<SvgElement, number>()
  const busy = new Set<SvgElement>()

  /** Infinity: it contains itself. */
  function sizeOf(element: SvgElement): number {
    const known = sizes.get(element)
    if (known !== undefined) return known
    if (busy.has(element)) return Number.POSITIVE_INFINITY
    busy.add(element)
    let size = 1
    for (const id of referencesOf(element)) {
      const target = byId.get(id)
      if (target !== undefined) size += sizeOf(target)
    }
    for (const child of element.children) if (typeof child !== 'string') size += sizeOf(child)
    busy.delete(element)
    sizes.set(element, size)
    return size
  }

  const size = sizeOf(root)
  if (size === Number.POSITIVE_INFINITY) return 'repeats-itself'
  return size > SVG_LIMITS.drawnElements ? 'too-many-elements' : null
}

function collect(element: SvgElement, byId: Map<string, SvgElement>): void {
  const id = element.attributes.find(it => it.name === 'id')?.value
  if (id !== undefined && !byId.has(id)) byId.set(id, element)
  for (const child of element.children) if (typeof child !== 'string') collect(child, byId)
}

function referencesOf(element: SvgElement): string[] {
  return element.attributes.flatMap(({ name, value }) => {
    if (name === 'href') return value.startsWith('#') ? [value.slice(1)] : []
    return [...value.matchAll(/url\(#([^)]+)\)/g)].map(match => match[1] ?? '')
  })
}
