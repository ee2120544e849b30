/** What was asked on the command line, and how large everything is. */
import { parseArgs } from 'node:util'

export interface Scale {
  readonly crowds: readonly number[]
  readonly keys: number
  readonly throughput: { readonly documents: number; readonly typists: number; readonly inFlight: number; readonly seconds: number }
  readonly history: { readonly edits: number; readonly opens: number }
  readonly memory: { readonly documents: number; readonly bytes: number }
  readonly idle: { readonly clients: number; readonly documents: number; readonly seconds: number }
  readonly storm: { readonly clients: number; readonly bytes: number }
  readonly kill: { readonly times: number; readonly documents: number; readonly inFlight: number }
}
export interface Options {
  readonly only: readonly string[]
  readonly quick: boolean
  readonly rounds: number
  readonly json: string | null
  readonly target: string | null
  readonly peers: boolean
  readonly trace: string | null
  readonly scale: Scale
}

const FULL: Scale = {
  crowds: [2, 10, 50, 200], keys: 60,
  throughput: { documents: 100, typists: 5, inFlight: 4, seconds: 8 },
  history: { edits: 100_000, opens: 3 },
  memory: { documents: 200, bytes: 100_000 },
  idle: { clients: 2_000, documents: 200, seconds: 30 },
  storm: { clients: 500, bytes: 100_000 },
  kill: { times: 7, documents: 10, inFlight: 20 },
}
const QUICK: Scale = {
  crowds: [2, 10, 50, 200], keys: 20,
  throughput: { documents: 20, typists: 5, inFlight: 4, seconds: 3 },
  history: { edits: 10_000, opens: 1 },
  memory: { documents: 30, bytes: 100_000 },
  idle: { clients: 300, documents: 30, seconds: 8 },
  storm: { clients: 200, bytes: 100_000 },
  kill: { times: 1, documents: 5, inFlight: 20 },
}

const DEFAULT_ROUNDS = 3

/** @throws Error with a sentence that says what would be right. */
export function readOptions(args: readonly string[], metrics: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: { only: { type: 'string' }, quick: { type: 'boolean' }, rounds: { type: 'string' }, json: { type: 'string' }, target: { type: 'string' }, peers: { type: 'boolean' }, trace: { type: 'string' } },
  })
  const only = values.only?.split(',').map((name) => name.trim()) ?? metrics
  const unknown = only.find((name) => !metrics.includes(name))
  if (unknown !== undefined) throw new Error(`There is no metric ${unknown}; --only takes ${metrics.join(', ')}.`)
  const quick = values.quick ?? false
  const rounds = Number(values.rounds ?? (quick ? 1 : DEFAULT_ROUNDS))
  if (!Number.isInteger(rounds) || rounds < 1) throw new Error('--rounds takes a whole number, 1 or more.')
  return { only, quick, rounds, json: values.json ?? null, target: values.target ?? null, peers: values.peers ?? false, trace: values.trace ?? null, scale: quick ? QUICK : FULL }
}
