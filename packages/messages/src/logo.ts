/** What is wrong with a file that was meant as a logo: complete, or it does not compile. */
import type { LogoRefusal } from '@draagvlak/domain/logo-refusals'
import { m, type Locale } from './m.ts'

type Sentence = (inputs: Record<never, never>, options?: { locale?: Locale }) => string
const SENTENCES = {
  'animated': m.shared_logo_animated,
  'damaged': m.shared_logo_damaged,
  'empty-file': m.shared_logo_empty_file,
  'has-entities': m.shared_logo_has_entities,
  'is-avif': m.shared_logo_is_avif,
  'is-bmp': m.shared_logo_is_bmp,
  'is-compressed': m.shared_logo_is_compressed,
  'is-eps': m.shared_logo_is_eps,
  'is-gif': m.shared_logo_is_gif,
  'is-heic': m.shared_logo_is_heic,
  'is-html': m.shared_logo_is_html,
  'is-icon': m.shared_logo_is_icon,
  'is-not-a-picture': m.shared_logo_is_not_a_picture,
  'is-pdf': m.shared_logo_is_pdf,
  'is-photoshop': m.shared_logo_is_photoshop,
  'is-tiff': m.shared_logo_is_tiff,
  'is-webp': m.shared_logo_is_webp,
  'is-zip': m.shared_logo_is_zip,
  'nothing-to-see': m.shared_logo_nothing_to_see,
  'repeats-itself': m.shared_logo_repeats_itself,
  'too-deep': m.shared_logo_too_deep,
  'too-few-pixels': m.shared_logo_too_few_pixels,
  'too-heavy': m.shared_logo_too_heavy,
  'too-many-bytes': m.shared_logo_too_many_bytes,
  'too-many-elements': m.shared_logo_too_many_elements,
  'too-many-pixels': m.shared_logo_too_many_pixels,
  'unknown-encoding': m.shared_logo_unknown_encoding,
} as const satisfies Record<LogoRefusal, Sentence>

/** Why a file can't be taken in as a logo, and what would be right. */
export const whyNotLogo = (because: LogoRefusal): Sentence => SENTENCES[because]
