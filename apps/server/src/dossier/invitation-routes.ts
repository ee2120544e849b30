/** Accepting or declining an invitation: reading the page records nothing; the code mailed to the invited address does. */
import * as api from '@draagvlak/api/session'
import { decideJoin } from '@draagvlak/domain/directory'
import { streamOf } from '@draagvlak/domain/events'
import { decideAcceptInvitation, decideDeclineInvitation } from '@draagvlak/domain/invitation'
import { nameOn } from '@draagvlak/domain/organisation'
import type { Dossier, Invitation } from '@draagvlak/domain/dossier'
import type { Deps } from '../deps.ts'
import { dayOf } from '../directory/views.ts'
import { notFound, refused, tooOften, type No } from '../http/no.ts'
import type { On } from '../http/route.ts'
import { hashOf, idFromSignedToken, newCode, newId, newToken } from '../ids.ts'
import { codeMail, declinedMail } from '../mail/letters.ts'
import { putMail } from '../mail/outbox.ts'
import { emailHint, personsById, type Person } from '../people/persons.ts'
import { browserOf, noFor, signIn } from '../people/routes.ts'
import { useCode } from '../people/sign-in.ts'
import { cookieName } from '../people/caller.ts'
import { withinLimit } from '../store/attempts.ts'
import type { Trx } from '../store/database.ts'
import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'

const MINUTES = 15
const CODES = { most: 5, minutes: 15 }

interface Found { readonly dossier: Dossier; readonly invitation: Invitation; readonly person: Person; readonly organisation: string }

export function invitationRoutes(on: On, deps: Deps): void {
  const { db } = deps.connection

  async function find(token: string): Promise<Found | No> {
    const invitationId = idFromSignedToken(deps.secret, 'invitation', token)
    if (!invitationId) return notFound('invitation')
    const row = await db.selectFrom('states').select('state').where('stream', 'like', 'dossier/%').where((where) => where.eb(where.ref('state', '->').key('invitations' as never), '@>', JSON.stringify([{ invitationId }]) as never)).executeTakeFirst()
    const dossier = row?.state as Dossier | undefined
    const invitation = dossier?.invitations.find((one) => one.invitationId === invitationId)
    const organisation = invitation ? await deps.events.state(streamOf.organisation(invitation.organisationId)) : null
    const person = invitation ? (await personsById(db, [invitation.personId])).get(invitation.personId) : undefined
    return dossier && invitation && organisation && person ? { dossier, invitation, person, organisation: nameOn(organisation, dayOf(deps.now())) } : notFound('invitation')
  }

  on(api.seeInvitation, async ({ params, now }) => {
    const found = await find(params.token)
    if ('problem' in found) return found
    const { dossier, invitation, person, organisation } = found
    const { declined, expiresAt, right, roles } = invitation
    const status = declined ? 'declined' as const : invitation.status === 'open' && expiresAt <= now ? 'expired' as const : invitation.status
    const leader = dossier.leaders.find((one) => one.role === 'coordinator')
    const inviter = leader ? (await personsById(db, [leader.personId])).get(leader.personId)?.name ?? '' : ''
    return { dossier: dossier.title, coalition: dossier.coalition, organisation, invitedBy: inviter, emailHint: emailHint(person.email), name: person.name, function: person.function, status, expiresAt, right, mandateHolder: roles.includes('mandate-holder') }
  })
  on(api.askInvitationCode, async ({ params, context, locale, now }) => {
    const found = await find(params.token)
    if ('problem' in found) return found
    if (!await withinLimit(db, `invitation:${found.invitation.invitationId}`, now, CODES)) return tooOften()
    const browser = browserOf(deps, context)
    const code = newCode()
    const id = newId()
    await db.transaction().execute(async (trx) => {
      await trx.insertInto('sign_ins').values({ id, email: found.person.email!, person_id: found.person.id, new_email_for: null, code_hash: hashOf(`${id}:${code}`), link_hash: hashOf(newToken()), browser_hash: hashOf(browser), created_at: now, expires_at: new Date(Date.parse(now) + MINUTES * 60_000) }).execute()
      await putMail(trx, now, { personId: found.person.id, address: found.person.email!, kind: 'code', ...codeMail(locale, { code }) })
    })
    deps.mailWaits()
    return undefined
  })
  on(api.acceptInvitation, async ({ params, body, context, now }) => {
    const found = await find(params.token)
    if ('problem' in found) return found
    const { dossier, invitation } = found
    const used = await codeFor(found, body.code, context, now)
    if ('problem' in used) return used
    const streams = { dossier: streamOf.dossier(dossier.id), organisation: streamOf.organisation(invitation.organisationId) }
    const by = { personId: invitation.personId, organisationId: invitation.organisationId, via: 'session' as const }
    const outcome = await deps.events.decide({ write: [streams.dossier, streams.organisation], by }, ({ state }) => {
      const accepted = decideAcceptInvitation(state(streams.dossier)!, { invitationId: invitation.invitationId }, now)
      if (!accepted.ok) return accepted
      const joined = decideJoin(state(streams.organisation)!, { personId: invitation.personId, roles: invitation.roles })
      return joined.ok ? { ok: true, facts: accepted.facts, elsewhere: { [streams.organisation]: joined.facts }, with: async (trx) => { await trx.updateTable('persons').set({ name: body.name, function: body.function, language: body.language }).where('id', '=', invitation.personId).execute() } } : joined
    })
    if (!outcome.ok) return refused(outcome.because)
    // Whoever comes in by an invitation acts for the organisation that it names.
    const signedIn = await signIn(deps, context, used, invitation.organisationId)
    return 'problem' in signedIn ? signedIn : { ...signedIn, dossierId: dossier.id }
  })
  on(api.declineInvitation, async ({ params, body, context, now }) => {
    const found = await find(params.token)
    if ('problem' in found) return found
    const { dossier, invitation, person, organisation } = found
    const used = await codeFor(found, body.code, context, now)
    if ('problem' in used) return used
    const stream = streamOf.dossier(dossier.id)
    const reason = body.reason || null
    const outcome = await deps.events.decide({ write: stream, by: { personId: person.id, organisationId: invitation.organisationId, via: 'link' } }, ({ state }) => {
      const declined = decideDeclineInvitation(state(stream)!, { invitationId: invitation.invitationId, reason }, now)
      return declined.ok && declined.facts.length > 0 ? { ...declined, with: (trx) => tellCoordinators(trx, state(stream)!, now, { name: person.name, organisation, reason }) } : declined
    })
    if (!outcome.ok) return refused(outcome.because)
    deps.mailWaits()
    return undefined
  })

  /** [E3] Nothing pressed on a mailed page counts without the code that went to the invited address. */
  async function codeFor({ invitation }: Found, code: string, context: Context, now: string): Promise<{ readonly personId: string } | No> {
    if (invitation.status !== 'open') return refused('invitation-is-used-or-withdrawn')
    if (invitation.expiresAt <= now) return refused('invitation-has-expired')
    const browser = getCookie(context, cookieName(deps, 'browser'))
    const used = browser ? await useCode(deps, browser, code, 'sign-in') : 'code-expired' as const
    if (typeof used === 'string') return noFor(used)
    return used.personId === invitation.personId ? used : noFor('wrong-code')
  }
  async function tellCoordinators(trx: Trx, dossier: Dossier, now: string, { name, organisation, reason }: { name: string; organisation: string; reason: string | null }): Promise<void> {
    const ids = dossier.leaders.filter((leader) => leader.role === 'coordinator').map((leader) => leader.personId)
    for (const person of (await personsById(trx, ids)).values()) {
      if (person.email) await putMail(trx, now, { personId: person.id, address: person.email, kind: 'invitation-declined', ...declinedMail(person.language, { name, organisation, dossier: dossier.title, reason, url: `${deps.config.baseUrl}/dossiers/${dossier.id}` }) })
    }
  }
}
