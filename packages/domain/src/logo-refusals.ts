/** Why a file is not taken in as a logo. Codes only: the words stand with the interface. */

/** Files that are something else than a logo can be; the code says what, so that the words can say what would be right. */
export const WRONG_FILE_KINDS = [
  'is-gif', 'is-webp', 'is-avif', 'is-heic', 'is-tiff', 'is-bmp', 'is-icon', 'is-photoshop', 'is-pdf', 'is-eps', 'is-compressed', 'is-zip', 'is-html', 'is-not-a-picture',
] as const

export const LOGO_REFUSALS = [
  ...WRONG_FILE_KINDS,
  /** Nothing was sent. */
  'empty-file',
  /** More bytes than an upload may have. */
  'too-many-bytes',
  /** More pixels than a logo needs. */
  'too-many-pixels',
  /** Fewer pixels than a logo can be read from. */
  'too-few-pixels',
  /** More drawing elements than a logo needs, counted as drawn: each `use` counts what it repeats. */
  'too-many-elements',
  /** Elements nested too deep. */
  'too-deep',
  /** A drawing that repeats itself without end. */
  'repeats-itself',
  /** Took longer, or more memory, than a logo may. */
  'too-heavy',
  /** Cut off halfway, or broken. */
  'damaged',
  /** Declares entities of its own, or asks for others: nothing a logo needs. */
  'has-entities',
  /** In a character set that isn't read here. */
  'unknown-encoding',
  /** Moves. */
  'animated',
  /** Nothing to be seen, on white or on black. */
  'nothing-to-see',
] as const

export type LogoRefusal = (typeof LOGO_REFUSALS)[number]
