/** Waiting for what comes from outside, and never longer than was agreed. */
import { setTimeout as pause } from 'node:timers/promises'

/** Whether it came true in time. */
export async function until(isSo: () => boolean | Promise<boolean>, milliseconds: number, glance = 5): Promise<boolean> {
  for (const begun = performance.now(); ;) {
    if (await isSo()) return true
    if (performance.now() - begun > milliseconds) return false
    await pause(glance)
  }
}

/** @throws Error that says what did not come. */
export async function inTime<T>(what: Promise<T>, milliseconds: number, otherwise: string): Promise<T> {
  const late = new AbortController()
  try {
    return await Promise.race([what, pause(milliseconds, undefined, { signal: late.signal }).then(() => { throw new Error(otherwise) })])
  } finally { late.abort() }
}
