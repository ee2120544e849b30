/** What the owner of a logo is told about its file: complete, or it does not compile. */
import type { LogoNote } from '@draagvlak/domain/logo-wall'
import { m } from '@draagvlak/messages/m'

const WORDS = {
  'scripts-removed': m.shared_logo_note_scripts_removed, 'links-removed': m.shared_logo_note_links_removed, 'animation-removed': m.shared_logo_note_animation_removed,
  'foreign-content-removed': m.shared_logo_note_foreign_content_removed, 'external-references-removed': m.shared_logo_note_external_references_removed, 'filters-removed': m.shared_logo_note_filters_removed,
  'styles-removed': m.shared_logo_note_styles_removed, 'unknown-parts-removed': m.shared_logo_note_unknown_parts_removed, 'hidden-information-removed': m.shared_logo_note_hidden_information_removed,
  'size-set': m.shared_logo_note_size_set, 'size-measured-from-ink': m.shared_logo_note_size_measured_from_ink, 'turned-upright': m.shared_logo_note_turned_upright,
  'colours-to-srgb': m.shared_logo_note_colours_to_srgb, 'scaled-down': m.shared_logo_note_scaled_down, 'stored-as-png': m.shared_logo_note_stored_as_png,
  'looks-different': m.shared_logo_note_looks_different, 'not-compared': m.shared_logo_note_not_compared, 'lettering-needs-outlines': m.shared_logo_note_lettering_needs_outlines,
  'contains-bitmap': m.shared_logo_note_contains_bitmap, 'too-coarse-for-print': m.shared_logo_note_too_coarse_for_print, 'needs-dark-ground': m.shared_logo_note_needs_dark_ground,
} as const satisfies Record<LogoNote, () => string>

/** The contract carries notes as text, so that an older page shows an unknown one by its name. */
export const noteWords = (note: string): string => note in WORDS ? WORDS[note as LogoNote]() : note
