/** `draagvlak verify <bundle>`: no server, no database, no network. */
import fs from 'node:fs'
import { verifyBundle } from './verify.ts'

/** The exit code: 0 when everything is as it was sealed, 1 when something is not, 2 when there is nothing to read. */
export function verifyFile(file: string, say: (text: string) => void): number {
  if (!fs.existsSync(file)) {
    say(`There is no file ${file}`)
    return 2
  }
  const { ok, fine, wrong } = verifyBundle(new Uint8Array(fs.readFileSync(file)))
  for (const line of fine) say(`ok     ${line}`)
  for (const line of wrong) say(`WRONG  ${line}`)
  say(ok ? 'Everything is as it was sealed.' : 'This bundle was changed, or is not complete.')
  return ok ? 0 : 1
}
