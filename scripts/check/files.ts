/** The files of the project as the checks see them: tracked and new ones, without what git ignores. */
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'

export interface Source { readonly path: string; readonly text: string }
/** One sentence per fault, beginning with the file it is in. */
export type Check = (sources: readonly Source[]) => readonly string[]

/** Outside a git checkout every file is read. */
export function projectFiles(): string[] {
  const list = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' })
  return list.split('\n').filter((path) => path !== '' && fs.existsSync(path)).sort()
}

export const readSources = (paths: readonly string[], wanted: RegExp): Source[] =>
  paths.filter((path) => wanted.test(path)).map((path) => ({ path, text: fs.readFileSync(path, 'utf8') }))
