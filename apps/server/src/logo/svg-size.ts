/** How large a drawing is: browsers and printers disagree about one that doesn't say, so the stored file always does. */

import type { SvgElement } from './svg-tree.ts'
import { attributeOf, plain } from './svg-tree.ts'

export interface SvgSize {
  readonly viewBox: readonly [x: number, y: number, width: number, height: number]
  /** CSS px. */
  readonly width: number
  readonly height: number
  /** The drawing is stretched to its size, against the proportions of its own viewBox. */
  readonly stretched: boolean
}

/** CSS px in one unit. Percentages and font units say nothing without a page around them. */
const PX_PER_UNIT: Readonly<Record<string, number>> = { '': 1, px: 1, pt: 96 / 72, pc: 16, mm: 96 / 25.4, cm: 96 / 2.54, in: 96, q: 96 / 101.6 }

/** The size that the root gives itself; null when it gives none. */
export function givenSize(root: SvgElement): SvgSize | null {
  const width = pixels(attributeOf(root, 'width'))
  const height = pixels(attributeOf(root, 'height'))
  const viewBox = fourNumbers(attributeOf(root, 'viewBox'))
  if (viewBox === null) return width === null || height === null ? null : sized([0, 0, width, height], width, height, false)
  const stretched = attributeOf(root, 'preserveAspectRatio')?.trim() === 'none' && width !== null && height !== null
  return stretched ? sized(viewBox, width, height, true) : sized(viewBox, viewBox[2], viewBox[3], false)
}

/** Whether the root says its width and height in units that stand on their own. */
export function saysItsSize(root: SvgElement): boolean {
  return pixels(attributeOf(root, 'width')) !== null && pixels(attributeOf(root, 'height')) !== null
}

const SMALLEST = 16
const LARGEST = 4096
const USUAL = 512

/** Drawings made in metres or in unit squares get a size that a page can use; their proportions stay. */
export function sized(viewBox: SvgSize['viewBox'], width: number, height: number, stretched: boolean): SvgSize {
  const longest = Math.max(width, height)
  const scale = longest < SMALLEST || longest > LARGEST ? USUAL / longest : 1
  return { viewBox, width: rounded(width * scale), height: rounded(height * scale), stretched }
}

/** The same drawing at another size, its longest side in px. */
export function atLongest(size: SvgSize, longest: number): SvgSize {
  const scale = longest / Math.max(size.width, size.height)
  return { ...size, width: Math.max(1, Math.round(size.width * scale)), height: Math.max(1, Math.round(size.height * scale)) }
}

export function withSize(root: SvgElement, size: SvgSize): SvgElement {
  const own = ['width', 'height', 'viewBox', 'preserveAspectRatio', 'x', 'y']
  return {
    ...root,
    attributes: [
      plain('width', String(size.width)), plain('height', String(size.height)), plain('viewBox', size.viewBox.map(rounded).join(' ')),
      ...(size.stretched ? [plain('preserveAspectRatio', 'none')] : []),
      ...root.attributes.filter(it => !own.includes(it.name)),
    ],
  }
}

function pixels(length: string | undefined): number | null {
  const match = /^\s*\+?(\d*\.?\d+(?:e[+-]?\d+)?)\s*(px|pt|pc|mm|cm|in|q)?\s*$/i.exec(length ?? '')
  if (match === null) return null
  const value = Number(match[1]) * (PX_PER_UNIT[(match[2] ?? '').toLowerCase()] ?? 1)
  return Number.isFinite(value) && value > 0 ? value : null
}

function fourNumbers(text: string | undefined): SvgSize['viewBox'] | null {
  const [x, y, width, height, ...more] = (text ?? '').trim().split(/[\s,]+/).map(Number)
  if (x === undefined || y === undefined || width === undefined || height === undefined || more.length > 0) return null
  return [x, y, width, height].every(Number.isFinite) && width > 0 && height > 0 ? [x, y, width, height] : null
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000
}
