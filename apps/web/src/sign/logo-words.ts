/** [G1] What the owner of a logo is told about the file: whether it can be printed and why not, and what was changed, each thing once. */
import { m } from '@draagvlak/messages/m'
import type { LinkLogo } from './door.ts'

const NOTES: Readonly<Record<string, () => string>> = {
  'scripts-removed': m.sign_logo_note_scripts_removed, 'links-removed': m.sign_logo_note_links_removed, 'animation-removed': m.sign_logo_note_animation_removed, 'foreign-content-removed': m.sign_logo_note_foreign_content_removed,
  'external-references-removed': m.sign_logo_note_external_references_removed, 'filters-removed': m.sign_logo_note_filters_removed, 'styles-removed': m.sign_logo_note_styles_removed, 'unknown-parts-removed': m.sign_logo_note_unknown_parts_removed,
  'hidden-information-removed': m.sign_logo_note_hidden_information_removed, 'size-set': m.sign_logo_note_size_set, 'size-measured-from-ink': m.sign_logo_note_size_measured_from_ink, 'turned-upright': m.sign_logo_note_turned_upright,
  'colours-to-srgb': m.sign_logo_note_colours_to_srgb, 'scaled-down': m.sign_logo_note_scaled_down, 'stored-as-png': m.sign_logo_note_stored_as_png, 'looks-different': m.sign_logo_note_looks_different, 'not-compared': m.sign_logo_note_not_compared,
  'lettering-needs-outlines': m.sign_logo_note_lettering_needs_outlines, 'contains-bitmap': m.sign_logo_note_contains_bitmap, 'too-coarse-for-print': m.sign_logo_note_too_coarse_for_print, 'needs-dark-ground': m.sign_logo_note_needs_dark_ground,
}

type Facts = Pick<LinkLogo['facts'], 'format' | 'fitForPrint' | 'hasText' | 'notes'>

/** Letters that are text are kept as text; what follows from that is one sentence, and then no note besides. */
export function logoWords({ format, fitForPrint, hasText, notes }: Facts): { readonly print: string; readonly notes: readonly string[] } {
  const said = fitForPrint || format !== 'svg' ? null : hasText ? 'lettering-needs-outlines' : 'contains-bitmap'
  const print = said === 'lettering-needs-outlines' ? m.sign_logo_lettering() : said === 'contains-bitmap' ? m.sign_logo_bitmap_inside() : !fitForPrint ? m.sign_logo_not_print() : format === 'svg' ? m.sign_logo_vector() : m.sign_logo_print()
  return { print, notes: notes.filter((note) => note !== said).flatMap((note) => NOTES[note]?.() ?? []) }
}
