// Every npm command comes through here: install what the lockfile says, build what changed, then run. Plain Node, no dependencies.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
process.chdir(root)
const [command = 'start', ...rest] = process.argv.slice(2)
const pkg = JSON.parse(fs.readFileSync('package.json', 'utf8'))
const started = Date.now()
const say = (text) => console.error(`[${((Date.now() - started) / 1000).toFixed(1)} s] ${text}`)
const fail = (text) => { console.error(text); process.exit(1) }

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) fail(`Draagvlak needs Node.js 20.19 or newer; this is ${process.version}. Install a newer Node.js and try again.`)

const SKIP = new Set(['node_modules', 'dist', 'generated', '.cache', '.git', 'data', 'data-demo'])
function filesBelow(folder, found = []) {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    if (SKIP.has(entry.name)) continue
    const at = path.join(folder, entry.name)
    if (entry.isDirectory()) filesBelow(at, found)
    else found.push(at)
  }
  return found
}
function digest(files) {
  const hash = createHash('sha256').update(process.version + process.platform + process.arch)
  for (const file of files.filter((f) => fs.existsSync(f)).sort()) hash.update(file).update(fs.readFileSync(file))
  return hash.digest('hex')
}
const isFresh = (stamp, wanted) => fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === wanted

function node(file, args, options = {}) {
  const done = spawnSync(process.execPath, [file, ...args], { stdio: ['ignore', 'inherit', 'inherit'], ...options })
  if (done.status !== 0) fail(`${path.basename(file)} ${args.join(' ')} failed`)
}

function install() {
  const workspace = filesBelow('apps').concat(filesBelow('packages'))
  const manifests = ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml', ...workspace.filter((f) => path.basename(f) === 'package.json')]
  const stamp = 'node_modules/.install-stamp'
  if (isFresh(stamp, digest(manifests))) return
  say(`installing with ${pkg.packageManager}; the first time this fetches about 300 MB`)
  const npmCli = process.env.npm_execpath?.endsWith('npm-cli.js') ? process.env.npm_execpath : null
  const npm = npmCli ? [process.execPath, npmCli] : [process.platform === 'win32' ? 'npm.cmd' : 'npm']
  const frozen = process.env.UPDATE_LOCK ? '--no-frozen-lockfile' : '--frozen-lockfile'
  const done = spawnSync(npm[0], [...npm.slice(1), 'exec', '--yes', `--package=${pkg.packageManager}`, '--', 'pnpm', 'install', frozen, '--prefer-offline', '--reporter=append-only'], {
    // CI: pnpm must never stop to ask. stdout is kept for what the command itself prints.
    env: { ...process.env, CI: 'true', npm_config_update_notifier: 'false' }, stdio: ['ignore', 2, 2], shell: !npmCli && process.platform === 'win32',
  })
  if (done.status !== 0) fail('Installing failed. Is the npm registry reachable? What is already there is untouched; run the same command again.')
  fs.writeFileSync(stamp, digest(manifests))
}

function compileMessages() {
  const stamp = 'packages/messages/src/generated/.stamp'
  const wanted = digest([...filesBelow('packages/messages/messages'), 'packages/messages/project.inlang/settings.json'])
  if (isFresh(stamp, wanted)) return
  node('node_modules/@inlang/paraglide-js/bin/run.js', ['compile', '--project', 'packages/messages/project.inlang', '--outdir', 'packages/messages/src/generated', '--strategy', 'globalVariable', 'baseLocale', '--disable-async-local-storage', '--silent'])
  fs.writeFileSync(stamp, wanted)
}

function build() {
  const stamp = 'node_modules/.build-stamp'
  const wanted = digest([...filesBelow('apps'), ...filesBelow('packages'), 'pnpm-lock.yaml', 'scripts/run.mjs', 'scripts/rolldown.config.mjs'].filter((f) => !/\.test\.tsx?$|^apps.e2e/.test(f)))
  if (isFresh(stamp, wanted) && fs.existsSync('apps/server/dist/main.js') && fs.existsSync('apps/web/dist/index.html')) return
  say('building')
  node(path.resolve('node_modules/vite/bin/vite.js'), ['build', '--logLevel', 'warn'], { cwd: 'apps/web' })
  node('node_modules/rolldown/bin/cli.mjs', ['-c', 'scripts/rolldown.config.mjs'], { stdio: ['ignore', 'ignore', 'inherit'] }) // what went wrong stands on stderr
  fs.writeFileSync(stamp, wanted)
}

/** The parent, and under npm its parent as well: between npm and this process may stand a shell that outlives npm. */
function ancestors() {
  if (!process.env.npm_lifecycle_event) return String(process.ppid)
  try { return `${process.ppid} ${fs.readFileSync(`/proc/${process.ppid}/stat`, 'utf8').split(') ').at(-1).split(' ')[1]}` } catch { return String(process.ppid) }
}

/** Runs the program in the foreground; it ends when npm ends, for whatever reason. */
function runUntilNpmEnds(file, args, env = {}) {
  const child = spawn(process.execPath, [file, ...args], { stdio: ['inherit', 'inherit', 'inherit', 'ipc'], env: { ...process.env, ...env } })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  // npm that is killed leaves this process behind without a word; changed ancestors are the only sign.
  const begun = ancestors()
  const watch = setInterval(() => { if (ancestors() !== begun) child.kill('SIGTERM') }, 500)
  watch.unref()
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
}

install()
compileMessages()
const tool = (name) => path.resolve('node_modules', '.bin', name + (process.platform === 'win32' ? '.cmd' : ''))
switch (command) {
  case 'start': build(); runUntilNpmEnds('apps/server/dist/main.js', rest, { NODE_ENV: 'production' }); break
  case 'dev': runUntilNpmEnds('node_modules/tsx/dist/cli.mjs', ['scripts/dev.ts', ...rest]); break
  case 'build': build(); break
  case 'draagvlak': build(); runUntilNpmEnds('apps/server/dist/draagvlak.js', rest, { NODE_ENV: 'production' }); break
  case 'test': build(); runUntilNpmEnds('node_modules/vitest/vitest.mjs', ['run', ...rest]); break
  case 'check': runUntilNpmEnds('node_modules/tsx/dist/cli.mjs', ['scripts/check.ts', ...rest]); break
  case 'bench': build(); runUntilNpmEnds('node_modules/tsx/dist/cli.mjs', ['bench/run.ts', ...rest]); break
  case 'exec': process.exit(spawnSync(tool(rest[0]), rest.slice(1), { stdio: 'inherit', shell: process.platform === 'win32' }).status ?? 1); break
  default: fail(`Unknown command: ${command}`)
}
