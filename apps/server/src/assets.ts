/** Where the files stand that are not code, whether the server runs from its sources or from its bundle. */
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder `apps/server`, found upwards from the running file. */
export function serverFolder(): string {
  let folder = path.dirname(fileURLToPath(import.meta.url))
  while (!fs.existsSync(path.join(folder, 'migrations'))) {
    const above = path.dirname(folder)
    if (above === folder) throw new Error('The folder apps/server with its migrations was not found')
    folder = above
  }
  return folder
}
