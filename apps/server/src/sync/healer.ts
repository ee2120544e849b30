/** Heals a text in which something is wrong: that loads it and holds its room, so that it is done once for all that was found meanwhile. */
import { together } from '../together.ts'

/** So many times as long as healing took it rests, and so long at the most, in ms: somebody may make wrong again what was healed, without end. */
const RESTS = 10
const LONGEST = 5_000

/** @param heal what does it. @param end cuts a rest short. */
export function createHealer(heal: () => Promise<void>, end: AbortSignal): () => Promise<void> {
  const soon = together(async (all: readonly null[]) => {
    const since = performance.now()
    await heal()
    await rest(Math.min(LONGEST, RESTS * (performance.now() - since)), end)
    return all
  })
  return async () => { await soon(null) }
}

function rest(time: number, end: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (end.aborted) return resolve()
    const over = () => {
      clearTimeout(timer)
      end.removeEventListener('abort', over)
      resolve()
    }
    const timer = setTimeout(over, time)
    end.addEventListener('abort', over)
  })
}
