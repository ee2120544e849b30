/** What style asks and a program can see. A mistake that happened twice gets a line here. */
import type { Check } from './files.ts'

const LONGEST = 300
const RULES: readonly { readonly where: RegExp; readonly not: RegExp; readonly say: string }[] = [
  { where: /^packages\/domain\/src\/(?!.*\.test\.ts$)/, not: /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(/, say: 'the law has no clock and no dice' },
  { where: /^packages\/editor\/src\/(?!.*\.test\.ts$)/, not: /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(/, say: 'time and chance come in as arguments' },
  { where: /^apps\/server\/src\/(?!main\.ts$|draagvlak\.ts$|.*\.test\.ts$)/, not: /\bDate\.now\(|\bnew Date\(\)/, say: 'only main.ts and the admin command own a clock' },
  { where: /\.tsx?$/, not: /^export default /m, say: 'no default exports' },
  { where: /\.tsx?$/, not: /@ts-(ignore|nocheck|expect-error)|\bas any\b|[:<]\s*any\s*[,;)=\]|>}]/, say: 'no holes in the types' },
  { where: /\.tsx?$/, not: /\b(it|test|describe)\.(only|skip|todo)\(/, say: 'no focused, skipped or empty tests' },
  { where: /\.test\.tsx?$|\.e2e\.ts$/, not: /waitForTimeout|pg_sleep|setTimeout\((resolve|r|done)\b/, say: 'tests wait for the event, never for time' },
  { where: /\.(tsx?|mjs|sql|md|json)$/, not: /\bTODO\b|\bFIXME\b|\bXXX\b/, say: 'what is left to do stands in an issue' },
  { where: /\.(tsx?|mjs|css|sql)$/, not: /\bletter-spacing: uppercase|text-transform: (uppercase|capitalize|lowercase)/, say: 'names are shown letter for letter' },
]

/** Files whose own subject is what the rule looks for. */
const EXEMPT = new Set(['scripts/check/style.ts'])

export const style: Check = (sources) => sources.flatMap(({ path, text }) => {
  if (EXEMPT.has(path)) return []
  const code = /\.tsx?$/.test(path) && !path.endsWith('vite.config.ts') && !path.endsWith('vitest.config.ts')
  return [
    ...RULES.filter(({ where, not }) => where.test(path) && (code || !/\.tsx\?\$/.test(where.source)) && not.test(text)).map(({ say }) => `${path}: ${say}`),
    ...(code && text.split('\n').length > LONGEST ? [`${path}: ${text.split('\n').length} lines; a file has one idea and fits in ${LONGEST}`] : []),
    ...(/(^|\/)(utils?|helpers?|misc|common)\.tsx?$/.test(path) ? [`${path}: say what it is for, not that it helps`] : []),
    ...(code && /^(packages|apps|scripts)\//.test(path) && !/\.test\.tsx?$/.test(path) && !/^(\/\/.*\n)*\s*\/\*\*|^\/\/ @vitest-environment/.test(text) ? [`${path}: begins with one sentence saying what it is for`] : []),
  ]
})
