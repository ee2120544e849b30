/** Runs the PostgreSQL that ships as an npm package as a private child process. */
import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import pg from 'pg'
import { postgresBinaries } from './binaries.ts'
import { identityFor, type Identity } from './identity.ts'
import { lastWords } from './last-words.ts'

export interface EmbeddedPostgres {
  readonly url: string
  /** Leaves the server running while another process of ours still uses it. */
  stop(): Promise<void>
  /** Resolves with the reason when the server ends without `stop`. */
  readonly died: Promise<string>
}
export interface EmbeddedOptions {
  /** The cluster's own folder; made on the first start. */
  readonly folder: string
  /** False only in tests: nothing survives a power cut, everything is faster. */
  readonly durable: boolean
  readonly log: (line: string) => void
  /** Where it ran before, so that whoever knows its address finds it again; a free one without. */
  readonly port?: number
}

/** Starts, or takes over, the server of this folder. @throws Error with a sentence when it can't be started. */
export async function startPostgres({ folder, durable, log, port }: EmbeddedOptions): Promise<EmbeddedPostgres> {
  fs.mkdirSync(path.dirname(folder), { recursive: true, mode: 0o700 })
  const as = identityFor(await postgresBinaries(), path.resolve(folder))
  if (as.folder !== path.resolve(folder)) log(`the database stands in ${as.folder}: the account that PostgreSQL runs as can't reach ${folder}`)
  clearLeftovers(as.folder)
  if (!fs.existsSync(path.join(as.folder, 'PG_VERSION'))) await initialise(as, durable)
  const password = fs.readFileSync(path.join(as.folder, 'app.password'), 'utf8')
  const urlAt = (port: number) => `postgres://app:${password}@127.0.0.1:${port}/postgres${throughSocket(as.folder, port)}`
  return await adopt(as.folder, urlAt, log) ?? await launch({ as, durable, urlAt, log, port })
}

/** A socket in the file system is a tenth of a millisecond nearer than TCP, which stays for whoever else asks. Its address has room for 107 bytes. */
const LONGEST_SOCKET_FOLDER = 90
const hasSocket = (folder: string): boolean => process.platform !== 'win32' && Buffer.byteLength(folder) <= LONGEST_SOCKET_FOLDER
const throughSocket = (folder: string, port: number): string =>
  hasSocket(folder) && fs.existsSync(path.join(folder, `.s.PGSQL.${port}`)) ? `?host=${encodeURIComponent(folder)}` : ''

function command(as: Identity, program: string, args: readonly string[]): [string, string[]] {
  const [first, ...others] = [...as.prefix, path.join(as.bin, program), ...args]
  return [first!, others]
}

/** What a first start left behind that was killed halfway. */
function clearLeftovers(folder: string): void {
  for (const name of fs.readdirSync(path.dirname(folder))) {
    const leftover = /^(.*)\.init-(\d+)(-pw)?$/.exec(name)
    if (leftover?.[1] !== path.basename(folder) || isAlive(Number(leftover[2]))) continue
    try { fs.rmSync(path.join(path.dirname(folder), name), { recursive: true, force: true }) } catch { /* its initdb still runs: the next start clears it */ }
  }
}

/** Made aside and renamed, so that a kill leaves no half cluster. The locale never depends on the machine. */
async function initialise(as: Identity, durable: boolean): Promise<void> {
  const aside = `${as.folder}.init-${process.pid}`
  const secrets = `${aside}-pw`
  for (const made of [aside, secrets]) { fs.mkdirSync(made, { recursive: true, mode: 0o700 }); as.own(made) }
  const write = (file: string, text: string) => { fs.writeFileSync(file, text, { mode: 0o600 }); as.own(file) }
  try {
    const password = randomBytes(18).toString('base64url')
    const file = path.join(secrets, 'password')
    write(file, `${password}\n`)
    const [program, args] = command(as, 'initdb', ['-D', aside, '-U', 'app', '-A', 'scram-sha-256', `--pwfile=${file}`, '-E', 'UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', ...(durable ? [] : ['--no-sync'])])
    await promisify(execFile)(program, args, { ...as.options, cwd: path.dirname(aside) } as object)
    write(path.join(aside, 'app.password'), password)
    try { fs.renameSync(aside, as.folder) } catch (error) { if (!fs.existsSync(path.join(as.folder, 'PG_VERSION'))) throw error } // another process was first
  } finally {
    for (const made of [aside, secrets]) fs.rmSync(made, { recursive: true, force: true })
  }
}

/** A server that a killed parent left behind, or that another process of ours runs. */
async function adopt(folder: string, urlAt: (port: number) => string, log: (line: string) => void): Promise<EmbeddedPostgres | null> {
  for (let tries = 0; tries < 100; tries++) {
    const running = pidFile(folder)
    if (!running || !holdsItsNumber(running.pid)) return null
    if (running.ready && isAlive(running.pid) && await answers(urlAt(running.port))) {
      log(`using the PostgreSQL that already runs here (process ${running.pid})`)
      return handle(running.pid, urlAt(running.port), watchAdopted(running.pid), null, log)
    }
    await pause(100)
  }
  const left = pidFile(folder)
  if (left && !isAlive(left.pid)) { // nobody will collect it here (a container without an init), and its children are gone by now
    fs.rmSync(path.join(folder, 'postmaster.pid'), { force: true })
    return null
  }
  throw new Error(`Another PostgreSQL (see ${path.join(folder, 'postmaster.pid')}) holds the data folder but does not answer. Stop it, or use another DATA_DIR.`)
}

async function launch({ as, durable, urlAt, log, port: before }: { as: Identity; durable: boolean; urlAt: (port: number) => string; log: (line: string) => void; port: number | undefined }): Promise<EmbeddedPostgres> {
  for (let attempt = 0; ; attempt++) {
    const port = before ?? await freePort()
    const settings = ['listen_addresses=127.0.0.1', `unix_socket_directories=${hasSocket(as.folder) ? as.folder : ''}`, 'unix_socket_permissions=0700', 'max_connections=80', 'shared_buffers=64MB', 'log_checkpoints=off', 'TimeZone=UTC', ...(durable ? [] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'])]
    const [program, args] = command(as, 'postgres', ['-D', as.folder, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])])
    const child = spawn(program, args, { ...as.options, cwd: path.dirname(as.folder), stdio: ['ignore', 'ignore', 'pipe'] })
    const { ready, said } = await listen(child, log)
    if (ready) return handle(child.pid!, urlAt(port), whyEnded(child, said), child, log)
    const other = pidFile(as.folder) // two starts at the same moment: the other one won
    if (other && await answers(urlAt(other.port))) return handle(other.pid, urlAt(other.port), watchAdopted(other.pid), null, log)
    if (attempt >= 4) throw new Error(`PostgreSQL did not start: ${said()}`)
    await pause(100 * (attempt + 1))
  }
}

/** Resolves when it is ready, or has ended without; `said` is what it said last. */
function listen(child: ChildProcess, log: (line: string) => void): Promise<{ ready: boolean; said: () => string }> {
  let tail = ''
  const said = () => tail
  return new Promise((resolve) => {
    child.once('exit', () => resolve({ ready: false, said }))
    child.once('error', (error) => { tail += error.message; resolve({ ready: false, said }) })
    child.stderr!.on('data', (chunk: Buffer) => {
      tail = (tail + String(chunk)).slice(-4000)
      for (const line of String(chunk).split('\n')) if (/FATAL|PANIC/.test(line) && !/shutting down|terminating connection/.test(line)) log(line)
      if (tail.includes('ready to accept connections')) resolve({ ready: true, said })
    })
  })
}

/** After what it still had to say; whoever was killed from outside said nothing about it. */
const whyEnded = (child: ChildProcess, said: () => string) => new Promise<string>((resolve) => child.once('exit', (code, signal) => setImmediate(() => {
  const words = code === null ? null : lastWords(said())
  resolve(`PostgreSQL ended (${code ?? signal})${words === null ? '' : `: ${words}`}`)
})))

function handle(pid: number, url: string, ended: Promise<string>, child: ChildProcess | null, log: (line: string) => void): EmbeddedPostgres {
  let stopping = false
  return {
    url,
    died: new Promise((resolve) => void ended.then((why) => { if (!stopping) resolve(why) })),
    async stop() {
      if (stopping) return
      for (let tries = 0; await usedByOthers(url); tries++) { // our own connections take a moment to go
        if (tries === 10) { log('PostgreSQL is left running: another process uses it'); return }
        await pause(50)
      }
      stopping = true
      try { process.kill(pid, 'SIGINT') } catch { return }
      for (let tries = 0; tries < 300 && (child ? child.exitCode === null && child.signalCode === null : isAlive(pid)); tries++) await pause(50)
    },
  }
}

async function watchAdopted(pid: number): Promise<string> {
  while (isAlive(pid)) await pause(1000, undefined, { ref: false })
  return 'the PostgreSQL that was taken over ended'
}

/** PostgreSQL takes any process of this number for a running server, a dead one that nobody collected as well. */
function holdsItsNumber(pid: number): boolean {
  try { process.kill(pid, 0); return true } catch (error) { return (error as NodeJS.ErrnoException).code === 'EPERM' }
}

/** A dead child that nobody collected still answers to signal 0: Linux says so in /proc. */
function isAlive(pid: number): boolean {
  if (!holdsItsNumber(pid)) return false
  try { return !/^State:\s+Z/m.test(fs.readFileSync(`/proc/${pid}/status`, 'utf8')) } catch { return true }
}

function pidFile(folder: string): { pid: number; port: number; ready: boolean } | null {
  try {
    const lines = fs.readFileSync(path.join(folder, 'postmaster.pid'), 'utf8').split('\n')
    return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' }
  } catch { return null }
}

const freePort = () => new Promise<number>((resolve, reject) => {
  const server = net.createServer().once('error', reject).listen(0, '127.0.0.1', () => {
    const { port } = server.address() as net.AddressInfo
    server.close(() => resolve(port))
  })
})

async function asked<T>(url: string, question: (client: pg.Client) => Promise<T>, otherwise: T): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 })
  client.on('error', () => {})
  try { await client.connect(); return await question(client) } catch { return otherwise } finally { await client.end().catch(() => {}) }
}
const answers = (url: string) => asked(url, async (client) => (await client.query('select 1')).rowCount === 1, false)
const usedByOthers = (url: string) => asked(url, async (client) =>
  (await client.query("select 1 from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid() limit 1")).rowCount !== 0, false)
