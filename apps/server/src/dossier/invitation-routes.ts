/** Accepting an invitation: reading the page records nothing; the code mailed to the invited address does. */
import * as api from '@draagvlak/api/session'
import { decideJoin } from '@draagvlak/domain/directory'
import { streamOf } from '@draagvlak/domain/events'
import { decideAcceptInvitation } from '@draagvlak/domain/invitation'
import { nameOn } from '@draagvlak/domain/organisation'
import type { Dossier, Invitation } from '@draagvlak/domain/dossier'
import type { Deps } from '../deps.ts'
import { dayOf } from '../directory/views.ts'
import { notFound, refused, tooOften, type No } from '../http/no.ts'
import type { On } from '../http/route.ts'
import { hashOf, idFromSignedToken, newCode, newId, newToken } from '../ids.ts'
import { codeMail } from '../mail/letters.ts'
import { putMail } from '../mail/outbox.ts'
import { emailHint, personsById, type Person } from '../people/persons.ts'
import { browserOf, noFor, signIn } from '../people/routes.ts'
import { useCode } from '../people/sign-in.ts'
import { cookieName } from '../people/caller.ts'
import { withinLimit } from '../store/attempts.ts'
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
    const leader = dossier.leaders.find((one) => one.role === 'coordinator')
    const inviter = leader ? (await personsById(db, [leader.personId])).get(leader.personId)?.name ?? '' : ''
    return { dossier: dossier.title, organisation, invitedBy: inviter, emailHint: emailHint(person.email), name: person.name, function: person.function, status: invitation.status === 'open' && invitation.expiresAt <= now ? 'expired' as const : invitation.status, expiresAt: invitation.expiresAt }
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
    if (invitation.status !== 'open') return refused('invitation-is-used-or-withdrawn')
    if (invitation.expiresAt <= now) return refused('invitation-has-expired')
    const browser = getCookie(context, cookieName(deps, 'browser'))
    const used = browser ? await useCode(deps, browser, body.code, 'sign-in') : 'code-expired' as const
    if (typeof used === 'string') return noFor(used)
    if (used.personId !== invitation.personId) return noFor('wrong-code')
    const streams = { dossier: streamOf.dossier(dossier.id), organisation: streamOf.organisation(invitation.organisationId) }
    const by = { personId: invitation.personId, organisationId: invitation.organisationId, via: 'session' as const }
    const outcome = await deps.events.decide({ write: [streams.dossier, streams.organisation], by }, ({ state }) => {
      const accepted = decideAcceptInvitation(state(streams.dossier)!, { invitationId: invitation.invitationId }, now)
      if (!accepted.ok) return accepted
      const joined = decideJoin(state(streams.organisation)!, { personId: invitation.personId, roles: invitation.roles })
      return joined.ok ? { ok: true, facts: accepted.facts, elsewhere: { [streams.organisation]: joined.facts }, with: async (trx) => { await trx.updateTable('persons').set({ name: body.name, function: body.function, language: body.language }).where('id', '=', invitation.personId).execute() } } : joined
    })
    return outcome.ok ? signIn(deps, context, used) : refused(outcome.because)
  })
}
