/** What crosses to the process that sets a PDF; the pictures follow as bytes, in the order of `files`. */

export interface PdfJob {
  /** A PdfSheet as JSON text: the template reads it as data. */
  readonly sheet: string
  readonly files: readonly string[]
  readonly fontsDirectory: string
  /** A folder that holds nothing: what the template may read lies only in memory. */
  readonly workspace: string
}
