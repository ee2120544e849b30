/** The secret that signs links: from the environment, or made on the first start and kept beside the data. */
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { WrongConfiguration, type Config } from './config.ts'

/** Makes the data folder (0700) where it is missing. @throws WrongConfiguration when it can't be written. */
export function prepareDataFolder({ dataDir }: Pick<Config, 'dataDir'>): void {
  try {
    fs.mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    fs.accessSync(dataDir, fs.constants.W_OK | fs.constants.X_OK)
  } catch {
    throw new WrongConfiguration(`The data folder ${dataDir} can't be written by this account. Give the account write access to it, or set DATA_DIR to a folder that it may write.`)
  }
}

/** @throws WrongConfiguration when it can't be kept or read, or is too short to sign with. */
export function secretOf({ secret, dataDir }: Pick<Config, 'secret' | 'dataDir'>): string {
  if (secret) return secret
  const file = path.join(dataDir, 'secret')
  try {
    // Written aside and linked: of two that start at once one makes it and both read it whole, and a full disk leaves no half of it.
    if (!fs.existsSync(file)) keepNew(file)
    const kept = fs.readFileSync(file, 'utf8').trim()
    if (kept.length >= SHORTEST) return kept
  } catch (cause) {
    throw new WrongConfiguration(`The secret in ${file} can't be read or made (${(cause as Error).message}). Give this account access to it, or set SECRET.`, { cause })
  }
  throw new WrongConfiguration(`The secret in ${file} has less than ${SHORTEST} characters, so that links could be forged. Put it back from a backup; without one, remove the file: a new one is made, and links that were mailed stop working.`)
}

const SHORTEST = 32

function keepNew(file: string): void {
  const aside = `${file}.${process.pid}`
  try {
    fs.writeFileSync(aside, randomBytes(32).toString('base64url'), { mode: 0o600 })
    try { fs.linkSync(aside, file) } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') fs.renameSync(aside, file) // a disk without links
    }
  } finally { fs.rmSync(aside, { force: true }) }
}
