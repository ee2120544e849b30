/** What many ask in the same moment is asked once: after a restart everybody comes back at the same time. */
import { setTimeout as pause } from 'node:timers/promises'

/** After a question of so many the next one waits a moment: asking for more of them costs the same. */
const CROWD = 8
const MOMENT = 20

/** @param ask answers in the order of what was asked. A fault is everybody's. */
export function together<Asked, Answer>(ask: (all: readonly Asked[]) => Promise<readonly Answer[]>): (asked: Asked) => Promise<Answer> {
  let waiting: { readonly asked: Asked; readonly resolve: (answer: Answer) => void; readonly reject: (error: unknown) => void }[] = []
  let busy = false
  const work = async () => {
    while (waiting.length > 0) {
      const group = waiting
      waiting = []
      try {
        const answers = await ask(group.map(({ asked }) => asked))
        group.forEach(({ resolve }, at) => resolve(answers[at]!))
      } catch (error) {
        for (const { reject } of group) reject(error)
      }
      if (group.length >= CROWD) await pause(MOMENT)
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
