/** The wall of logos: how large each one stands, so that none speaks louder than another (G4, G5). */

import type { BodyKind, StateBodyLine } from './body-kind.ts'
import { isStateBody, stateBodyLine } from './body-kind.ts'

/** What the owner of a logo is told that changed, or should know, since sending it (G1). */
export const LOGO_NOTES = [
  'scripts-removed', 'links-removed', 'animation-removed', 'foreign-content-removed', 'external-references-removed',
  'filters-removed', 'styles-removed', 'unknown-parts-removed', 'hidden-information-removed',
  'size-set', 'size-measured-from-ink', 'turned-upright', 'colours-to-srgb', 'scaled-down', 'stored-as-png',
  'looks-different', 'not-compared', 'lettering-needs-outlines', 'contains-bitmap', 'too-coarse-for-print', 'needs-dark-ground',
] as const
export type LogoNote = (typeof LOGO_NOTES)[number]

/** What a logo is, measured from its bytes (G1). Plain numbers; no opinion of its sender is in it. */
export interface LogoFacts {
  /** What came in. */
  readonly format: 'svg' | 'png' | 'jpeg'
  /** What is kept. */
  readonly stored: 'svg' | 'png'
  /** Size of the stored file in px (CSS px for a drawing). */
  readonly width: number
  readonly height: number
  /** Whether the corners and edges let the page show through. */
  readonly transparent: boolean
  /** Colour along the edge of the file: nothing, about white, about black, or a colour. */
  readonly background: 'transparent' | 'light' | 'dark' | 'coloured'
  /** On what ground it can be read. `dark`: it is white on nothing, and can't stand on a wall. */
  readonly readsOn: 'light' | 'dark'
  /** Where the ink is, as parts (0..1) of width and height. */
  readonly inkBox: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
  /** Sum of (100 - L*) / 100 over the pixels, drawn with the longest side at 800 px on the ground it reads on. */
  readonly ink: number
  /** The ink box in px of that same drawing. */
  readonly boxWidth: number
  readonly boxHeight: number
  readonly hasText: boolean
  readonly hasRaster: boolean
  readonly fitForPrint: boolean
  readonly notes: readonly LogoNote[]
}

/** Longest side in px of the drawing in which ink and box are measured. */
export const MEASURED_AT = 800

const INK_WEIGHT = 0.4
const BOX_WEIGHT = 0.6

/**
 * [G5] How large a logo looks, in square px of the drawing it was measured in.
 * Ink alone makes line drawings shout and blocks shrink, the box alone does the reverse; this mix was tuned by eye on a dozen kinds of mark.
 */
export function opticalArea(facts: Pick<LogoFacts, 'ink' | 'boxWidth' | 'boxHeight'>): number {
  return facts.ink ** INK_WEIGHT * (facts.boxWidth * facts.boxHeight) ** BOX_WEIGHT
}

/** Why a name stands where a logo could. */
export type NameReason = 'no-logo' | 'no-consent' | 'not-valid' | 'asked-by-name' | 'needs-dark-ground' | 'below-minimum-width'

/** What an organisation brings to the wall: its logo, or the reason why it stands there by name (G2, G3). */
export type WallMark =
  | { readonly facts: LogoFacts; /** Smallest width, in units of the wall, that the owner allows. */ readonly minimumWidth?: number }
  | { readonly because: Exclude<NameReason, 'below-minimum-width' | 'needs-dark-ground'> }

export interface WallEntry {
  /** The organisation. */
  readonly id: string
  readonly kind: BodyKind
  readonly mark: WallMark
  /** [G4] A State body stands on the wall only with recorded leave for its partner logo. */
  readonly hasPartnerLogoLeave?: boolean
}

/** Sizes in one unit, px or mm: the wall answers in the same unit. */
export interface WallOptions {
  readonly columns: 4 | 2
  readonly width: number
  readonly gap: number
  /** Side of the square whose area every logo gets. */
  readonly side: number
  readonly cap: { readonly width: number; readonly height: number }
}

/** On the screen, in px. */
export const SCREEN_WALL: WallOptions = { columns: 4, width: 960, gap: 32, side: 68, cap: { width: 200, height: 108 } }
/** On a phone, in px. */
export const PHONE_WALL: WallOptions = { columns: 2, width: 350, gap: 24, side: 68, cap: { width: 200, height: 108 } }
/** On A4 between margins of 24 mm, in mm: the screen's wall at the same share of its width. */
export const PRINT_WALL: WallOptions = { columns: 4, width: 162, gap: 5.4, side: 11.475, cap: { width: 33.75, height: 18.225 } }

/** One place on the wall. `width` and `height` are those of the ink; `image` is the whole file, whose ink falls exactly on that box. */
export type WallPlace =
  | { readonly id: string; readonly as: 'name'; readonly why: NameReason }
  | {
    readonly id: string
    readonly as: 'logo'
    readonly width: number
    readonly height: number
    readonly image: { readonly width: number; readonly height: number; readonly left: number; readonly top: number }
    /** What kept it from equal area. */
    readonly limitedBy: 'cap' | 'column' | null
  }

export interface Wall {
  readonly places: readonly WallPlace[]
  /** [G4] The State bodies that stand by name, in a list of their own. */
  readonly stateBodies: StateBodyLine<string>
}

/** [G3] [G4] [G5] Keeps the order it was given: entries come sorted. */
export function layOutWall(entries: readonly WallEntry[], options: WallOptions): Wall {
  const byName = (entry: WallEntry) => isStateBody(entry.kind) && !(entry.hasPartnerLogoLeave === true && 'facts' in entry.mark)
  return {
    places: entries.filter(entry => !byName(entry)).map(entry => placeFor(entry, options)),
    stateBodies: stateBodyLine(entries.filter(byName).map(entry => entry.id)),
  }
}

function placeFor(entry: WallEntry, options: WallOptions): WallPlace {
  const { id, mark } = entry
  if ('because' in mark) return { id, as: 'name', why: mark.because }
  const { facts } = mark
  if (facts.readsOn === 'dark') return { id, as: 'name', why: 'needs-dark-ground' }

  const { scale, limitedBy } = scaleFor(facts, options)
  const width = facts.boxWidth * scale
  // Equal area comes first: nobody grows by asking for a minimum, so below it the name stands there.
  if (mark.minimumWidth !== undefined && width < mark.minimumWidth) return { id, as: 'name', why: 'below-minimum-width' }

  const imageWidth = width / facts.inkBox.width
  const imageHeight = imageWidth * facts.height / facts.width
  return {
    id, as: 'logo', width, height: facts.boxHeight * scale, limitedBy,
    image: { width: imageWidth, height: imageHeight, left: -facts.inkBox.x * imageWidth, top: -facts.inkBox.y * imageHeight },
  }
}

function scaleFor(facts: LogoFacts, options: WallOptions): { scale: number; limitedBy: 'cap' | 'column' | null } {
  const equal = options.side / Math.sqrt(opticalArea(facts))
  const cap = Math.min(options.cap.width / facts.boxWidth, options.cap.height / facts.boxHeight)
  const column = columnWidth(options) / facts.boxWidth
  const scale = Math.min(equal, cap, column)
  return { scale, limitedBy: scale === equal ? null : scale === column ? 'column' : 'cap' }
}

/** What one column leaves for a logo or a name, in units of the wall. */
export function columnWidth(options: WallOptions): number {
  return (options.width - options.gap * (options.columns - 1)) / options.columns
}
