/** What Linux tells of processes in /proc: whose children they are, their processor time, their memory. Elsewhere nobody tells. */
import fs from 'node:fs'

export interface Stat {
  readonly name: string
  readonly parent: number
  /** Ticks of its own, ended threads included. */
  readonly ticks: number
  /** Ticks of its children that ended and were waited for. */
  readonly childTicks: number
}
export interface Process extends Stat { readonly pid: number; readonly part: Part }
/** The server, or the database that it brings along. */
export type Part = 'server' | 'database'
export type Spent = Readonly<Record<Part, number>>

/** Linux shows a hundred ticks in a second on every platform that Node runs on. */
const TICK = 0.01

export const isThere = (): boolean => fs.existsSync('/proc/self/stat')

/** A name may hold spaces and brackets: what is counted begins behind the last one. */
export function readStat(line: string): Stat {
  const end = line.lastIndexOf(')')
  const [, parent, ...rest] = line.slice(end + 2).split(' ')
  const [own, system, children, childrenSystem] = rest.slice(9, 13).map(Number) as [number, number, number, number]
  return { name: line.slice(line.indexOf('(') + 1, end), parent: Number(parent), ticks: own + system, childTicks: children + childrenSystem }
}

/** Kilobytes, where pages that several processes share are counted once over all of them; null where the kernel does not say. */
export function readPss(rollup: string): number | null {
  const found = /^Pss:\s+(\d+) kB$/m.exec(rollup)
  return found ? Number(found[1]) : null
}

/** All that descends from one of these, itself included. */
export function familyOf(all: ReadonlyMap<number, Stat>, roots: Iterable<number>): number[] {
  const family = new Set([...roots].filter((pid) => all.has(pid)))
  for (let before = -1; before !== family.size;) {
    before = family.size
    for (const [pid, { parent }] of all) if (family.has(parent)) family.add(pid)
  }
  return [...family]
}

/** Null where a process ended while it was looked at. */
function read(file: string): string | null {
  try { return fs.readFileSync(file, 'latin1') } catch { return null }
}

/** The processes below these, and those that name a folder on their command line and what descends from them: a database outlives a killed server. */
export function processesOf(from: readonly number[], folder: string): Process[] {
  if (!isThere()) return []
  const all = new Map<number, Stat>()
  for (const entry of fs.readdirSync('/proc')) {
    const line = /^\d+$/.test(entry) ? read(`/proc/${entry}/stat`) : null
    if (line) all.set(Number(entry), readStat(line))
  }
  const roots = [...all].filter(([pid, { name }]) => from.includes(pid) || (name === 'postgres' && read(`/proc/${pid}/cmdline`)?.includes(folder))).map(([pid]) => pid)
  return familyOf(all, roots).map((pid) => ({ ...all.get(pid)!, pid, part: all.get(pid)!.name === 'postgres' ? 'database' as const : 'server' as const }))
}

/** Seconds of one process so far. The scheduler counts living threads to the nanosecond, the ticks hold those that ended. */
function secondsOf({ pid, ticks, childTicks }: Process): number {
  let living = 0
  try {
    for (const thread of fs.readdirSync(`/proc/${pid}/task`)) living += Number(read(`/proc/${pid}/task/${thread}/schedstat`)?.split(' ')[0] ?? 0) / 1e9
  } catch { /* it ended while it was looked at: then its ticks tell */ }
  return Math.max(living, ticks * TICK) + childTicks * TICK
}

export function spentBy(processes: readonly Process[]): Spent {
  const spent = { server: 0, database: 0 }
  for (const process of processes) spent[process.part] += secondsOf(process)
  return spent
}

/** MiB of each part; null where the kernel does not say. */
export function memoryOf(processes: readonly Process[]): Spent | null {
  const memory = { server: 0, database: 0 }
  for (const { pid, part } of processes) {
    const kilobytes = readPss(read(`/proc/${pid}/smaps_rollup`) ?? '')
    if (kilobytes === null && read(`/proc/${pid}/stat`) !== null) return null
    memory[part] += (kilobytes ?? 0) / 1024
  }
  return processes.length === 0 ? null : memory
}
