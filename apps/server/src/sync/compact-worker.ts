/** Entry of the thread that compacts logs. */
import { compacted } from '@draagvlak/sync/compaction'
import { parentPort } from 'node:worker_threads'
import { gzipSync } from 'node:zlib'

parentPort!.on('message', ({ bytes, lengths }: { bytes: Uint8Array; lengths: number[] }) => {
  let at = 0
  const together = compacted(lengths.map((length) => bytes.subarray(at, at += length)))
  parentPort!.postMessage(together && { ...together, gzip: gzipSync(together.update) })
})
