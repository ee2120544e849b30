/** What drawings and bitmaps have in common once they are safe to keep. */

import type { LogoRefusal } from '@draagvlak/domain/logo-refusals'
import type { LogoFacts, LogoNote } from '@draagvlak/domain/logo-wall'
import type { Sharp } from 'sharp'
import type { LogoMediaType } from './logo-headers.ts'

/** A logo that is safe to keep, not yet measured. `picture` draws it with its longest side at so many px. */
export type TakenIn =
  | (Pick<LogoFacts, 'format' | 'stored' | 'width' | 'height' | 'hasText' | 'hasRaster'> & {
    readonly ok: true
    readonly bytes: Uint8Array
    readonly mediaType: LogoMediaType
    readonly notes: Set<LogoNote>
    readonly picture: (longest: number) => Sharp
  })
  | { readonly ok: false; readonly because: LogoRefusal }
