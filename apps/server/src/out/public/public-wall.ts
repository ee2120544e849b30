/** The wall on the public page: where each logo stands on a wide screen, on a phone and on paper, or the name instead. */
import type { Id, Listed, Sha256 } from '@draagvlak/domain/events'
import { layOutWall, PHONE_WALL, PRINT_WALL, SCREEN_WALL, type NameReason, type WallEntry, type WallOptions, type WallPlace } from '@draagvlak/domain/logo-wall'

export interface WallMark {
  readonly name: string
  /** Sizes of the ink on the screen in px, and of the whole file behind it; a narrow column makes all of it smaller alike. */
  readonly logo: { readonly file: Sha256; readonly width: number; readonly height: number; readonly image: { readonly width: number; readonly height: number; readonly left: number; readonly top: number } } | null
  /** Where the owner's minimum width can't be honoured, the name stands there (G5). */
  readonly byName: { readonly screen: boolean; readonly phone: boolean; readonly paper: boolean }
}

const PX_PER_MM = 96 / 25.4

/** [G5] In the order of the list. `minimumWidths` are in mm. */
export function wallOf(lines: readonly Listed[], minimumWidths: ReadonlyMap<Id, number>): WallMark[] {
  const lay = (options: WallOptions, perMm: number) => new Map(layOutWall(lines.map((line) => entryOf(line, (minimumWidths.get(line.organisationId) ?? 0) * perMm)), options).places.map((place) => [place.id, place]))
  const walls = { screen: lay(SCREEN_WALL, PX_PER_MM), phone: lay(PHONE_WALL, PX_PER_MM), paper: lay(PRINT_WALL, 1) }
  const named = (wall: ReadonlyMap<string, WallPlace>, id: Id) => wall.get(id)?.as !== 'logo'
  return lines.map(({ organisationId, name, logo }) => {
    const place = walls.screen.get(organisationId)
    const shown = place?.as === 'logo' && logo !== null ? { file: logo.file, width: place.width, height: place.height, image: place.image } : null
    return { name, logo: shown, byName: { screen: shown === null, phone: shown === null || named(walls.phone, organisationId), paper: shown === null || named(walls.paper, organisationId) } }
  })
}

function entryOf({ organisationId, kind, logo, nameOnlyBecause }: Listed, minimumWidth: number): WallEntry {
  if (logo === null) return { id: organisationId, kind, mark: { because: reasonOf(nameOnlyBecause) } }
  return { id: organisationId, kind, hasPartnerLogoLeave: true, mark: { facts: logo.facts, ...(minimumWidth > 0 ? { minimumWidth } : {}) } }
}

const REASONS: readonly NameReason[] = ['no-logo', 'no-consent', 'not-valid', 'asked-by-name']
const reasonOf = (because: string | null) => (REASONS.find((one) => one === because) ?? 'no-consent') as 'no-logo' | 'no-consent' | 'not-valid' | 'asked-by-name'
