/** The words of a frozen version, from its file. */
import type { Passage } from '@draagvlak/editor/passage'
import { readVersion } from '@draagvlak/editor/canonical'
import type { Deps } from '../deps.ts'
import { readFile } from '../store/files.ts'

export async function passagesOf(deps: Pick<Deps, 'connection'>, version: string): Promise<readonly Passage[]> {
  const file = await readFile(deps.connection.db, version)
  if (!file) throw new Error(`The file of version ${version} is missing`)
  return readVersion(file.bytes).passages
}
