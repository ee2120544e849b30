/** The project's own benchmark: starts the built server on fresh folders and measures what writers and readers feel. docs/performance.md says what each figure means. */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { faultsOf, linesOf, tableOf, type Found } from './figures.ts'
import { coldOpen } from './metrics/cold-open.ts'
import { fanOut } from './metrics/fan-out.ts'
import { gate } from './metrics/gate.ts'
import { idle } from './metrics/idle.ts'
import { kill } from './metrics/kill.ts'
import { memory } from './metrics/memory.ts'
import type { Metric } from './metrics/metric.ts'
import { start } from './metrics/start.ts'
import { storm } from './metrics/storm.ts'
import { throughput } from './metrics/throughput.ts'
import { twoServers } from './metrics/two-servers.ts'
import { readOptions, type Options } from './options.ts'
import { isThere } from './proc.ts'
import { Site } from './site.ts'
import { OWN_TARGET, peersIn, targetFrom, type Target } from './targets.ts'

const METRICS: readonly Metric[] = [start, fanOut, throughput, twoServers, coldOpen, memory, idle, storm, kill, gate]
const RESULTS = '.cache/bench'

const say = (text: string) => process.stderr.write(`${text}\n`)

async function main(options: Options): Promise<number> {
  const judged = await targetFrom(options.target ?? OWN_TARGET)
  const targets = [judged, ...(options.peers ? peersIn(path.resolve(RESULTS, 'peers'), say) : [])]
  const begun = new Date().toISOString()
  const found: Found[] = []
  const failed: string[] = []
  for (let round = 0; round < options.rounds; round += 1) {
    for (const metric of METRICS.filter(({ name, once }) => options.only.includes(name) && !(once && round > 0))) {
      // The other way round in every second round: who comes later finds a warmer machine.
      for (const target of round % 2 === 0 ? targets : targets.toReversed()) {
        if (metric.needsDisk && target.persists === false) continue
        if (metric.needsSecond && !target.shares) continue
        say(`round ${round + 1} of ${options.rounds}: ${metric.name}, ${target.name}`)
        try {
          for (const figure of await measured(target, metric, options, round)) found.push({ metric: metric.name, target: target.name, round, ...figure })
        } catch (error) {
          failed.push(`${target.name}, ${metric.name}, round ${round + 1}: ${(error as Error).message}`)
          say(`  ${(error as Error).stack}`)
        }
      }
    }
  }
  const lines = linesOf(found)
  const faults = [...faultsOf(found, judged.name), ...failed.filter((text) => text.startsWith(`${judged.name}, `))]
  process.stdout.write(`${tableOf(lines, targets.map(({ name }) => name))}\n`)
  if (!isThere()) process.stdout.write('Processor time and memory are not told here: they are read from /proc, which is Linux.\n')
  for (const text of failed) process.stdout.write(`not measured: ${text}\n`)
  for (const text of faults) process.stdout.write(`wrong: ${text}\n`)
  const { scale, ...asked } = options
  const result = { begun, node: process.version, machine: { platform: process.platform, release: os.release(), cores: os.cpus().length, model: os.cpus()[0]?.model, memory: os.totalmem(), load: os.loadavg() }, asked, scale, lines, found, failed, faults }
  for (const file of [path.join(RESULTS, `${begun.replaceAll(':', '-')}.json`), ...(options.json ? [options.json] : [])]) {
    fs.mkdirSync(path.dirname(path.resolve(file)), { recursive: true })
    fs.writeFileSync(file, `${JSON.stringify(result, null, 1)}\n`)
  }
  return faults.length > 0 ? 1 : 0
}

async function measured(target: Target, metric: Metric, { scale, trace }: Options, round: number) {
  const site = new Site(target)
  // Whoever stops the bench stops what it started.
  const ended = () => site.abandon()
  process.once('exit', ended)
  const interrupted = () => void site.remove().finally(() => process.exit(1))
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, interrupted)
  try {
    await site.start()
    return await metric.measure({ site, scale, round, trace })
  } finally {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, interrupted)
    await site.remove()
    process.off('exit', ended)
  }
}

try {
  process.exitCode = await main(readOptions(process.argv.slice(2), METRICS.map(({ name }) => name)))
} catch (error) {
  say((error as Error).message)
  process.exitCode = 1
}
