/** `npm run check`: types, lint, borders, style, translations, and documents that tell the truth. */
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { borders } from './check/borders.ts'
import { docs } from './check/docs.ts'
import { projectFiles, readSources } from './check/files.ts'
import { style } from './check/style.ts'
import { translations } from './check/translations.ts'

interface Result { readonly name: string; readonly faults: readonly string[] }

function program(name: string, file: string, args: readonly string[]): Result {
  const done = spawnSync(process.execPath, [file, ...args], { encoding: 'utf8' })
  return { name, faults: done.status === 0 ? [] : `${done.stdout}${done.stderr}`.trim().split('\n') }
}

const sources = readSources(projectFiles(), /\.(tsx?|mjs|md|json|sql|css)$/)
const results: Result[] = [
  program('types', 'node_modules/typescript/bin/tsc', ['--noEmit', '-p', 'tsconfig.json']),
  program('types of the law, without DOM and Node', 'node_modules/typescript/bin/tsc', ['--noEmit', '-p', 'packages/domain']),
  program('lint', 'node_modules/oxlint/bin/oxlint', ['--type-aware', '--deny-warnings', 'apps', 'bench', 'packages', 'scripts']),
  { name: 'borders', faults: borders(sources) },
  { name: 'style', faults: style(sources) },
  { name: 'translations', faults: translations(sources) },
  { name: 'documents', faults: docs(sources) },
]

for (const { name, faults } of results) {
  console.log(`${faults.length === 0 ? 'ok   ' : 'WRONG'} ${name}`)
  for (const fault of faults.slice(0, 60)) console.log(`      ${fault}`)
  if (faults.length > 60) console.log(`      and ${faults.length - 60} more`)
}
fs.mkdirSync('.cache', { recursive: true })
fs.writeFileSync('.cache/check.json', JSON.stringify({ passed: results.filter(({ faults }) => faults.length === 0).length, failed: results.filter(({ faults }) => faults.length > 0).length }))
process.exit(results.every(({ faults }) => faults.length === 0) ? 0 : 1)
