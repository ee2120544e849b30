/** What was deleted in a room: whoever comes back repeats all of it, and that must be neither written nor told again. */
import type { Decoded } from './decoded.ts'

interface Range { from: number; to: number }

export class Deletions {
  /** Of each client in order, none touching the next. */
  #ranges = new Map<number, Range[]>()

  constructor(updates: Iterable<Decoded>) {
    const found = new Map<number, Range[]>()
    for (const { ds } of updates) {
      for (const [client, deleted] of ds.clients) {
        const list = found.get(client) ?? []
        found.set(client, list)
        for (const { clock, len } of deleted) list.push({ from: clock, to: clock + len })
      }
    }
    for (const [client, list] of found) this.#ranges.set(client, joined(list))
  }

  covers({ ds }: Decoded): boolean {
    for (const [client, deleted] of ds.clients) for (const { clock, len } of deleted) if (!this.#holds(client, clock, clock + len)) return false
    return true
  }

  add({ ds }: Decoded): void {
    for (const [client, deleted] of ds.clients) {
      const fresh = deleted.map(({ clock, len }) => ({ from: clock, to: clock + len })).filter(({ from, to }) => !this.#holds(client, from, to))
      if (fresh.length > 0) this.#ranges.set(client, joined([...(this.#ranges.get(client) ?? []), ...fresh]))
    }
  }

  #holds(client: number, from: number, to: number): boolean {
    const ranges = this.#ranges.get(client) ?? []
    let low = 0
    let high = ranges.length - 1
    while (low <= high) {
      const middle = (low + high) >> 1
      const range = ranges[middle]!
      if (from < range.from) high = middle - 1
      else if (from >= range.to) low = middle + 1
      else return to <= range.to
    }
    return false
  }
}

function joined(ranges: Range[]): Range[] {
  ranges.sort((a, b) => a.from - b.from)
  const result: Range[] = []
  for (const { from, to } of ranges) {
    const last = result.at(-1)
    if (last && from <= last.to) last.to = Math.max(last.to, to)
    else result.push({ from, to })
  }
  return result
}
