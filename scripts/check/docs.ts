/** What the documents name must be there: files, commands, rules. */
import fs from 'node:fs'
import type { Check } from './files.ts'

const FILE = /`((?:apps|packages|scripts|docs|bench|\.ci)\/[\w./-]+)`/g
const COMMAND = /`npm (?:run )?([a-z]+)/g
const NPM_OWN = new Set(['install', 'exec', 'run', 'ci'])

export const docs: Check = (sources) => {
  const { scripts } = JSON.parse(fs.readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }
  const faults = sources.filter(({ path }) => path.endsWith('.md') && !path.startsWith('apps/web/public/') && !path.startsWith('apps/server/assets/')).flatMap(({ path, text }) => [
    ...[...text.matchAll(FILE)].filter(([, file]) => !fs.existsSync(file!.replace(/\/$/, ''))).map(([, file]) => `${path}: names ${file}, which is not there`),
    ...[...text.matchAll(COMMAND)].filter(([, name]) => !NPM_OWN.has(name!) && !(name! in scripts)).map(([, name]) => `${path}: names npm run ${name}, which does not exist`),
    ...[...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#]+)(?:#[^)]*)?\)/g)].filter(([, target]) => !fs.existsSync(new URL(target!, `file://${process.cwd()}/${path}`))).map(([, target]) => `${path}: links to ${target}, which is not there`),
  ])
  const protocol = sources.find(({ path }) => path === 'packages/sync/PROTOCOL.md')?.text ?? ''
  const tests = sources.filter(({ path }) => path.endsWith('.test.ts')).map(({ text }) => text).join('\n')
  const rules = [...new Set([...protocol.matchAll(/\*\*(R\d+)\*\*/g)].map(([, rule]) => rule!))]
  return [...faults, ...rules.filter((rule) => !tests.includes(`[${rule}]`)).map((rule) => `packages/sync/PROTOCOL.md: ${rule} stands in no test title`)]
}
