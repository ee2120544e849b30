/** What the wire counts while it works: how long, how many, how often refused. Never a name, an address or a text. */
import { Counter, Histogram, Registry } from 'prom-client'

export interface Meter {
  readonly registry: Registry
  /** Updates of so many rooms went to disk in one write. @param since from `performance.now()`. */
  flushed(since: number, rooms: number): void
  /** What this node told the others came back to it. @param since from `performance.now()`. */
  told(since: number): void
  /** A connection was refused or closed with this code. */
  refused(code: number, why: string): void
}

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5]

export function createMeter(): Meter {
  const registry = new Registry()
  const registers = [registry]
  const flush = new Histogram({ name: 'draagvlak_flush_seconds', help: 'How long one write of updates to disk takes.', buckets: SECONDS, registers })
  const rooms = new Histogram({ name: 'draagvlak_flush_rooms', help: 'How many documents share one write.', buckets: [1, 2, 5, 10, 25, 50, 100, 250], registers })
  const lag = new Histogram({ name: 'draagvlak_notify_seconds', help: 'How long a message between nodes takes; none while this node is alone.', buckets: SECONDS, registers })
  const refused = new Counter({ name: 'draagvlak_refused_total', help: 'Connections to documents that were refused or closed, by reason.', labelNames: ['code', 'reason'], registers })
  const since = (start: number) => (performance.now() - start) / 1_000
  return {
    registry,
    flushed(start, count) {
      flush.observe(since(start))
      rooms.observe(count)
    },
    told: (start) => lag.observe(since(start)),
    refused: (code, reason) => refused.inc({ code, reason }),
  }
}
