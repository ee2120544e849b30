/** Entry of the process in which one logo is taken in. */

import sharp from 'sharp'
import { doOneJob } from './job-worker.ts'
import { takeInLogo } from './take-in-logo.ts'

sharp.cache(false)
sharp.concurrency(1)

await doOneJob(async ({ bytes: [sent] }) => {
  const measured = await takeInLogo(sent ?? new Uint8Array())
  if (!measured.ok) return { json: measured, bytes: [] }
  const { bytes, preview, ...rest } = measured
  return { json: rest, bytes: [bytes, preview] }
})
