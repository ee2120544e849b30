/** What happened outside a statement's own stream and belongs to its story all the same: who joined or left, what partners are called, their logos. */
import type { Viewer } from './board.ts'
import { partnerIn, type Dossier } from './dossier.ts'
import type { DossierFact, Id, Instant, Kept, OrganisationFact } from './events.ts'
import { takesPart, type Statement } from './statement.ts'

/** Content that every reader of the statement may have: whose, and what it is called; no files, reasons or persons. */
export type RelatedFact =
  | { readonly type: 'logo-added' | 'logo-retired' | 'partner-added' | 'partnership-ended' | 'partner-logo-leave-recorded'; readonly data: { readonly organisationId: Id } }
  | { readonly type: 'organisation-renamed'; readonly data: { readonly organisationId: Id; readonly name: string; readonly validFrom: string } }
  | { readonly type: 'printed-name-set'; readonly data: { readonly organisationId: Id; readonly printedName: string | null } }
export const RELATED_TYPES = ['logo-added', 'logo-retired', 'organisation-renamed', 'printed-name-set', 'partner-added', 'partnership-ended', 'partner-logo-leave-recorded'] as const satisfies readonly RelatedFact['type'][]

/** [P1] Null for everything else that stands in those streams, for what is older than the statement or the partnership, and for who takes no part. */
export function relatedFact(event: Kept<OrganisationFact> | Kept<DossierFact>, statement: Statement, dossier: Dossier): RelatedFact | null {
  if (event.data === null || event.at < statement.startedAt) return null
  switch (event.type) {
    case 'partner-added':
    case 'partnership-ended':
    case 'partner-logo-leave-recorded': return takesPart(statement, event.data.organisationId) ? { type: event.type, data: { organisationId: event.data.organisationId } } : null
  }
  const organisationId = event.stream.slice('organisation/'.length)
  if (!wasPartner(dossier, organisationId, event.at) || !takesPart(statement, organisationId)) return null
  switch (event.type) {
    case 'logo-added': return { type: event.type, data: { organisationId } }
    case 'logo-retired': {
      // Only a logo that was to stand under this text is missed here.
      const { logoId } = event.data
      return statement.consents.some(one => one.organisationId === organisationId && one.logoId === logoId) ? { type: event.type, data: { organisationId } } : null
    }
    case 'organisation-renamed': return { type: event.type, data: { organisationId, name: event.data.name, validFrom: event.data.validFrom } }
    case 'printed-name-set': return { type: event.type, data: { organisationId, printedName: event.data.printedName } }
    default: return null
  }
}

function wasPartner(dossier: Dossier, organisationId: Id, at: Instant): boolean {
  const partner = partnerIn(dossier, organisationId)
  return partner !== undefined && partner.since <= at && (partner.ended === null || at <= partner.ended.at)
}

/** [P1] Who within an organisation did it, that organisation and the secretariat know. */
export const mayKnowWho = (organisationId: Id | null, viewer: Viewer): boolean => viewer.secretariat || (organisationId !== null && viewer.organisationId === organisationId)
