/** The door for logos: takes the bytes that somebody sent, gives back what can be kept, or why not (G1). */

import type { LogoRefusal } from '@draagvlak/domain/logo-refusals'
import { LOGO_REFUSALS } from '@draagvlak/domain/logo-refusals'
import type { LogoFacts } from '@draagvlak/domain/logo-wall'
import type { LogoMediaType } from './logo-headers.ts'
import type { JobLimits } from './one-job-process.ts'
import { runJob, workerBeside } from './one-job-process.ts'
import type { LogoMeasurement } from './take-in-logo.ts'

export const LARGEST_UPLOAD = 20 * 1024 * 1024

export const LOGO_LIMITS: JobLimits = { milliseconds: 20_000, megabytes: 768 }

export interface MeasureOptions {
  /** The logo worker; by default `worker.ts` here, or `logo-worker.js` beside the bundle. */
  readonly workerPath?: string
  readonly limits?: JobLimits
}

/**
 * Decodes, cleans and measures in a process of its own. The name of the file plays no part: bytes say what it is.
 * @throws when the worker itself is at fault; a bad file is a refusal.
 */
export async function measureLogo(bytes: Uint8Array, options: MeasureOptions = {}): Promise<LogoMeasurement> {
  if (bytes.length === 0) return { ok: false, because: 'empty-file' }
  if (bytes.length > LARGEST_UPLOAD) return { ok: false, because: 'too-many-bytes' }
  const outcome = await runJob({
    workerPath: options.workerPath ?? workerBeside(import.meta.url, 'logo-worker'),
    parcel: { json: null, bytes: [bytes] },
    limits: options.limits ?? LOGO_LIMITS,
  })
  if (outcome.ended === 'stopped') return { ok: false, because: outcome.why === 'crash' ? 'damaged' : 'too-heavy' }

  const { json, bytes: [stored, preview] } = outcome.parcel
  if (isRefusal(json)) return json
  if (!isMeasured(json) || stored === undefined || preview === undefined) throw new Error('the logo worker gave an answer of another shape')
  return { ...json, bytes: stored, preview }
}

function isRefusal(json: unknown): json is { ok: false; because: LogoRefusal } {
  return typeof json === 'object' && json !== null && 'because' in json && LOGO_REFUSALS.some(it => it === json.because)
}

function isMeasured(json: unknown): json is { ok: true; mediaType: LogoMediaType; facts: LogoFacts } {
  return typeof json === 'object' && json !== null && 'ok' in json && json.ok === true && 'facts' in json && 'mediaType' in json
}
