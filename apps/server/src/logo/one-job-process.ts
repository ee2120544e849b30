/** Runs one dangerous or leaky job in a process of its own, with limits on time and memory, and without our secrets. */

import { spawn } from 'node:child_process'
import { dirname, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { frame, unframe } from './job-frame.ts'
import type { Parcel } from './job-frame.ts'

export interface Job {
  /** The file that runs it. */
  readonly workerPath: string
  readonly parcel: Parcel
  readonly limits: JobLimits
}

export interface JobLimits {
  readonly milliseconds: number
  /** For the whole process, in MB. */
  readonly megabytes: number
}

/** `stopped`: the limits, or the system, ended it; what it worked on is to blame. */
export type JobOutcome = { readonly ended: 'well'; readonly parcel: Parcel } | { readonly ended: 'stopped'; readonly why: 'time' | 'memory' | 'crash' }

/**
 * The worker file that belongs to the module that asks: `worker.ts` beside its source, `<built>.js` beside a bundle.
 * @param moduleAddress `import.meta.url` of the module that asks.
 */
export function workerBeside(moduleAddress: string, built: string): string {
  const path = fileURLToPath(moduleAddress)
  const extension = extname(path)
  return join(dirname(path), extension === '.ts' ? 'worker.ts' : `${built}${extension}`)
}

/** Exit code with which a worker says that it used too much memory. */
const OUT_OF_MEMORY = 77

/** @throws when the worker itself is at fault: missing, or ended with an error of its own. */
export function runJob({ workerPath, parcel, limits }: Job): Promise<JobOutcome> {
  return new Promise((resolve, reject) => {
    const loader = extname(workerPath) === '.ts' ? ['--import', 'tsx'] : []
    const child = spawn(process.execPath, [`--max-old-space-size=${limits.megabytes}`, ...loader, workerPath], {
      cwd: dirname(workerPath), env: bareEnvironment(limits), stdio: ['pipe', 'pipe', 'pipe'],
    })
    const out: Buffer[] = []
    let complaint = ''
    let isLate = false
    const clock = setTimeout(() => { isLate = true; child.kill('SIGKILL') }, limits.milliseconds)

    child.stdout.on('data', (chunk: Buffer) => { out.push(chunk) })
    child.stderr.setEncoding('utf8').on('data', (text: string) => { complaint = (complaint + text).slice(-4000) })
    // A worker that ends early closes its end; how it ended says why.
    child.stdin.on('error', () => undefined)
    child.on('error', error => { clearTimeout(clock); reject(error) })
    child.on('close', (code, signal) => {
      clearTimeout(clock)
      if (isLate) return resolve({ ended: 'stopped', why: 'time' })
      if (code === OUT_OF_MEMORY || /heap out of memory/.test(complaint)) return resolve({ ended: 'stopped', why: 'memory' })
      if (signal !== null) return resolve({ ended: 'stopped', why: 'crash' })
      if (code !== 0) return reject(new Error(`${workerPath} ended with ${code}: ${complaint}`))
      resolve({ ended: 'well', parcel: unframe(Buffer.concat(out)) })
    })
    child.stdin.end(frame(parcel))
  })
}

/** Nothing of our own environment, where addresses of databases and keys may stand. */
function bareEnvironment(limits: JobLimits): NodeJS.ProcessEnv {
  const needed = ['SystemRoot', 'TEMP', 'TMP', 'TMPDIR'].flatMap(name => {
    const value = process.env[name]
    return value === undefined ? [] : [[name, value] as const]
  })
  return { ...Object.fromEntries(needed), JOB_MEGABYTES: String(limits.megabytes) }
}
