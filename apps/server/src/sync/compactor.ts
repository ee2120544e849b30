/** Compaction in a thread of its own, started when there is something to do and ended when there is nothing more: others go on typing meanwhile. */
import { Worker } from 'node:worker_threads'
import type { Compact, Compacted } from '../store/document-log.ts'

export interface Compactor { readonly compact: Compact; stop(): Promise<void> }

const IDLE = 10_000

export function createCompactor(): Compactor {
  let worker: Worker | null = null
  let idle: NodeJS.Timeout | undefined
  let turn: Promise<unknown> = Promise.resolve()

  const start = (): Worker => {
    const source = import.meta.url.endsWith('.ts')
    const file = new URL(source ? './compact-worker.ts' : './compact-worker.js', import.meta.url)
    // From source a thread reads TypeScript only when it was told how, inside.
    const started = source ? new Worker(`import('tsx/esm/api').then(({ register }) => { register(); return import(${JSON.stringify(file.href)}) })`, { eval: true }) : new Worker(file)
    started.unref()
    started.on('error', () => {}) // who asked is told
    started.on('exit', () => { if (worker === started) worker = null })
    return started
  }
  /** Nobody is asked any more that is on its way out: what comes next starts another. */
  const end = async (): Promise<void> => {
    const ended = worker
    worker = null
    await ended?.terminate()
  }
  const ask = (rows: readonly Uint8Array[]): Promise<Compacted | null> => new Promise((resolve, reject) => {
    clearTimeout(idle)
    const asked = worker ??= start()
    const failed = (error: unknown) => reject(error instanceof Error ? error : new Error('the compaction ended'))
    asked.once('error', failed).once('exit', failed)
    asked.once('message', (one: Compacted | null) => {
      asked.off('error', failed).off('exit', failed)
      idle = setTimeout(() => void end(), IDLE).unref()
      resolve(one)
    })
    // One buffer is handed over, not thousands of views.
    const bytes = new Uint8Array(rows.reduce((sum, row) => sum + row.length, 0))
    rows.reduce((at, row) => { bytes.set(row, at); return at + row.length }, 0)
    asked.postMessage({ bytes, lengths: rows.map((row) => row.length) }, [bytes.buffer])
  })
  return {
    compact(rows) {
      const done = turn.then(() => ask(rows))
      turn = done.catch(() => {})
      return done
    },
    async stop() {
      clearTimeout(idle)
      await turn
      await end()
    },
  }
}
