/** Turns drawings and bitmaps into pixels with sharp. Only ever runs in the short-lived process. */

import type { Metadata, Sharp } from 'sharp'
import sharp from 'sharp'
import type { Pixels } from './ink.ts'
import type { SvgSize } from './svg-size.ts'
import { withSize } from './svg-size.ts'
import type { SvgElement } from './svg-tree.ts'
import { writeSvg } from './svg-tree.ts'

export const LARGEST_PICTURE = 50_000_000

export function drawing(root: SvgElement, size: SvgSize): Sharp {
  return sharp(Buffer.from(writeSvg(withSize(root, size))), { limitInputPixels: LARGEST_PICTURE })
}

export function bitmap(bytes: Uint8Array): Sharp {
  return sharp(bytes, { limitInputPixels: LARGEST_PICTURE, failOn: 'error' })
}

/** What a bitmap says of itself, decoding nothing: one that is too large can be told so. */
export const headOf = (bytes: Uint8Array): Promise<Metadata> => sharp(bytes, { limitInputPixels: false, failOn: 'error' }).metadata()

export async function pixelsOf(picture: Sharp): Promise<Pixels> {
  const { data, info } = await picture.toColourspace('srgb').ensureAlpha().raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}

/** Re-encodes the bitmap inside a `data:` address, without anything but its picture; null when it isn't a PNG or JPEG. */
export async function cleanBitmap(dataAddress: string): Promise<string | null> {
  const match = /^\s*data:image\/(?:png|jpe?g);base64,([A-Za-z0-9+/=\s]+)$/i.exec(dataAddress)
  if (match === null) return null
  try {
    const picture = bitmap(Buffer.from(match[1] ?? '', 'base64'))
    const { format } = await picture.metadata()
    if (format !== 'png' && format !== 'jpeg') return null
    const upright = picture.autoOrient().toColourspace('srgb')
    const bytes = await (format === 'png' ? upright.png() : upright.jpeg({ quality: 95, chromaSubsampling: '4:4:4' })).toBuffer()
    return `data:image/${format};base64,${bytes.toString('base64')}`
  } catch {
    return null
  }
}

/** A small PNG of what the logo will look like, on the ground it reads on; also for places that can't show a drawing, such as mail. */
export async function previewOf(picture: Sharp, readsOn: 'light' | 'dark'): Promise<Uint8Array> {
  return picture
    .resize({ width: 480, height: 480, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: readsOn === 'light' ? '#ffffff' : '#1a1d21' })
    .png({ compressionLevel: 9 })
    .toBuffer()
}
