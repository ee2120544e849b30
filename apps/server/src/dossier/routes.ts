/** Dossiers: open, describe, put away; their coalition, rights and roles. */
import * as api from '@draagvlak/api/dossier'
import type { Decision } from '@draagvlak/domain/decision'
import { isPartner, type Dossier } from '@draagvlak/domain/dossier'
import { streamOf, type DossierFact, type OrganisationFact } from '@draagvlak/domain/events'
import { decideInvitePerson, decideRenewInvitation, decideSetRight, decideWithdrawInvitation } from '@draagvlak/domain/invitation'
import { decideJoin } from '@draagvlak/domain/directory'
import { nameOn } from '@draagvlak/domain/organisation'
import { decideAddPartner, decideArchiveDossier, decideDescribeDossier, decideEndPartnership, decideEndRole, decideGiveRole, decideOpenDossier, decideRecordLogoLeave, previewLeaving } from '@draagvlak/domain/partner'
import { stageOf } from '@draagvlak/domain/statement'
import type { Endpoint } from '@draagvlak/api/endpoint'
import type { Deps } from '../deps.ts'
import { dayOf } from '../directory/views.ts'
import { notFound, refused, type No } from '../http/no.ts'
import type { Call, On } from '../http/route.ts'
import { loadSituation } from '../http/situation.ts'
import { newId } from '../ids.ts'
import { findOrAddPerson, personsById } from '../people/persons.ts'
import type { Trx } from '../store/database.ts'
import { putInvitation } from './invitation-mail.ts'
import { briefOf, fullOf, statementsOf } from './views.ts'

const INVITATION_DAYS = 30
type Asked = Pick<Call<Endpoint>, 'caller' | 'by' | 'now'>

export function dossierRoutes(on: On, deps: Deps): void {
  const { db } = deps.connection

  async function shown(call: Pick<Asked, 'caller'>, dossierId: string): Promise<api.DossierFull | No> {
    const situation = await loadSituation(deps, call.caller, { dossierId })
    return 'problem' in situation ? situation : fullOf(deps, call.caller, situation as typeof situation & { dossier: Dossier })
  }
  async function decideOn(call: Asked, dossierId: string, ask: (dossier: Dossier) => Decision<DossierFact>, and?: (trx: Trx) => Promise<void>): Promise<api.DossierFull | No> {
    const stream = streamOf.dossier(dossierId)
    const outcome = await deps.events.decide({ write: stream, by: call.by }, ({ state }) => ({ ...ask(state(stream)!), ...(and ? { with: and } : {}) }))
    return outcome.ok ? shown(call, dossierId) : refused(outcome.because)
  }

  on(api.listDossiers, async ({ caller, query }) => {
    const rows = await db.selectFrom('dossier_list').innerJoin('dossier_partners', 'dossier_partners.dossier_id', 'dossier_list.id').where('dossier_partners.organisation_id', '=', caller.who.organisationId).where('archived', '=', query.archived === 'yes').select('dossier_list.id').orderBy('folded').execute()
    const states = await deps.events.states(rows.map((row) => streamOf.dossier(row.id)))
    const mine = [...states.values()].filter((dossier) => isPartner(dossier, caller.who.organisationId!))
    return { items: await Promise.all(mine.map(async (dossier) => briefOf(caller, dossier, (await statementsOf(deps, dossier.id)).length))), next: null }
  })
  on(api.openDossier, async (call) => {
    const { personId, organisationId } = call.by
    if (!personId || !organisationId) return refused('not-yours')
    const id = newId()
    const { defaultRight, ...wish } = call.body
    const outcome = await deps.events.decide({ write: streamOf.dossier(id), by: call.by }, () => {
      const opened = decideOpenDossier({ ...wish, zone: 'Europe/Amsterdam', defaultRight: defaultRight ?? 'observe', coordinator: { personId, organisationId } })
      // Whoever opens a dossier writes in it, and edits finally until somebody else is appointed.
      return opened.ok ? { ok: true, facts: [...opened.facts, { type: 'role-given', data: { personId, organisationId, role: 'final-editor' } }, { type: 'right-set', data: { organisationId, personId, right: 'write' } }] } : opened
    })
    return outcome.ok ? shown(call, id) : refused(outcome.because)
  })
  on(api.seeDossier, (call) => shown(call, call.params.dossierId))
  on(api.describeDossier, (call) => decideOn(call, call.params.dossierId, ({ title, theme, accord, coalition, defaultRight }) => decideDescribeDossier(call.situation.dossier!, {
    title: call.body.title ?? title, theme: call.body.theme ?? theme, accord: call.body.accord === undefined ? accord : call.body.accord, coalition: call.body.coalition ?? coalition, defaultRight: call.body.defaultRight ?? defaultRight,
  })))
  on(api.archiveDossier, (call) => decideOn(call, call.params.dossierId, (dossier) => decideArchiveDossier(dossier, { archived: true })))
  on(api.unarchiveDossier, (call) => decideOn(call, call.params.dossierId, (dossier) => decideArchiveDossier(dossier, { archived: false })))

  on(api.invitePartner, async (call) => {
    const { dossierId } = call.params
    const { organisationId, person: wished } = call.body
    const streams = { dossier: streamOf.dossier(dossierId), organisation: streamOf.organisation(organisationId) }
    const outcome = await deps.events.decide({ write: [streams.dossier, streams.organisation], by: call.by }, async ({ state, trx, now }) => {
      const dossier = state(streams.dossier)!
      const organisation = state(streams.organisation)
      if (!organisation || organisation.mergedInto) return { ok: false, because: 'not-a-partner' }
      const facts: DossierFact[] = []
      if (!isPartner(dossier, organisationId)) {
        const added = decideAddPartner(dossier, { organisationId, roles: call.body.roles ?? ['partner'] })
        if (!added.ok) return added
        facts.push(...added.facts)
      }
      if (!wished) return { ok: true, facts }
      const person = await findOrAddPerson(trx, now, wished)
      const invitationId = newId()
      const expiresAt = new Date(Date.parse(now) + INVITATION_DAYS * 86_400_000).toISOString()
      // The law looks at the coalition as it is with this partner in it.
      const withPartner: Dossier = facts.length > 0 ? { ...dossier, partners: [...dossier.partners, { organisationId, roles: ['partner'], since: now, ended: null, logoLeave: null }] } : dossier
      const roles = wished.mandateHolder ? ['mandate-holder', 'logo-manager'] as const : [] as const
      const invited = decideInvitePerson(withPartner, { invitationId, organisationId, personId: person.id, right: wished.right, roles, expiresAt, as: 'coordinator' }, now)
      if (!invited.ok) return invited
      const joined = await alreadyThere(trx, organisationId, person.id) ? decideJoin(organisation, { personId: person.id, roles: [] }) : { ok: true as const, facts: [] as OrganisationFact[] }
      return {
        ok: true, facts: [...facts, ...invited.facts], elsewhere: { [streams.organisation]: joined.ok ? joined.facts : [] },
        with: (inside) => putInvitation(deps, inside, now, { invitationId, person, inviter: call.by.personId!, organisation: nameOn(organisation, dayOf(now)), dossier: dossier.title, expiresAt, zone: dossier.zone, right: wished.right, roles }),
      }
    })
    if (!outcome.ok) return refused(outcome.because)
    deps.mailWaits()
    return shown(call, dossierId)
  })
  on(api.renewInvitation, async (call) => {
    const { dossierId, invitationId } = call.params
    const expiresAt = new Date(Date.parse(call.now) + INVITATION_DAYS * 86_400_000).toISOString()
    const invitation = call.situation.dossier!.invitations.find((one) => one.invitationId === invitationId)
    if (!invitation) return notFound('invitation')
    const organisation = await deps.events.state(streamOf.organisation(invitation.organisationId))
    const person = (await personsById(db, [invitation.personId])).get(invitation.personId)
    if (!organisation || !person) return notFound('invitation')
    const renewed = await decideOn(call, dossierId, (dossier) => decideRenewInvitation(dossier, { invitationId, expiresAt }, call.now),
      (trx) => putInvitation(deps, trx, call.now, { invitationId, person, inviter: call.by.personId!, organisation: nameOn(organisation, dayOf(call.now)), dossier: call.situation.dossier!.title, expiresAt, zone: call.situation.dossier!.zone, right: invitation.right, roles: invitation.roles }))
    deps.mailWaits()
    return renewed
  })
  on(api.withdrawInvitation, (call) => decideOn(call, call.params.dossierId, (dossier) => decideWithdrawInvitation(dossier, { invitationId: call.params.invitationId })))
  on(api.setRight, (call) => decideOn(call, call.params.dossierId, (dossier) => decideSetRight(dossier, { organisationId: call.params.organisationId, personId: call.params.personId, right: call.body.right, as: 'coordinator' })))
  on(api.giveRole, (call) => decideOn(call, call.params.dossierId, (dossier) => decideGiveRole(dossier, call.body)))
  on(api.endRole, async (call) => {
    const { role, personId } = call.params
    if (role !== 'coordinator' && role !== 'final-editor') return notFound()
    return decideOn(call, call.params.dossierId, (dossier) => decideEndRole(dossier, { personId, role }))
  })
  on(api.recordLogoLeave, (call) => decideOn(call, call.params.dossierId, (dossier) => decideRecordLogoLeave(dossier, { organisationId: call.params.organisationId, ...call.body })))

  on(api.endPartnership, async (call) => {
    const statements = await statementsOf(deps, call.params.dossierId)
    return decideOn(call, call.params.dossierId, (dossier) => decideEndPartnership(dossier, { organisationId: call.params.organisationId, reason: call.query.reason ?? null, by: 'coordinator' }, statements))
  })
  on(api.leaveDossier, async (call) => {
    const statements = await statementsOf(deps, call.params.dossierId)
    const stream = streamOf.dossier(call.params.dossierId)
    const outcome = await deps.events.decide({ write: stream, by: call.by }, ({ state }) => decideEndPartnership(state(stream)!, { organisationId: call.by.organisationId!, reason: call.body.reason, by: 'partner' }, statements))
    return outcome.ok ? undefined : refused(outcome.because)
  })
  on(api.previewLeaving, async (call) => {
    const statements = await statementsOf(deps, call.params.dossierId)
    const items = previewLeaving(call.by.organisationId!, statements).map((consequence) => {
      const statement = statements.find((one) => one.id === consequence.statementId)!
      const what = consequence.staysInEdition !== null ? 'answer-stays-in-editions' as const : consequence.losesAnswer ? 'stays-readable' as const : consequence.wasMustAnswer || statement.rounds.at(-1)?.status === 'open' ? 'no-longer-asked' as const : 'nothing' as const
      return { statementId: statement.id, title: statement.title, stage: stageOf(statement), consequence: what }
    })
    return { items, next: null }
  })
}

const alreadyThere = async (trx: Trx, organisationId: string, personId: string): Promise<boolean> =>
  (await trx.selectFrom('organisation_people').select('person_id').where('organisation_id', '=', organisationId).where('person_id', '=', personId).executeTakeFirst()) !== undefined
