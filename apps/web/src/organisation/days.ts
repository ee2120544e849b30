/** Days as people type them in the Netherlands: `3-10-2026`, and the day itself: `2026-10-03`. */

/** Null where it is no date: 31 September does not become 1 October. */
export function readDay(typed: string): string | null {
  const dutch = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(typed.trim())
  const day = dutch ? `${dutch[3]}-${dutch[2]!.padStart(2, '0')}-${dutch[1]!.padStart(2, '0')}` : typed.trim()
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return null
  const moment = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(moment.getTime()) && moment.toISOString().slice(0, 10) === day ? day : null
}

export const writeDay = (day: string): string => day.split('-').map((part) => String(Number(part))).reverse().join('-')
