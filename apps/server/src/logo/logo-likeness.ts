/** Says whether what is stored looks the same as what was sent (G1). */

import type { Sharp } from 'sharp'
import sharp from 'sharp'
import type { Pixels } from './ink.ts'
import { inkOn } from './ink.ts'
import { pixelsOf } from './logo-picture.ts'

const SIDE = 240
/** Mean difference per channel (0..255) that redrawing alone never reaches, and that somebody looking would see. */
const SEEN = 2.5

/** Both are laid over each other by their ink, so that another size or margin is no difference. */
export async function looksTheSame(sent: Sharp, stored: Sharp): Promise<boolean> {
  const [a, b] = await Promise.all([inkSquare(sent), inkSquare(stored)])
  if (a === null || b === null) return a === b
  let difference = 0
  for (let at = 0; at < a.length; at++) difference += Math.abs((a[at] ?? 0) - (b[at] ?? 0))
  return difference / a.length <= SEEN
}

async function inkSquare(picture: Sharp): Promise<Uint8Array | null> {
  const pixels = await pixelsOf(picture)
  const onWhite = inkOn('white', pixels).box
  const box = onWhite ?? inkOn('black', pixels).box
  return box === null ? null : squareOf(pixels, box, onWhite === null ? '#000000' : '#ffffff')
}

async function squareOf({ data, width, height }: Pixels, box: { x: number; y: number; width: number; height: number }, background: string): Promise<Uint8Array> {
  return sharp(data, { raw: { width, height, channels: 4 } })
    .extract({ left: box.x, top: box.y, width: box.width, height: box.height })
    .resize(SIDE, SIDE, { fit: 'fill' })
    .flatten({ background })
    .removeAlpha()
    .raw()
    .toBuffer()
}
