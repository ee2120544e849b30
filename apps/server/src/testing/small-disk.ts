/** A disk that a test can fill: memory mounted where only the server under test sees it, which a user namespace lets anybody do. */
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

const OWN = ['unshare', '--user', '--map-root-user', '--mount', '--'] as const
const MOUNT = 'mount -t tmpfs -o size="$1"m tmpfs "$2"'

/** Why there can be none here; null where there can. PostgreSQL wants a namespace of its own within, for it refuses root. */
export function whyNoSmallDisk(): string | null {
  if (process.platform !== 'linux') return 'only Linux has user namespaces'
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'draagvlak-test-'))
  try {
    const tried = spawnSync(OWN[0], [...OWN.slice(1), 'sh', '-c', `${MOUNT} && exec unshare --user --map-user=1000 --map-group=1000 -- true`, 'sh', '1', folder], { encoding: 'utf8' })
    return tried.status === 0 ? null : `no user namespaces here: ${(tried.error?.message ?? tried.stderr).trim().split('\n')[0]}`
  } finally { fs.rmdirSync(folder) }
}

/** The words before a program that make it run with such a disk at this folder. */
export const onSmallDisk = (mebibytes: number, folder: string): string[] => [...OWN, 'sh', '-c', `${MOUNT} && shift 2 && exec "$@"`, 'sh', String(mebibytes), folder]

/** The folder as that process sees it. */
export const asSeenBy = (pid: number, folder: string): string => `/proc/${pid}/root${folder}`

/** Leaves not one block; what is there may still be overwritten. */
export function fillDisk(ballast: string): void {
  const file = fs.openSync(ballast, 'a')
  try {
    for (let size = 1 << 20; size >= 1;) {
      try { fs.writeSync(file, Buffer.alloc(size)) } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
        size = Math.floor(size / 2)
      }
    }
  } finally { fs.closeSync(file) }
}
