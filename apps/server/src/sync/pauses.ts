/** Whoever sends again and again what a room refuses comes back into it more slowly each time: to find out that it is not valid a long text is made anew, and others wait. */

/** The first time is a mistake; from then on twice as long each time, in ms. */
const FIRST = 1_000
const LONGEST = 30_000
/** After so long without another it is a first time again, in ms. */
const FORGOTTEN = 120_000

export interface Pauses {
  /** Something of this person was refused in this room. @returns whether it is not the first time. */
  refused(person: string, room: string): boolean
  /** How long this person waits before it goes into this room, in ms. */
  before(person: string, room: string): number
}

/** @param now in ms, forwards only. */
export function createPauses(now = () => performance.now()): Pauses {
  /** The longest ago first. */
  const known = new Map<string, { readonly times: number; readonly since: number }>()
  const forget = (): void => {
    for (const [key, { since }] of known) {
      if (now() - since < FORGOTTEN) return
      known.delete(key)
    }
  }
  return {
    refused(person, room) {
      forget()
      const key = `${person} ${room}`
      const times = (known.get(key)?.times ?? 0) + 1
      known.delete(key)
      known.set(key, { times, since: now() })
      return times > 1
    },
    before(person, room) {
      forget()
      const last = known.get(`${person} ${room}`)
      if (!last || last.times === 1) return 0
      return Math.max(0, last.since + Math.min(LONGEST, FIRST * 2 ** (last.times - 2)) - now())
    },
  }
}
