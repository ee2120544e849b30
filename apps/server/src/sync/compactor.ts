/** Compaction in a thread of its own, started when there is something to do and ended when there is nothing more: others go on typing meanwhile. */
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { Compact, Compacted } from '../store/document-log.ts'

export interface Compactor { readonly compact: Compact; stop(): Promise<void> }

const IDLE = 10_000

export function createCompactor(): Compactor {
  let worker: Worker | null = null
  let idle: NodeJS.Timeout | undefined
  let turn: Promise<unknown> = Promise.resolve()

  const start = (): Worker => {
    const here = fileURLToPath(import.meta.url)
    const source = here.endsWith('.ts')
    const started = new Worker(path.join(path.dirname(here), source ? 'compact-worker.ts' : 'compact-worker.js'), { execArgv: source ? ['--import', 'tsx'] : [] })
    started.unref()
    started.on('exit', () => { if (worker === started) worker = null })
    return started
  }
  const ask = (rows: readonly Uint8Array[]): Promise<Compacted | null> => new Promise((resolve, reject) => {
    clearTimeout(idle)
    const asked = worker ??= start()
    const ended = (error: unknown) => reject(error instanceof Error ? error : new Error('the compaction ended'))
    asked.once('error', ended).once('exit', ended)
    asked.once('message', (one: Compacted | null) => {
      asked.off('error', ended).off('exit', ended)
      idle = setTimeout(() => { void worker?.terminate() }, IDLE).unref()
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
      await worker?.terminate()
    },
  }
}
