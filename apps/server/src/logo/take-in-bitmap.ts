/** Takes in a logo that is a bitmap (PNG or JPEG): decoded, turned upright, brought to sRGB and written anew as PNG. */

import type { LogoNote } from '@draagvlak/domain/logo-wall'
import { bitmap, headOf, LARGEST_PICTURE } from './logo-picture.ts'
import type { TakenIn } from './taken-in.ts'

/** Shorter than this on its longest side, in px, nobody can read it. */
const SMALLEST = 40
/** Longer than this on its longest side, in px, no print needs it. */
const LARGEST = 2400

export async function takeInBitmap(bytes: Uint8Array, format: 'png' | 'jpeg'): Promise<TakenIn> {
  if (format === 'png' && hasChunk(bytes, 'acTL')) return { ok: false, because: 'animated' }
  const metadata = await readable(() => headOf(bytes))
  if (metadata === null) return { ok: false, because: 'damaged' }
  const longest = Math.max(metadata.width, metadata.height)
  if (metadata.width * metadata.height > LARGEST_PICTURE) return { ok: false, because: 'too-many-pixels' }
  if (longest < SMALLEST) return { ok: false, because: 'too-few-pixels' }

  const notes = new Set<LogoNote>()
  if (format === 'jpeg') notes.add('stored-as-png')
  if ((metadata.orientation ?? 1) !== 1) notes.add('turned-upright')
  if (metadata.space === 'cmyk' || metadata.space === 'lab') notes.add('colours-to-srgb')
  if (metadata.exif !== undefined || metadata.xmp !== undefined || metadata.iptc !== undefined || hasTail(bytes, format)) notes.add('hidden-information-removed')
  if (longest > LARGEST) notes.add('scaled-down')

  const written = await readable(() => bitmap(bytes)
    .autoOrient()
    .resize({ width: LARGEST, height: LARGEST, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .png({ compressionLevel: 9 })
    .toBuffer({ resolveWithObject: true }))
  if (written === null) return { ok: false, because: 'damaged' }
  const { data, info } = written
  return {
    ok: true, bytes: data, mediaType: 'image/png', format, stored: 'png', width: info.width, height: info.height,
    hasText: false, hasRaster: true, notes,
    picture: side => bitmap(data).resize({ width: side, height: side, fit: 'inside' }),
  }
}

/** A picture that can't be decoded is a refusal of that picture, not a fault of ours. */
async function readable<T>(read: () => Promise<T>): Promise<T | null> {
  try {
    return await read()
  } catch {
    return null
  }
}

/** Walks the chunks of a PNG: four bytes of length, four of name, the data, four of checksum. */
function hasChunk(bytes: Uint8Array, name: string): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 8; at + 12 <= bytes.length; at += 12 + view.getUint32(at)) {
    const found = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    if (found === name) return true
    if (found === 'IEND') return false
  }
  return false
}

/** Whether something lies behind the end of the picture: another file may be hidden there. */
function hasTail(bytes: Uint8Array, format: 'png' | 'jpeg'): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (format === 'jpeg') return buffer.lastIndexOf(Buffer.from([0xff, 0xd9])) < bytes.length - 2
  const end = buffer.lastIndexOf('IEND')
  return end !== -1 && end + 8 < bytes.length
}
