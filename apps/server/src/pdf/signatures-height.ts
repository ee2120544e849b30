/** About how high the signatures become, in mm: whether they fit under the letter. The template can't measure them, for what it measures counts as set once more. */
import type { SheetPlace, SheetSignatory } from './pdf-sheet.ts'

/** As the template sets them, on the generous side. */
const COLUMN = 40, LINE = 4.2, SMALL_LINE = 3.9, BETWEEN = 4.2, HEADING = 26, LIST_HEADING = 14, NOTE = 7, CLOSING = 34, ROW = 7.4, NAMED_ROW = 9, IN_A_ROW = 4

export function signaturesHeight(parts: { readonly signatories: readonly SheetSignatory[]; readonly lists: readonly { readonly entries: readonly SheetSignatory[] }[]; readonly notes: readonly unknown[]; readonly wall: readonly SheetPlace[] }): number {
  const lists = parts.lists.reduce((sum, { entries }) => sum + LIST_HEADING + columnsHeight(entries), 0)
  return HEADING + columnsHeight(parts.signatories) + lists + parts.notes.length * NOTE + wallHeight(parts.wall) + CLOSING
}

/** Two columns, the first filled first: the higher of the two. */
function columnsHeight(entries: readonly SheetSignatory[]): number {
  const half = Math.ceil(entries.length / 2)
  const height = (some: readonly SheetSignatory[]) => some.reduce((sum, { name, lines }) => sum + Math.ceil(name.length / COLUMN) * LINE + lines.length * SMALL_LINE + BETWEEN, 0)
  return Math.max(height(entries.slice(0, half)), height(entries.slice(half)))
}

function wallHeight(places: readonly SheetPlace[]): number {
  let height = places.length > 0 ? 8 : 0
  for (let at = 0; at < places.length; at += IN_A_ROW) height += ROW + Math.max(...places.slice(at, at + IN_A_ROW).map((place) => (place.as === 'logo' ? place.height : NAMED_ROW)))
  return height
}
