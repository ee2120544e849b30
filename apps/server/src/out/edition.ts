/** Makes the file of an edition from the listing at this moment. */
import type { Dossier } from '@draagvlak/domain/dossier'
import type { Instant } from '@draagvlak/domain/events'
import { listingOf } from '@draagvlak/domain/listing'
import type { Organisation } from '@draagvlak/domain/organisation'
import { lastRound, workingEdition, type Statement } from '@draagvlak/domain/statement'
import type { Passage } from '@draagvlak/editor/passage'
import type { EditionFile } from './edition-file.ts'

export interface EditionFrom { readonly statement: Statement; readonly dossier: Dossier; readonly organisations: readonly Organisation[]; readonly passages: readonly Passage[]; readonly reason: string | null; readonly now: Instant }

export function editionFile({ statement, dossier, organisations, passages, reason, now }: EditionFrom): EditionFile {
  const number = workingEdition(statement)
  const version = lastRound(statement)!.version
  const { listed, personal, printed } = listingOf({ statement, organisations, dossier, edition: number, now, version })
  return {
    schema: 1, statementId: statement.id, slug: statement.slug, number, type: statement.type, language: statement.language, coalition: dossier.coalition, dossier: dossier.title, zone: dossier.zone,
    version, passages, list: listed, personal: personal.map(({ personId, organisationId }) => ({ personId, organisationId })), printed, reason, madeAt: now,
  }
}
