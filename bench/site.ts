/** One server on one fresh folder: starts it, kills it, starts it again, knows the way to its documents, and reads what it spends. */
import { spawn, type ChildProcess } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { Peer, type PeerOptions } from './peer.ts'
import { isThere, memoryOf, processesOf, spentBy, type Part, type Process, type Spent } from './proc.ts'
import type { Target, User } from './targets.ts'
import { until } from './until.ts'
import type { Protocol } from './wire.ts'

/** What a peer needs to come in. */
export interface Door { readonly port: number; readonly path: string; readonly protocol: Protocol; readonly savedType?: number; readonly doc: string }
export type Victim = Part | 'both'

const COLLECTS = ['--expose-gc', '--import', new URL('collect-on-signal.mjs', import.meta.url).href]
const STARTS = 60_000
const STOPS = 20_000
const COLLECTING = 1_000

export class Site {
  readonly target: Target
  readonly dataDir: string
  /** Milliseconds until the last start answered. */
  started = NaN
  #paths: Record<string, string | Readonly<Record<User, string>>> = {}
  #child: ChildProcess | null = null
  #port = 0
  /** A second server on the same folder, where one was started. */
  #second: { readonly child: ChildProcess; readonly port: number } | null = null

  constructor(target: Target) {
    this.target = target
    this.dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'draagvlak-bench-'))
  }

  async start(): Promise<void> {
    this.#port = await freePort()
    const begun = performance.now()
    await this.#spawn(this.#port, (child) => { this.#child = child })
    this.started = performance.now() - begun
    await this.target.ready?.({ port: this.#port, dataDir: this.dataDir })
  }

  /** Beside the first, on the same database. */
  async startSecond(): Promise<void> {
    const port = await freePort()
    await this.#spawn(port, (child) => { this.#second = { child, port } })
  }

  async #spawn(port: number, started: (child: ChildProcess) => void): Promise<void> {
    const { args, env } = this.target.start({ port, dataDir: this.dataDir })
    const child = spawn(process.execPath, [...COLLECTS, ...args], { env: { ...process.env, NODE_ENV: 'production', ...env }, stdio: ['ignore', 'ignore', 'pipe'] })
    started(child)
    let errors = ''
    child.stderr!.on('data', (text: Buffer) => { errors = (errors + text.toString()).slice(-2_000) })
    if (!await until(async () => isOver(child) || answers(port), STARTS) || isOver(child)) throw new Error(`${this.target.name} did not start: ${errors}`)
  }

  get dead(): boolean { return this.#child === null || isOver(this.#child) }

  /** Makes the documents that this server wants to be asked for. */
  async rooms(names: readonly string[]): Promise<void> {
    const missing = names.filter((name) => !(name in this.#paths))
    if (missing.length > 0 && this.target.rooms) Object.assign(this.#paths, await this.target.rooms({ port: this.#port, dataDir: this.dataDir, names: missing }))
  }
  /** @param onSecond on the second server, where there is one. */
  join(doc: string, options: PeerOptions = {}, { user = 'partner', onSecond = false }: { readonly user?: User; readonly onSecond?: boolean } = {}): Peer {
    const known = this.#paths[doc]
    const { protocol, savedType } = this.target
    const path = typeof known === 'string' ? known : known?.[user] ?? this.target.path?.(doc) ?? `/${encodeURIComponent(doc)}`
    return new Peer({ port: onSecond && this.#second ? this.#second.port : this.#port, path, protocol, doc, ...(savedType === undefined ? {} : { savedType }) }, options)
  }

  processes(): Process[] { return processesOf([this.#child, this.#second?.child].flatMap((child) => child?.pid ?? []), this.dataDir) }
  /** Processor seconds so far; null where nobody tells. */
  spent(): Spent | null { return isThere() ? spentBy(this.processes()) : null }
  /** What is held after the server threw away its garbage; null where nobody tells. */
  async memory(): Promise<Spent | null> {
    if (!isThere()) return null
    this.#child?.kill('SIGUSR2')
    await until(() => false, COLLECTING)
    return memoryOf(this.processes())
  }
  get hasDatabase(): boolean { return this.processes().some(({ part }) => part === 'database') }

  /** What is killed has no moment to save anything. A server that is left without its database is left alone. */
  async kill(victim: Victim): Promise<void> {
    for (const { pid, part } of this.processes()) if (victim !== 'server' && part === 'database') end(pid)
    if (victim === 'database') return
    const gone = this.#gone()
    this.#child?.kill('SIGKILL')
    await gone
  }
  async stop(): Promise<void> {
    if (this.#second && !isOver(this.#second.child)) {
      const ended = once(this.#second.child, 'exit')
      this.#second.child.kill('SIGTERM')
      await ended
    }
    this.#second = null
    const gone = this.#gone()
    this.#child?.kill('SIGTERM')
    if (!await until(() => this.dead, STOPS)) this.#child?.kill('SIGKILL')
    await gone
  }
  async restart(): Promise<void> {
    await this.stop()
    await this.start()
  }
  /** Leaves nothing behind, also what a killed server left. */
  async remove(): Promise<void> {
    await this.stop()
    for (const { pid } of this.processes()) end(pid)
    await until(() => this.processes().length === 0, STOPS)
    fs.rmSync(this.dataDir, { recursive: true, force: true, maxRetries: 5 })
  }

  /** The same in no time, where this process ends unforeseen. */
  abandon(): void {
    const family = this.processes()
    // First who would start another database in the place of the one that ended.
    for (const child of [this.#child, this.#second?.child]) if (child && !isOver(child)) child.kill('SIGKILL')
    for (const { pid } of [...family, ...this.processes()]) end(pid)
    fs.rmSync(this.dataDir, { recursive: true, force: true })
  }

  async #gone(): Promise<void> { if (!this.dead) await once(this.#child!, 'exit') }
}

const isOver = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null

function end(pid: number): void {
  try { process.kill(pid, 'SIGKILL') } catch { /* it ended by itself */ }
}

/** Below the ports that the system gives to clients: who knocks at one of those before the server listens may be connected to itself. */
async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(20_000, 32_000)
    const server = net.createServer().listen(port, '127.0.0.1')
    const free = await once(server, 'listening').then(() => true, () => false)
    server.close()
    if (free) return port
  }
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect({ port, host: '127.0.0.1' })
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false)).once('connect', () => socket.destroy())
  })
}
