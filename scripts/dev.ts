/** Watch mode: the server from its sources, and Vite in front of it for the screens. */
import { spawn } from 'node:child_process'

const run = (file: string, args: string[], cwd: string) =>
  spawn(process.execPath, [new URL(`../${file}`, import.meta.url).pathname, ...args], { stdio: 'inherit', cwd, env: { ...process.env, NODE_ENV: 'development' } })

const children = [
  run('node_modules/tsx/dist/cli.mjs', ['watch', 'apps/server/src/main.ts', ...process.argv.slice(2)], '.'),
  run('node_modules/vite/bin/vite.js', [], 'apps/web'),
]
const stop = () => { for (const child of children) child.kill() }
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop)
for (const child of children) child.on('exit', stop)
