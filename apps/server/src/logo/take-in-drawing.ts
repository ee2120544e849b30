/** Takes in a logo that is a drawing (SVG): cleaned, sized, and compared with what was sent. */

import { createHash } from 'node:crypto'
import type { LogoNote } from '@draagvlak/domain/logo-wall'
import sharp from 'sharp'
import { inkOn } from './ink.ts'
import { looksTheSame } from './logo-likeness.ts'
import { cleanBitmap, drawing, LARGEST_PICTURE, pixelsOf } from './logo-picture.ts'
import type { TakenIn } from './taken-in.ts'
import { cleanSvg } from './svg-clean.ts'
import type { SvgSize } from './svg-size.ts'
import { atLongest, givenSize, saysItsSize, sized, withSize } from './svg-size.ts'
import type { SvgElement } from './svg-tree.ts'
import { writeSvg } from './svg-tree.ts'

export async function takeInDrawing(bytes: Uint8Array): Promise<TakenIn> {
  const cleaning = await cleanSvg(bytes, ownPrefix(bytes), cleanBitmap)
  if (!cleaning.ok) return cleaning
  const { root, hasText, hasRaster } = cleaning
  const notes = new Set<LogoNote>(cleaning.notes)

  const given = givenSize(root)
  const size = given ?? await sizeFromInk(root)
  if (size === null) return { ok: false, because: 'nothing-to-see' }
  if (given === null) notes.add('size-measured-from-ink')
  else if (!saysItsSize(root)) notes.add('size-set')
  if (hasText) notes.add('lettering-needs-outlines')
  if (hasRaster) notes.add('contains-bitmap')

  const likeness = await compareWithSent(bytes, root, size)
  if (likeness !== null) notes.add(likeness)

  return {
    ok: true,
    bytes: new TextEncoder().encode(writeSvg(withSize(root, size))),
    mediaType: 'image/svg+xml',
    format: 'svg', stored: 'svg', width: size.width, height: size.height, hasText, hasRaster, notes,
    picture: longest => drawing(root, atLongest(size, longest)),
  }
}

/** The same file gets the same names, another file others. */
function ownPrefix(bytes: Uint8Array): string {
  return `l${createHash('sha256').update(bytes).digest('hex').slice(0, 12)}-`
}

/** How far around the origin a drawing without any size is looked for, in its own units. */
const REACH = 4096

/** Looks twice: roughly where the ink is, then sharply what its box is. */
async function sizeFromInk(root: SvgElement): Promise<SvgSize | null> {
  const rough = await inkViewBox(root, [-REACH, -REACH, 2 * REACH, 2 * REACH], 2048)
  if (rough === null) return null
  const margin = 8
  const box = await inkViewBox(root, [rough[0] - margin, rough[1] - margin, rough[2] + 2 * margin, rough[3] + 2 * margin], 1600)
  return box === null ? null : sized(box, box[2], box[3], false)
}

async function inkViewBox(root: SvgElement, viewBox: SvgSize['viewBox'], longest: number): Promise<SvgSize['viewBox'] | null> {
  const size = atLongest({ viewBox, width: viewBox[2], height: viewBox[3], stretched: true }, longest)
  const pixels = await pixelsOf(drawing(root, size))
  const box = inkOn('white', pixels).box ?? inkOn('black', pixels).box
  if (box === null) return null
  const [unitX, unitY] = [viewBox[2] / pixels.width, viewBox[3] / pixels.height]
  return [viewBox[0] + box.x * unitX, viewBox[1] + box.y * unitY, box.width * unitX, box.height * unitY]
}

/** What was sent is drawn by the same renderer, which fetches nothing from outside. */
async function compareWithSent(bytes: Uint8Array, root: SvgElement, size: SvgSize): Promise<LogoNote | null> {
  try {
    const sent = sharp(bytes, { limitInputPixels: LARGEST_PICTURE }).resize({ width: 800, height: 800, fit: 'inside' })
    return await looksTheSame(sent, drawing(root, atLongest(size, 800))) ? null : 'looks-different'
  } catch {
    return 'not-compared'
  }
}
