/** An edition as it is kept: text, list, logos and reservations as they stood, with organisations only; people stand beside it by id. */
import type { Id, Instant, Listed, Sha256 } from '@draagvlak/domain/events'
import type { Language, StatementType } from '@draagvlak/domain/passage'
import type { Passage } from '@draagvlak/editor/passage'
import { canonicalJson } from '../store/chain.ts'

export interface EditionFile {
  readonly schema: 1
  readonly statementId: Id
  readonly slug: string
  readonly number: number
  readonly type: StatementType
  readonly language: Language
  readonly coalition: string
  readonly dossier: string
  readonly zone: string
  readonly version: Sha256
  readonly passages: readonly Passage[]
  /** In the one order, wall and State list together. */
  readonly list: readonly Listed[]
  /** On personal title, and persons printed beside their organisation: ids only; a name appears while its person allows it (S6). */
  readonly personal: readonly { readonly personId: Id; readonly organisationId: Id }[]
  readonly printed: readonly { readonly personId: Id; readonly organisationId: Id }[]
  readonly reason: string | null
  readonly madeAt: Instant
}

export const editionBytes = (edition: EditionFile): Uint8Array => new TextEncoder().encode(canonicalJson(edition))
export const readEdition = (bytes: Uint8Array): EditionFile => JSON.parse(new TextDecoder().decode(bytes)) as EditionFile
