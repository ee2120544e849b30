/** Makes of the bytes that somebody sent a logo that can be kept, with its measured facts (G1). Runs in the short-lived process. */

import type { LogoRefusal } from '@draagvlak/domain/logo-refusals'
import type { LogoFacts } from '@draagvlak/domain/logo-wall'
import { MEASURED_AT } from '@draagvlak/domain/logo-wall'
import { fileKind } from './file-kind.ts'
import { edgeOf, inkOn, vanishingOnWhite } from './ink.ts'
import type { LogoMediaType } from './logo-headers.ts'
import { pixelsOf, previewOf } from './logo-picture.ts'
import { takeInBitmap } from './take-in-bitmap.ts'
import { takeInDrawing } from './take-in-drawing.ts'
import type { TakenIn } from './taken-in.ts'

export type LogoMeasurement =
  | { readonly ok: true; readonly bytes: Uint8Array; readonly mediaType: LogoMediaType; readonly facts: LogoFacts; /** PNG. */ readonly preview: Uint8Array }
  | { readonly ok: false; readonly because: LogoRefusal }

export async function takeInLogo(bytes: Uint8Array): Promise<LogoMeasurement> {
  const kind = fileKind(bytes)
  if (kind !== 'svg' && kind !== 'png' && kind !== 'jpeg') return { ok: false, because: kind }
  const taken = kind === 'svg' ? await takeInDrawing(bytes) : await takeInBitmap(bytes, kind)
  if (!taken.ok) return taken

  const facts = await measure(taken)
  if (facts === null) return { ok: false, because: 'nothing-to-see' }
  return { ok: true, bytes: taken.bytes, mediaType: taken.mediaType, facts, preview: await previewOf(taken.picture(480), facts.readsOn) }
}

/** More than this part of its outlines lost on white: it was made for a dark ground. */
const MOSTLY_LOST = 0.5
/** 50 mm at 300 dots per inch. */
const PRINT_PIXELS = 591

async function measure(taken: TakenIn & { ok: true }): Promise<LogoFacts | null> {
  const pixels = await pixelsOf(taken.picture(MEASURED_AT))
  const { background, seeThrough } = edgeOf(pixels)
  const transparent = seeThrough > 0
  const onWhite = inkOn('white', pixels)
  const readsOn = transparent && (onWhite.box === null || vanishingOnWhite(pixels) > MOSTLY_LOST) ? 'dark' : 'light'
  const { ink, box } = readsOn === 'light' ? onWhite : inkOn('black', pixels)
  if (box === null) return null

  const notes = taken.notes
  const inkBox = { x: box.x / pixels.width, y: box.y / pixels.height, width: box.width / pixels.width, height: box.height / pixels.height }
  const tooCoarse = taken.stored === 'png' && Math.max(inkBox.width * taken.width, inkBox.height * taken.height) < PRINT_PIXELS
  if (tooCoarse) notes.add('too-coarse-for-print')
  if (readsOn === 'dark') notes.add('needs-dark-ground')
  const { format, stored, width, height, hasText, hasRaster } = taken
  return {
    format, stored, width, height, transparent, background, readsOn, inkBox, ink, boxWidth: box.width, boxHeight: box.height,
    hasText, hasRaster, fitForPrint: !hasText && !tooCoarse && !(stored === 'svg' && hasRaster), notes: [...notes].sort(),
  }
}
