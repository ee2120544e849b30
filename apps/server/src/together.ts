/** What many ask in the same moment is asked once: after a restart everybody comes back at the same time. */
import { setTimeout as pause } from 'node:timers/promises'

interface Pace {
  /** So many at once at the most. */
  readonly most?: number
  /** After a question of a crowd the next one waits while more of them come, and so long at the most, in ms: for all of them it costs the same. */
  readonly wait?: number
  /** After so long without an answer, in ms, those who asked are told so and the next are asked: one connection that was cut off without a word must not stop all. */
  readonly patience?: number
}

const CROWD = 8
const GLANCE = 5

/** Resolves when no more came between two looks, or after the longest time, in ms. */
async function quiet(count: () => number, longest: number): Promise<void> {
  for (let left = longest, before = -1; left > 0 && count() > before; left -= GLANCE) {
    before = count()
    await pause(GLANCE)
  }
}

async function inTime<Answer>(answer: Promise<Answer>, patience: number | undefined): Promise<Answer> {
  if (patience === undefined) return answer
  const late = new AbortController()
  try {
    return await Promise.race([answer, pause(patience, undefined, { signal: late.signal, ref: false }).then(() => { throw new Error('there was no answer in time') })])
  } finally {
    late.abort()
  }
}

/** @param ask answers in the order of what was asked. A fault is everybody's. */
export function together<Asked, Answer>(ask: (all: readonly Asked[]) => Promise<readonly Answer[]>, { most = Infinity, wait = 0, patience }: Pace = {}): (asked: Asked) => Promise<Answer> {
  let waiting: { readonly asked: Asked; readonly resolve: (answer: Answer) => void; readonly reject: (error: unknown) => void }[] = []
  let busy = false
  const work = async () => {
    while (waiting.length > 0) {
      const group = waiting.slice(0, most)
      waiting = waiting.slice(group.length)
      try {
        const answers = await inTime(ask(group.map(({ asked }) => asked)), patience)
        group.forEach(({ resolve }, at) => resolve(answers[at]!))
      } catch (error) {
        for (const { reject } of group) reject(error)
      }
      if (group.length >= CROWD) await quiet(() => waiting.length, wait)
    }
    busy = false
  }
  return (asked) => new Promise((resolve, reject) => {
    waiting.push({ asked, resolve, reject })
    if (busy) return
    busy = true
    setImmediate(() => void work())
  })
}
