/** What a metric found, put together over the rounds and printed as one table. */
import { median } from './stats.ts'

export interface Figure {
  readonly what: string
  /** Null where this machine or this server does not tell. */
  readonly value: number | string | null
  readonly unit?: string
  /** Anything but nothing is a fault. */
  readonly mustBeZero?: true
}
export interface Found extends Figure { readonly metric: string; readonly target: string; readonly round: number }
export interface Line { readonly metric: string; readonly what: string; readonly unit: string; readonly mustBeZero: boolean; readonly cells: Readonly<Record<string, string>> }

/** Three digits are enough to compare, and more would not be true. */
export function shortly(value: number): string {
  if (!Number.isFinite(value)) return '–'
  if (Number.isInteger(value) && Math.abs(value) < 10_000) return String(value)
  return new Intl.NumberFormat('en', { maximumSignificantDigits: 3 }).format(value)
}

/** What was lost adds up; of what was measured the middle one is told, and how far the others were. */
function cell(found: readonly Found[]): string {
  const numbers = found.flatMap(({ value }) => (typeof value === 'number' ? [value] : []))
  if (numbers.length === 0) return [...new Set(found.map(({ value }) => value ?? 'not told here'))].join('; ')
  if (found.some(({ mustBeZero }) => mustBeZero)) return shortly(numbers.reduce((sum, value) => sum + value, 0))
  const middle = shortly(median(numbers))
  const [least, most] = [shortly(Math.min(...numbers)), shortly(Math.max(...numbers))]
  return least === most ? middle : `${middle} (${least}–${most})`
}

export function linesOf(all: readonly Found[]): Line[] {
  const lines = new Map<string, Found[]>()
  for (const found of all) {
    const key = `${found.metric}\n${found.what}`
    lines.set(key, [...lines.get(key) ?? [], found])
  }
  return [...lines.values()].map((line) => {
    const { metric, what, unit = '' } = line[0]!
    const targets = [...new Set(line.map(({ target }) => target))]
    return { metric, what, unit, mustBeZero: line.some(({ mustBeZero }) => mustBeZero), cells: Object.fromEntries(targets.map((target) => [target, cell(line.filter((found) => found.target === target))])) }
  })
}

export function tableOf(lines: readonly Line[], targets: readonly string[]): string {
  const rows = [['', '', ...targets], ...lines.map(({ metric, what, unit, mustBeZero, cells }, at) => [
    lines[at - 1]?.metric === metric ? '' : metric, `${what}${unit ? `, ${unit}` : ''}${mustBeZero ? ' (must be 0)' : ''}`, ...targets.map((target) => cells[target] ?? ''),
  ])]
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)))
  return rows.map((row) => row.map((text, column) => (column < 2 ? text.padEnd(widths[column]!) : text.padStart(widths[column]!))).join('  ').trimEnd()).join('\n')
}

/** Sentences of what is not as it must be, for one server. */
export const faultsOf = (all: readonly Found[], target: string): string[] =>
  all.filter((found) => found.target === target && found.mustBeZero && found.value !== 0).map(({ metric, what, value, round }) => `${metric}, round ${round + 1}: ${what} is ${String(value)} and must be 0`)
