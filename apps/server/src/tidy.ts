/**
 * Gives memory back after a crowd came: Node collects only when it needs room, so that a server that is idle afterwards keeps what their
 * coming left behind, several times what the crowd itself takes.
 */
import { performance, type EventLoopUtilization } from 'node:perf_hooks'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

const LOOK = 1_000
/** So many connections since the last time are a crowd. */
const CROWD = 100
/** The share of its time that the server works; above it nobody is held up for this. */
const CALM = 0.25

/** @param came how many connections were opened since the start. Returns the way to stop. */
export function startTidying(came: () => number): () => void {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  let tidied = came()
  let before: EventLoopUtilization = performance.eventLoopUtilization()
  const timer = setInterval(() => {
    const now = performance.eventLoopUtilization()
    const { utilization } = performance.eventLoopUtilization(now, before)
    before = now
    if (!isDue(came() - tidied, utilization)) return
    tidied = came()
    collect()
  }, LOOK).unref()
  return () => clearInterval(timer)
}

/** Pure: whether what a crowd left behind should be collected now. */
export const isDue = (cameSince: number, utilization: number): boolean => cameSince >= CROWD && utilization < CALM
