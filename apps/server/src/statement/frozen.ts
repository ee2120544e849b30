/** The words of a frozen version, from its file. */
import type { Passage } from '@draagvlak/editor/passage'
import { readAnyVersion } from '@draagvlak/editor/older-texts'
import type { Deps } from '../deps.ts'
import { readFile } from '../store/files.ts'

export async function passagesOf(deps: Pick<Deps, 'connection' | 'steps'>, version: string): Promise<readonly Passage[]> {
  const file = await readFile(deps.connection.db, version)
  if (!file) throw new Error(`The file of version ${version} is missing`)
  return readAnyVersion(file.bytes, deps.steps).passages
}
