/** The coalition of a dossier: who leads it, which organisations are partners, and when a partnership may end. */
import { recorded, refuse, type Decision } from './decision.ts'
import { isPartner, leads, partnerIn, type Dossier } from './dossier.ts'
import type { Day, DossierFact, DossierRole, Id, PartnerRole, Right, Theme } from './events.ts'
import { phaseOf, standingEdition, takesPart, type Statement } from './statement.ts'

export interface OpenDossier {
  readonly title: string; readonly theme: Theme; readonly accord: string | null; readonly coalition: string; readonly zone: string; readonly defaultRight: Right
  /** Who leads it from the start; their organisation is the first partner. */
  readonly coordinator: { readonly personId: Id; readonly organisationId: Id }
}

export function decideOpenDossier({ coordinator, ...wish }: OpenDossier): Decision<DossierFact> {
  if (wish.title.trim() === '') return refuse('needs-a-name')
  return recorded<DossierFact>(
    { type: 'dossier-opened', data: wish },
    { type: 'partner-added', data: { organisationId: coordinator.organisationId, roles: ['partner'] } },
    { type: 'role-given', data: { ...coordinator, role: 'coordinator' } },
  )
}

export function decideDescribeDossier(dossier: Dossier, wish: { title: string; theme: Theme; accord: string | null; coalition: string; defaultRight: Right }): Decision<DossierFact> {
  if (wish.title.trim() === '') return refuse('needs-a-name')
  const same = dossier.title === wish.title && sameTheme(dossier.theme, wish.theme) && dossier.accord === wish.accord && dossier.coalition === wish.coalition && dossier.defaultRight === wish.defaultRight
  return same ? recorded() : recorded({ type: 'dossier-described', data: wish })
}

const sameTheme = (a: Theme, b: Theme): boolean => (typeof a === 'object' && typeof b === 'object' ? a.own === b.own : a === b)

export function decideArchiveDossier(dossier: Dossier, wish: { archived: boolean }): Decision<DossierFact> {
  if ((dossier.archivedAt !== null) === wish.archived) return recorded()
  return recorded({ type: wish.archived ? 'dossier-archived' : 'dossier-unarchived', data: {} })
}

export function decideGiveRole(dossier: Dossier, wish: { personId: Id; organisationId: Id; role: DossierRole }): Decision<DossierFact> {
  if (!isPartner(dossier, wish.organisationId)) return refuse('not-a-partner')
  return leads(dossier, wish.personId, wish.organisationId, wish.role) ? recorded() : recorded({ type: 'role-given', data: wish })
}

const isLastCoordinator = (dossier: Dossier, personId: Id): boolean =>
  dossier.leaders.filter(leader => leader.role === 'coordinator').every(leader => leader.personId === personId)

/** The last coordinator can't leave: hand over first. */
export function decideEndRole(dossier: Dossier, wish: { personId: Id; role: DossierRole }): Decision<DossierFact> {
  if (!dossier.leaders.some(leader => leader.personId === wish.personId && leader.role === wish.role)) return recorded()
  if (wish.role === 'coordinator' && isLastCoordinator(dossier, wish.personId)) return refuse('last-coordinator')
  return recorded({ type: 'role-ended', data: wish })
}

export function decideHandOver(dossier: Dossier, wish: { from: Id; to: { personId: Id; organisationId: Id } }): Decision<DossierFact> {
  if (!isPartner(dossier, wish.to.organisationId)) return refuse('not-a-partner')
  if (!dossier.leaders.some(leader => leader.role === 'coordinator' && leader.personId === wish.from)) return refuse('no-such-person')
  if (wish.from === wish.to.personId) return refuse('already-coordinator-or-editor')
  return recorded<DossierFact>({ type: 'role-given', data: { ...wish.to, role: 'coordinator' } }, { type: 'role-ended', data: { personId: wish.from, role: 'coordinator' } })
}

/** An organisation that left comes back as a new partnership. */
export function decideAddPartner(dossier: Dossier, wish: { organisationId: Id; roles: readonly PartnerRole[] }): Decision<DossierFact> {
  return isPartner(dossier, wish.organisationId) ? refuse('already-a-partner') : recorded({ type: 'partner-added', data: wish })
}

/**
 * By the partner itself: always. By the coordinator: not while a text in which it takes part stands between the closing of its round
 * and publication, for then the list is being made. `statements` are those of the dossier.
 */
export function decideEndPartnership(dossier: Dossier, wish: { organisationId: Id; reason: string | null; by: 'partner' | 'coordinator' }, statements: readonly Statement[]): Decision<DossierFact> {
  const partner = partnerIn(dossier, wish.organisationId)
  if (partner === undefined) return refuse('not-a-partner')
  if (partner.ended !== null) return recorded()
  if (dossier.leaders.filter(leader => leader.role === 'coordinator').every(leader => leader.organisationId === wish.organisationId)) return refuse('last-coordinator')
  if (wish.by === 'coordinator' && statements.some(one => takesPart(one, wish.organisationId) && isBeingFixed(one))) return refuse('partnership-is-fixed-until-publication')
  const roles = dossier.leaders.filter(leader => leader.organisationId === wish.organisationId)
  return recorded<DossierFact>(
    { type: 'partnership-ended', data: wish },
    ...roles.map(({ personId, role }): DossierFact => ({ type: 'role-ended', data: { personId, role } })),
  )
}

const isBeingFixed = (statement: Statement): boolean => ['round-closed', 'adopted'].includes(phaseOf(statement))

export interface LeavingConsequence {
  readonly statementId: Id
  /** Its answer no longer counts there. */
  readonly losesAnswer: boolean
  /** The round waits for it no longer. */
  readonly wasMustAnswer: boolean
  /** The last edition that keeps its name as it was printed. */
  readonly staysInEdition: number | null
}

/** What leaving would change, per statement, shown before it is done. */
export function previewLeaving(organisationId: Id, statements: readonly Statement[]): readonly LeavingConsequence[] {
  return statements.filter(one => takesPart(one, organisationId) && one.positions[organisationId] !== undefined).map(statement => ({
    statementId: statement.id,
    losesAnswer: ['agreed', 'reserved'].includes(statement.positions[organisationId]?.state ?? 'asked'),
    wasMustAnswer: statement.rounds.at(-1)?.status === 'open' && statement.rounds.at(-1)?.mustAnswer.includes(organisationId) === true,
    staysInEdition: standingEdition(statement)?.list.some(line => line.organisationId === organisationId) === true ? standingEdition(statement)?.number ?? null : null,
  }))
}

/** [G4] Leave by the State body's house-style coordinator to show a partner logo. */
export function decideRecordLogoLeave(dossier: Dossier, wish: { organisationId: Id; decidedOn: Day; body: string }): Decision<DossierFact> {
  if (!isPartner(dossier, wish.organisationId)) return refuse('not-a-partner')
  const leave = partnerIn(dossier, wish.organisationId)?.logoLeave
  return leave?.body === wish.body && leave.decidedOn === wish.decidedOn ? recorded() : recorded({ type: 'partner-logo-leave-recorded', data: wish })
}
