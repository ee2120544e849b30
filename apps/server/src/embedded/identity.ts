/** As whom PostgreSQL runs: it refuses root, so root gives it another user id. */
import { spawnSync, type SpawnOptions } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

export interface Identity {
  /** Words before the program on the command line. */
  readonly prefix: readonly string[]
  readonly options: SpawnOptions
  readonly bin: string
  readonly folder: string
  /** Gives a file or folder to the user PostgreSQL runs as. */
  readonly own: (file: string) => void
}

const NAMESPACE = ['unshare', '--user', '--map-user=1000', '--map-group=1000', '--']
const NOBODY = { uid: 65534, gid: 65534 }

/** A user namespace keeps the files root's own; where those are forbidden the server drops to an account without rights. */
export function identityFor(bin: string, folder: string): Identity {
  if (process.getuid?.() !== 0) return { prefix: [], options: {}, bin, folder, own: () => {} }
  const [unshare, ...words] = NAMESPACE
  if (process.env.PG_ROOT !== 'setuid' && spawnSync(unshare!, [...words, 'true']).status === 0) return { prefix: NAMESPACE, options: {}, bin, folder, own: () => {} }
  const place = everyoneReaches(path.dirname(folder)) ? folder : sharedPlace(folder)
  fs.mkdirSync(path.dirname(place), { recursive: true, mode: 0o755 })
  return { prefix: [], options: NOBODY, bin: everyoneReaches(bin) ? bin : copyOf(bin), folder: place, own: (file) => fs.chownSync(file, NOBODY.uid, NOBODY.gid) }
}

function everyoneReaches(file: string): boolean {
  for (let at = path.resolve(file); ; at = path.dirname(at)) {
    if (fs.existsSync(at) && (fs.statSync(at).mode & 1) === 0) return false
    if (at === path.dirname(at)) return true
  }
}

const sharedPlace = (folder: string): string =>
  path.join(fs.existsSync('/var/lib') ? '/var/lib' : os.tmpdir(), 'draagvlak-postgres', createHash('sha256').update(folder).digest('hex').slice(0, 12))

/** A checkout below a home of mode 0700 can't be executed by another account: about 55 MB are copied once. */
function copyOf(bin: string): string {
  const source = path.resolve(bin, '..')
  const key = createHash('sha256').update(source).digest('hex').slice(0, 12)
  const copy = path.join(os.tmpdir(), `draagvlak-postgres-${key}`)
  if (!fs.existsSync(path.join(copy, 'bin', 'postgres'))) {
    const aside = `${copy}.${process.pid}`
    fs.cpSync(source, aside, { recursive: true, verbatimSymlinks: true })
    try { fs.renameSync(aside, copy) } catch { fs.rmSync(aside, { recursive: true, force: true }) }
  }
  return path.join(copy, 'bin')
}
