/** Both languages complete, the form of address right on every surface, and no sentence that nobody says. */
import type { Check, Source } from './files.ts'

type Words = Readonly<Record<string, unknown>>
const SURFACES = /^(team|sign|public|shared)_[a-z0-9_]+$/
const JE = /(?<!\p{L})(je|jij|jou|jouw|jullie|jezelf)(?!\p{L})/iu
const U = /(?<!\p{L})(u|uw|uzelf)(?!\p{L})/iu
/** Words of a refusal are looked up by the refusal's name; the rest by their own. */
const BY_NAME = /^shared_(no|logo|not_found)_/

export const translations: Check = (sources) => {
  const read = (language: 'nl' | 'en') => new Map(sources.filter(({ path }) => path.startsWith(`packages/messages/messages/${language}/`)).map(({ path, text }) => [path.split('/').at(-1)!, JSON.parse(text) as Words]))
  const [dutch, english] = [read('nl'), read('en')]
  const faults: string[] = []
  const seen = new Map<string, string>()
  for (const [file, words] of dutch) {
    const other = english.get(file) ?? {}
    for (const key of Object.keys(words)) {
      const at = `packages/messages/messages/nl/${file}: ${key}`
      if (!SURFACES.test(key)) faults.push(`${at} does not begin with its surface (team_, sign_, public_, shared_)`)
      if (seen.has(key)) faults.push(`${at} stands in ${seen.get(key)} too`)
      seen.set(key, file)
      if (!(key in other)) faults.push(`${at} has no English`)
      else if (placeholders(words[key]) !== placeholders(other[key])) faults.push(`${at} has other placeholders in English`)
      faults.push(...address(key, textOf(words[key]), at))
    }
    for (const key of Object.keys(other)) if (!(key in words)) faults.push(`packages/messages/messages/en/${file}: ${key} has no Dutch`)
  }
  return [...faults, ...unsaid([...seen.keys()], sources)]
}

function address(key: string, text: string, at: string): string[] {
  const surface = key.split('_')[0]
  if (surface === 'team' && U.test(text)) return [`${at} says u in the workspace, where it is je`]
  if ((surface === 'sign' || surface === 'public') && JE.test(text)) return [`${at} says je to somebody outside, where it is u`]
  if (surface === 'shared' && (JE.test(text) || U.test(text))) return [`${at} is shared, so it addresses nobody`]
  return []
}

function textOf(message: unknown): string {
  if (typeof message === 'string') return message
  return (message as { match?: Record<string, string> }[]).flatMap((variant) => Object.values(variant.match ?? {})).join(' ')
}
const placeholders = (message: unknown): string => [...new Set([...textOf(message).matchAll(/\{(\w+)\}/g)].map(([, name]) => name!))].sort((a, b) => a.localeCompare(b)).join()

function unsaid(keys: readonly string[], sources: readonly Source[]): string[] {
  const code = sources.filter(({ path }) => /\.tsx?$/.test(path)).map(({ text }) => text).join('\n')
  return keys.filter((key) => !BY_NAME.test(key) && !new RegExp(`\\b${key}\\b`).test(code)).map((key) => `packages/messages: ${key} is said nowhere`)
}
