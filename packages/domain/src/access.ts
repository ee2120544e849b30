/** What a person may do in a situation: the one question that routes, sockets, jobs and screens ask. */
import { ACTS, NEVER_BY_TOKEN, ON_OWN_ORGANISATION, ROLES, whenMay, type Act, type Place, type Role } from './access-table.ts'
import { isPartner, leads, type Dossier } from './dossier.ts'
import type { Id, Instant, Right, Via } from './events.ts'
import { mayAllowLogo } from './logo-ask.ts'
import { coversStatement } from './mandate.ts'
import { holds, type Organisation } from './organisation.ts'
import type { Refusal } from './refusals.ts'
import { askedPersons } from './rounds.ts'
import { lastRound, openRound, phaseOf, publicEdition, takesPart, type Statement } from './statement.ts'

export interface Who {
  readonly personId: Id | null
  /** The organisation acted for. */
  readonly organisationId: Id | null
  readonly via: Via
  readonly administrator: boolean
  /** For `via: 'link'`: the statement that the personal link is for, and whether the code was typed over in this browser. */
  readonly link: { readonly statementId: Id; readonly codeTyped: boolean; /** What the link was sent for: one that asks for a logo never answers. */ readonly purpose?: 'answer' | 'logo' } | null
}

export interface Situation {
  /** The organisation acted for. */
  readonly organisation: Organisation | null
  readonly dossier: Dossier | null
  readonly statement: Statement | null
  readonly now: Instant
  /** The organisation that the act is about, where that may be another one. */
  readonly about?: Organisation
}

const INCLUDED = {
  'write': ['write', 'propose', 'read-along', 'observe'], 'propose': ['propose', 'read-along', 'observe'],
  'read-along': ['read-along', 'observe'], 'observe': ['observe'],
} as const satisfies Record<Right, readonly Right[]>

/** [P1] The roles of the organisation acted for at this moment, and no others. */
export function rolesOf(who: Who, situation: Situation): Role[] {
  const roles: readonly Role[] = ['public', ...(who.via === 'link' ? linkRoles(who, situation) : sessionRoles(who, situation))]
  return ROLES.filter(role => roles.includes(role))
}

function linkRoles({ personId, organisationId, link }: Who, { organisation, dossier, statement }: Situation): readonly Role[] {
  if (link === null || statement === null || dossier === null || personId === null || organisationId === null) return []
  if (link.statementId !== statement.id) return []
  // Who left keeps reading the version it was sent, and nothing more.
  if (!isPartner(dossier, organisationId) || !takesPart(statement, organisationId)) return ['reading-link']
  // [M1] A link outlives no place in the organisation; who was asked without one has none to lose.
  if ((organisation?.people[personId]?.leftAt ?? null) !== null) return ['reading-link']
  if (link.purpose === 'logo') return [link.codeTyped && organisation?.id === organisationId && isAskedForLogo(statement, organisation, personId) ? 'logo-link' : 'reading-link']
  return [link.codeTyped && isAskedNow(statement, organisationId, personId) ? 'link' : 'reading-link']
}

function sessionRoles(who: Who, situation: Situation): readonly Role[] {
  const { organisation, dossier, statement } = situation
  const installation: readonly Role[] = who.administrator ? ['administrator'] : []
  const { personId, organisationId } = who
  if (personId === null || organisation === null || organisation.id !== organisationId || organisation.mergedInto !== null) return installation
  const colleague = organisation.people[personId]
  if (colleague === undefined || colleague.leftAt !== null) return installation

  const leading = dossier === null ? [] : (['coordinator', 'final-editor'] as const).filter(role => leads(dossier, personId, organisationId, role))
  return [...installation, ...leading, ...partnerRoles(personId, organisation, dossier, statement, situation.now)]
}

function partnerRoles(personId: Id, organisation: Organisation, dossier: Dossier | null, statement: Statement | null, now: Instant): readonly Role[] {
  const own = (['mandate-holder', 'logo-manager'] as const).filter(role => holds(organisation, personId, role))
  if (dossier === null) return own
  if (!isPartner(dossier, organisation.id)) return statement !== null && hasAnswered(statement, organisation.id) ? ['reading-link'] : []
  if (statement !== null && !takesPart(statement, organisation.id)) return []

  const right = rightOf(personId, organisation.id, dossier, statement)
  const asked = statement !== null && isAskedNow(statement, organisation.id, personId)
  const covered = statement !== null && coversStatement(organisation, personId, statement, now)
  return [...own, ...(right === null ? [] : INCLUDED[right]), ...(asked ? ['link' as const] : []), ...(covered ? ['mandate-holder' as const] : [])]
}

/** The right on this statement, else the one on the dossier; null on the statement takes away what the dossier gave. */
export function rightOf(personId: Id, organisationId: Id, dossier: Dossier, statement: Statement | null): Right | null {
  const own = statement?.rights[organisationId]?.[personId]
  return own === undefined ? dossier.rights[organisationId]?.[personId] ?? null : own
}

const isAskedNow = (statement: Statement, organisationId: Id, personId: Id): boolean => {
  const round = lastRound(statement)
  return round !== undefined && askedPersons(round, organisationId).some(one => one.personId === personId)
}
/** [G3c] Asked for the logo, and still somebody who may give leave for it. */
const isAskedForLogo = (statement: Statement, organisation: Organisation, personId: Id): boolean =>
  statement.logoAsks.some(one => one.organisationId === organisation.id && one.personId === personId) && mayAllowLogo(statement, organisation, personId)
/** A partner that left keeps reading what it signed. */
const hasAnswered = (statement: Statement, organisationId: Id): boolean => (statement.positions[organisationId]?.history.length ?? 0) > 0

export const placeOf = (statement: Statement | null): Place => (statement === null ? 'no-statement' : phaseOf(statement))

/** The lawful "no" to an act, or null where this person may do it now. */
export function whyNot(act: Act, who: Who, situation: Situation): Refusal | null {
  const { statement, now } = situation
  if (statement !== null && statement.deletedAt !== null) return 'not-yours'
  if (act === 'read-published') return statement !== null && publicEdition(statement, now) !== undefined ? null : 'not-published'
  if (who.via === 'token' && NEVER_BY_TOKEN.includes(act)) return 'not-by-token'

  const roles = rolesOf(who, situation).filter(role => mayConcern(act, role, situation) && whenMay(act, role).length > 0)
  if (roles.length === 0) return who.via === 'link' && who.link !== null && !who.link.codeTyped && whenMay(act, who.link.purpose === 'logo' ? 'logo-link' : 'link').length > 0 ? 'link-needs-code' : 'not-yours'
  const place = placeOf(statement)
  if (!roles.some(role => whenMay(act, role).includes(place))) return place === 'stopped' ? 'statement-is-stopped' : 'not-at-this-stage'
  if (act === 'propose' && statement !== null && openRound(statement)?.proposalsAllowed === false) return 'no-proposals-in-this-round'
  if (act === 'read-round-version' && (statement === null || lastRound(statement) === undefined)) return 'no-round'
  return null
}

/** Whether a role reaches the organisation that the act is about. */
function mayConcern(act: Act, role: Role, { organisation, dossier, about }: Situation): boolean {
  if (act === 'change-organisation' && role === 'coordinator') return about !== undefined && !hasMandateHolder(about) && dossier !== null && isPartner(dossier, about.id)
  if (act === 'appoint' && role === 'administrator') return dossier !== null && !dossier.leaders.some(leader => leader.role === 'coordinator')
  if (role === 'administrator' || !ON_OWN_ORGANISATION.includes(act)) return true
  return about === undefined || about.id === organisation?.id
}

export const hasMandateHolder = (organisation: Organisation): boolean =>
  Object.keys(organisation.people).some(personId => holds(organisation, personId, 'mandate-holder'))

/** Everything that this person may do now. */
export function access(who: Who, situation: Situation): readonly Act[] {
  return ACTS.filter(act => whyNot(act, who, situation) === null)
}

/**
 * What a socket may do: in the text room, or in the draft room of an organisation (`situation.about`, else the own one).
 * The draft room is the private layer: no role of another organisation, dossier or installation opens it (P1).
 */
export function roomAccess(who: Who, situation: Situation, room: 'text' | 'organisation' = 'text'): 'none' | 'read' | 'write' {
  const [enter, change] = room === 'text' ? (['read-draft', 'write'] as const) : (['use-private-layer', 'propose'] as const)
  if (whyNot(enter, who, situation) !== null) return 'none'
  return whyNot(change, who, situation) === null ? 'write' : 'read'
}
