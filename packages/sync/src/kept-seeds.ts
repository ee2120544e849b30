/**
 * Property tests that remember: what failed once is tried first for ever after. `MORE_SEEDS=n` looks for more.
 *
 * A kept failure is fast-check's seed and path, which lead to one value as long as the property draws the same things in the same order.
 */
import fc from 'fast-check'
import fs from 'node:fs'
import { fileURLToPath } from 'node:url'

export interface Failure {
  readonly seed: number
  /** Where below that seed fast-check found the smallest value that fails. */
  readonly path: string
  /** The first line of what went wrong, for whoever reads the file. */
  readonly because: string
}
type Kept = Readonly<Record<string, readonly Failure[]>>

export interface Search {
  /** The name of the property in the file of kept failures. */
  readonly name: string
  /** Tried every time, after what was kept. */
  readonly seed: number
  readonly numRuns?: number
  readonly file?: string
  /** How many seeds of chance come after the fixed one. */
  readonly more?: number
  /** From 0 to 1, the 1 left out. */
  readonly chance?: () => number
}

const FILE = fileURLToPath(new URL('./kept-seeds.json', import.meta.url))
const MORE = Number(process.env.MORE_SEEDS ?? 0)

/** Milliseconds that a test may take of which the fixed seed alone may take so many. */
export const patience = (fixed = 30_000): number => fixed * (1 + MORE)

/** @throws Error with fast-check's report. A failure under a seed of chance is in the file by then. */
export async function holds<Values>(property: fc.IRawProperty<Values>, { name, seed, numRuns = 100, file = FILE, more = MORE, chance = Math.random }: Search): Promise<void> {
  for (const kept of read(file)[name] ?? []) await check(property, { examples: [await valueOf(property, kept)], seed, numRuns: 1 }, `${name}: what failed under seed ${kept.seed} fails again`)
  await check(property, { seed, numRuns }, name)
  for (let time = 0; time < more; time += 1) {
    await check(property, { seed: Math.floor(chance() * 2 ** 31), numRuns }, `${name}: kept in ${file}`, (failure) => keep(file, name, failure))
  }
}

/** Where the property has changed so that the path leads nowhere, the value that it set out from. `fc.sample` would draw other values than `fc.check` does. */
async function valueOf<Values>(property: fc.IRawProperty<Values>, { seed, path }: Failure): Promise<Values> {
  const anything = Object.assign(Object.create(property) as typeof property, { run: () => ({ error: new Error('this is the value') }) })
  const at = async (where: string) => (await fc.check(anything, { seed, path: where, endOnFailure: true })).counterexample
  return await at(path).catch(() => null) ?? (await at(path.split(':')[0]!))!
}

async function check<Values>(property: fc.IRawProperty<Values>, parameters: fc.Parameters<Values>, where: string, failed: (failure: Failure) => void = () => {}): Promise<void> {
  const found = await fc.check(property, parameters)
  if (!found.failed) return
  const cause = found.errorInstance
  if (found.counterexamplePath !== null) failed({ seed: found.seed, path: found.counterexamplePath, because: String(cause).split('\n')[0]! })
  throw new Error(`${where}\n${await fc.asyncDefaultReportMessage(found)}`, { cause })
}

const read = (file: string): Kept => (fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) as Kept : {})

function keep(file: string, name: string, failure: Failure): void {
  const kept = read(file)
  const lines = Object.entries({ ...kept, [name]: [...kept[name] ?? [], failure] }).map(([property, failures]) =>
    `  ${JSON.stringify(property)}: [\n${failures.map((one) => `    ${JSON.stringify(one)}`).join(',\n')}\n  ]`)
  fs.writeFileSync(file, `{\n${lines.join(',\n')}\n}\n`)
}
