/** Finds a real browser once per run, and starts one server with the example coalition for all stories. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { chromium } from 'playwright-core'
import type { TestProject } from 'vitest/node'

export interface BrowserAt { readonly executablePath: string; readonly libraries: string | null }
export interface Demo {
  readonly baseUrl: string
  readonly people: readonly { readonly role: string; readonly name: string; readonly email: string; readonly organisation: string; readonly signInLink: string }[]
  readonly statements: readonly { readonly id: string; readonly type: string; readonly stage: string; readonly title: string; readonly slug: string }[]
}
declare module 'vitest' { export interface ProvidedContext { browserAt: BrowserAt; demo: Demo } }

const ROOT = path.resolve(import.meta.dirname, '..', '..', '..')
const CACHE = path.join(ROOT, '.cache')

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const at = await findBrowser()
  console.log(`browser: ${at.executablePath}`)
  project.provide('browserAt', at)
  const { demo, stop } = await startServer()
  project.provide('demo', demo)
  return stop
}

/** The environment, what the machine has, Playwright's own, the one from npm, a download: in this order. */
async function findBrowser(): Promise<BrowserAt> {
  const named = process.env.CHROMIUM_PATH ?? process.env.PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH ?? process.env.CHROME_PATH
  if (named) return { executablePath: named, libraries: null }
  // SKIP_SYSTEM_BROWSER: for trying the later steps on a machine that has one.
  const found = process.env.SKIP_SYSTEM_BROWSER ? undefined : candidates().find((file) => fs.existsSync(file)) ?? [chromium.executablePath()].find((file) => file && fs.existsSync(file))
  if (found) return { executablePath: found, libraries: null }
  if (process.platform === 'linux' && process.arch === 'x64') {
    const folder = path.join(CACHE, 'chromium')
    fs.mkdirSync(folder, { recursive: true })
    // It unpacks into the temp folder, which another user of this machine may own a copy in; and with this variable it brings the libraries that a bare Debian lacks.
    process.env.TMPDIR = folder
    process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs20.x'
    const packaged = await import('@sparticuz/chromium').catch(() => null)
    if (packaged) {
      const executablePath = await packaged.default.executablePath()
      const libraries = path.join(folder, 'al2023', 'lib')
      return { executablePath, libraries: fs.existsSync(libraries) ? libraries : null }
    }
  }
  const cli = path.join(path.dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')), 'cli.js')
  if (spawnSync(process.execPath, [cli, 'install', 'chromium'], { stdio: 'inherit' }).status === 0) return { executablePath: chromium.executablePath(), libraries: null }
  throw new Error('There is no browser for the stories. Install Chrome or Chromium (Debian: apt-get install chromium), or set CHROMIUM_PATH.')
}

function candidates(): string[] {
  const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge', 'brave-browser']
  const onPath = (process.env.PATH ?? '').split(path.delimiter).flatMap((folder) => names.map((name) => path.join(folder, name)))
  const apps = ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Brave Browser']
  const mac = process.platform === 'darwin' ? ['/Applications', path.join(os.homedir(), 'Applications')].flatMap((folder) => apps.map((name) => `${folder}/${name}.app/Contents/MacOS/${name}`)) : []
  const programs = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].filter((folder) => folder !== undefined)
  const windows = process.platform === 'win32' ? programs.flatMap((folder) => [path.join(folder, 'Google/Chrome/Application/chrome.exe'), path.join(folder, 'Microsoft/Edge/Application/msedge.exe')]) : []
  return [...onPath, ...mac, ...windows]
}

const freePort = () => new Promise<number>((resolve, reject) => {
  const server = net.createServer().once('error', reject).listen(0, '127.0.0.1', () => {
    const { port } = server.address() as net.AddressInfo
    server.close(() => resolve(port))
  })
})

async function startServer(): Promise<{ demo: Demo; stop: () => Promise<void> }> {
  const folder = path.join(CACHE, `stories-${process.pid}`)
  const port = await freePort()
  const child: ChildProcess = spawn(process.execPath, [path.join(ROOT, 'apps/server/dist/main.js'), '--demo'], {
    // Nothing of the environment may point elsewhere; vitest sets a BASE_URL of its own.
    env: { ...process.env, PORT: String(port), HOST: '', BASE_URL: '', DATABASE_URL: '', SMTP_URL: '', DATA_DIR: folder, LOG_LEVEL: 'error', NODE_ENV: 'production' }, stdio: ['ignore', 'pipe', 'inherit'],
  })
  process.once('exit', () => child.kill('SIGKILL'))
  await new Promise<void>((resolve, reject) => {
    let said = ''
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${said}`)))
    child.stdout!.on('data', (chunk: Buffer) => { said += String(chunk); if (said.includes('Mail is kept')) resolve() })
  })
  child.removeAllListeners('exit')
  child.once('exit', (code, signal) => console.error(`the server ended in the middle of the stories, with ${code ?? signal}`))
  return {
    demo: JSON.parse(fs.readFileSync(path.join(folder, 'demo.json'), 'utf8')) as Demo,
    async stop() {
      child.removeAllListeners('exit')
      if (child.exitCode === null && child.signalCode === null) await new Promise<void>((resolve) => { child.once('exit', () => resolve()); child.kill('SIGTERM') })
      fs.rmSync(folder, { recursive: true, force: true })
    },
  }
}
