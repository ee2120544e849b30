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

export function secretOf({ secret, dataDir }: Pick<Config, 'secret' | 'dataDir'>): string {
  if (secret) return secret
  const file = path.join(dataDir, 'secret')
  // `wx`: of two that start at once, one makes it and both read it.
  try { fs.writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' }) } catch (error) { if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error }
  return fs.readFileSync(file, 'utf8')
}
