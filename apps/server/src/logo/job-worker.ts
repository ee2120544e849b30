/** The other side of a job: reads one parcel, does the work, writes one parcel, and is gone. */

import { frame, unframe } from './job-frame.ts'
import type { Parcel } from './job-frame.ts'

/** Exit code 77: more memory than the job may use (see one-job-process.ts). */
export async function doOneJob(work: (parcel: Parcel) => Promise<Parcel>): Promise<void> {
  const limit = Number(process.env['JOB_MEGABYTES'] ?? 512) * 1024 * 1024
  // The heap has its own limit; this one is for what native code takes.
  const guard = setInterval(() => { if (process.memoryUsage.rss() > limit) process.exit(77) }, 50)

  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(chunk)
  const answer = frame(await work(unframe(Buffer.concat(chunks))))
  await new Promise<void>((resolve, reject) => { process.stdout.write(answer, error => error ? reject(error) : resolve()) })
  clearInterval(guard)
}
