/** Makes the PDF of a draft, an edition or a confirmation: tagged for everyone (PDF/UA-1), with no person in its properties (E2). */

import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { JobLimits } from '../logo/one-job-process.ts'
import { runJob, workerBeside } from '../logo/one-job-process.ts'
import type { PdfInput } from './pdf-input.ts'
import type { PdfJob } from './pdf-job.ts'
import { sheetFor } from './pdf-sheet.ts'

export interface PdfOptions {
  /** The PDF worker; by default `worker.ts` here, or `pdf-worker.js` beside the bundle. */
  readonly workerPath?: string
  /** The folder with the fonts; by default `assets/fonts` of the server. */
  readonly fontsDirectory?: string
}

export const PDF_LIMITS: JobLimits = { milliseconds: 30_000, megabytes: 1024 }

/** @throws when it can't be made: the input is our own, so that is a fault. */
export async function renderPdf(input: PdfInput, options: PdfOptions = {}): Promise<Uint8Array> {
  const { sheet, files } = sheetFor(input)
  const job: PdfJob = {
    sheet: JSON.stringify(sheet),
    files: files.map(it => it.name),
    fontsDirectory: options.fontsDirectory ?? fontsBeside(import.meta.url),
    workspace: join(tmpdir(), 'draagvlak-pdf-without-files'),
  }
  const outcome = await runJob({
    workerPath: options.workerPath ?? workerBeside(import.meta.url, 'pdf-worker'),
    parcel: { json: job, bytes: files.map(it => it.bytes) },
    limits: PDF_LIMITS,
  })
  if (outcome.ended === 'stopped') throw new Error(`the PDF was stopped: ${outcome.why}`)
  const [pdf] = outcome.parcel.bytes
  if (pdf === undefined) throw new Error('the PDF worker gave no file')
  return pdf
}

/** `assets/fonts` of the server: two folders up from this source file, one up from a bundle in `dist`, or beside a bundle. */
function fontsBeside(moduleAddress: string): string {
  const here = dirname(fileURLToPath(moduleAddress))
  const places = ['../../assets/fonts', '../assets/fonts', 'assets/fonts'].map(it => join(here, it))
  const found = places.find(it => existsSync(it))
  if (found === undefined) throw new Error(`no fonts for the PDF in ${places.join(', ')}`)
  return found
}
