/** A server as it runs: a process of its own from the bundle, on a database that others may share. */
import { spawn, type ChildProcess } from 'node:child_process'
import net from 'node:net'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { serverFolder } from '../assets.ts'

export interface Node { readonly url: string; readonly process: ChildProcess; stop(signal?: NodeJS.Signals): Promise<void> }

export const freePort = () => new Promise<number>((resolve, reject) => {
  const server = net.createServer().once('error', reject).listen(0, '127.0.0.1', () => {
    const { port } = server.address() as net.AddressInfo
    server.close(() => resolve(port))
  })
})

export interface Around {
  /** Words before the program on the command line. */
  readonly through?: readonly string[]
  /** Told of each line that it says on stdout. */
  readonly heard?: (line: string) => void
}

/** @param databaseUrl empty for the database that it brings itself. */
export async function startNode(databaseUrl: string, env: Record<string, string> = {}, { through = [], heard = () => {} }: Around = {}): Promise<Node> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const [program, ...words] = [...through, process.execPath, path.join(serverFolder(), 'dist', 'main.js')]
  const child = spawn(program!, words, {
    env: { ...process.env, PORT: String(port), BASE_URL: url, DATABASE_URL: databaseUrl, SECRET: 'a secret of at least thirty-two characters', LOG_LEVEL: 'error', NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  // Registered as it starts: a test that fails halfway must not leave a server behind.
  process.once('exit', () => child.kill('SIGKILL'))
  createInterface({ input: child.stdout! }).on('line', heard)
  await new Promise<void>((resolve, reject) => {
    let said = ''
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${said}`)))
    child.stdout!.on('data', (chunk: Buffer) => { said += String(chunk); if (said.includes('Draagvlak: http')) resolve() })
  })
  child.removeAllListeners('exit')
  return { url, process: child, stop: (signal = 'SIGTERM') => new Promise((resolve) => { if (child.exitCode !== null || child.signalCode !== null) return resolve(); child.once('exit', () => resolve()); child.kill(signal) }) }
}
