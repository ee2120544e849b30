/** The servers that can be measured: each says how to start it and how to come in. The fields are explained in docs/performance.md. */
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Protocol } from './wire.ts'

export interface Place { readonly port: number; readonly dataDir: string }
export type User = 'partner' | 'attacker'
export interface Target {
  readonly name: string
  readonly protocol: Protocol
  readonly savedType?: number
  /** False for a server that keeps documents in memory only. */
  readonly persists?: boolean
  /** Whether a second one may be started on the same folder, and serves the same documents. */
  readonly shares?: boolean
  /** How many keystrokes of a long history go into one update, for a server that stores each too slowly. */
  readonly together?: number
  readonly start: (at: Place) => { readonly args: readonly string[]; readonly env: NodeJS.ProcessEnv }
  readonly ready?: (at: Place) => Promise<void>
  readonly rooms?: (at: Place & { readonly names: readonly string[] }) => Promise<Record<string, string | Readonly<Record<User, string>>>>
  readonly path?: (doc: string) => string
}

/** Takes what a module exports as its default. @throws Error for a module that exports no target. */
export async function targetFrom(file: string): Promise<Target> {
  const { default: target } = await import(pathToFileURL(path.resolve(file)).href) as { default?: Target }
  if (typeof target?.name !== 'string' || typeof target.start !== 'function') throw new Error(`${file} exports no target; bench/target.mjs shows what one is`)
  return target
}
export const OWN_TARGET = fileURLToPath(new URL('target.mjs', import.meta.url))

const HOCUSPOCUS = fileURLToPath(new URL('peers/hocuspocus.mjs', import.meta.url))
const DEPENDENCIES = {
  'hocuspocus': { dependencies: { '@hocuspocus/server': '4.7.0', '@hocuspocus/extension-sqlite': '4.7.0', 'yjs': '13.6.33', 'y-protocols': '1.0.7' } },
  'y-leveldb': { dependencies: { 'y-websocket': '2.1.0', 'yjs': '13.6.33' } },
  // Later pre-releases of @y/protocols want a peer that npm can't find.
  'y-websocket-server': { dependencies: { '@y/websocket-server': '0.1.5' }, overrides: { '@y/protocols': '1.0.6-1' } },
} as const

/** Other servers for the same work, installed from npm where they are not there yet. */
export function peersIn(folder: string, say: (text: string) => void): Target[] {
  for (const [name, manifest] of Object.entries(DEPENDENCIES)) install(path.join(folder, name), manifest, say)
  const file = (...parts: string[]) => path.join(folder, ...parts)
  const yWebsocket = (at: Place): NodeJS.ProcessEnv => ({ HOST: '127.0.0.1', PORT: String(at.port), YPERSISTENCE: path.join(at.dataDir, 'db') })
  return [
    { name: 'hocuspocus', protocol: 'hocuspocus', path: () => '/', start: ({ port, dataDir }) => ({ args: [HOCUSPOCUS], env: { PORT: String(port), DATA_DIR: dataDir, MODULES: file('hocuspocus') } }) },
    { name: 'y-leveldb', protocol: 'y-websocket', together: 50, start: (at) => ({ args: [file('y-leveldb/node_modules/y-websocket/bin/server.cjs')], env: yWebsocket(at) }) },
    { name: 'y-websocket-server', protocol: 'y-websocket', persists: false, start: (at) => ({ args: [file('y-websocket-server/node_modules/@y/websocket-server/src/server.js')], env: yWebsocket(at) }) },
  ]
}

function install(folder: string, manifest: object, say: (text: string) => void): void {
  const wanted = JSON.stringify({ private: true, type: 'module', ...manifest })
  const done = path.join(folder, 'installed.json')
  if (fs.existsSync(done) && fs.readFileSync(done, 'utf8') === wanted) return
  say(`installing ${path.basename(folder)}`)
  fs.mkdirSync(folder, { recursive: true })
  fs.writeFileSync(path.join(folder, 'package.json'), wanted)
  const npm = (...args: string[]) => execFileSync(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, { cwd: folder, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' })
  npm('install', '--no-audit', '--no-fund')
  // A newer npm does not run install scripts by itself; this one fetches or compiles the SQLite of Hocuspocus.
  if (fs.existsSync(path.join(folder, 'node_modules/better-sqlite3'))) npm('rebuild', 'better-sqlite3')
  fs.writeFileSync(done, wanted)
}
