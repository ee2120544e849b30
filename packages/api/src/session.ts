/** Signing in and out, one's own person, and the tokens for scripts. */
import * as z from 'zod/mini'
import { endpoint } from './endpoint.ts'
import { code, email, id, language, line, listOf, words } from './fields.ts'

export const organisationForMe = z.object({
  id, name: z.string(), hue: z.number(), initials: z.string(),
  roles: z.array(z.enum(['mandate-holder', 'logo-manager'])),
})
export const me = z.object({
  person: z.object({ id, name: z.string(), function: z.string(), email: z.string(), language, administrator: z.boolean() }),
  organisations: z.array(organisationForMe),
  /** The organisation acted for at this moment; null only for somebody who belongs to none. */
  actingFor: z.nullable(id),
})
export type Me = z.output<typeof me>
/** A link mailed to another device does not sign in there: it says so, and the code does. */
const signedIn = z.object({ signedIn: z.boolean() })

export const askToSignIn = endpoint({ method: 'POST', path: '/sign-ins', may: 'anyone', status: 202, summary: 'Mails a link and a code to this address. The answer is the same for known and unknown addresses.', body: z.object({ email }) })
export const signInWithCode = endpoint({ method: 'POST', path: '/sign-ins/code', may: 'anyone', summary: 'Signs in the browser that asked, with the code typed over.', body: z.object({ code }), answer: signedIn })
export const signInWithLink = endpoint({ method: 'POST', path: '/sign-ins/link', may: 'anyone', summary: 'Signs in with the mailed link, only in the browser that asked for it.', body: z.object({ token: line(200) }), answer: signedIn })
export const signInWithTerminalLink = endpoint({ method: 'POST', path: '/sign-ins/terminal', may: 'anyone', summary: 'Signs in with a link that was printed on the terminal of the server.', body: z.object({ token: line(200) }), answer: signedIn })
export const setUp = endpoint({
  method: 'POST', path: '/set-up', may: 'anyone', status: 201, summary: 'Makes the first person and the first organisation, once, with the set-up link.',
  body: z.object({ token: line(200), email, name: line(120), function: words(120), organisation: line(200), language }), answer: signedIn,
})
export const seeInvitation = endpoint({
  method: 'GET', path: '/invitations/:token', may: 'anyone', summary: 'What an invitation is for. Records nothing.',
  answer: z.object({ dossier: z.nullable(z.string()), organisation: z.string(), invitedBy: z.string(), emailHint: z.string(), name: z.string(), function: z.string(), status: z.enum(['open', 'accepted', 'declined', 'withdrawn', 'expired']), expiresAt: z.string(),
    right: z.enum(['write', 'propose', 'read-along', 'observe']), mandateHolder: z.boolean(), coalition: z.string() }),
})
export const askInvitationCode = endpoint({ method: 'POST', path: '/invitations/:token/codes', may: 'anyone', status: 202, summary: 'Mails a code to the invited address.' })
export const acceptInvitation = endpoint({ method: 'POST', path: '/invitations/:token/acceptance', may: 'anyone', summary: 'Accepts with the code typed over, and signs in.', body: z.object({ code, name: line(120), function: words(120), language }), answer: z.extend(signedIn, { dossierId: id }) })
export const declineInvitation = endpoint({ method: 'POST', path: '/invitations/:token/refusal', may: 'anyone', summary: 'Says no to the invitation with the code typed over, with a reason or without; gives no session.', body: z.object({ code, reason: z.nullable(words(1000)) }) })

export const seeMe = endpoint({ method: 'GET', path: '/session', may: 'signed-in', summary: 'Who you are, and for whom you act.', answer: me })
export const actFor = endpoint({ method: 'PUT', path: '/session/organisation', may: 'signed-in', summary: 'From now on you act for this organisation of yours.', body: z.object({ organisationId: id }), answer: me })
export const signOut = endpoint({ method: 'DELETE', path: '/session', may: 'signed-in', summary: 'Signs out here.' })
export const listSessions = endpoint({
  method: 'GET', path: '/sessions', may: 'signed-in', summary: 'Where you are signed in.',
  answer: listOf(z.object({ id, device: z.string(), createdAt: z.string(), seenAt: z.string(), current: z.boolean() })),
})
export const endSession = endpoint({ method: 'DELETE', path: '/sessions/:sessionId', may: 'signed-in', summary: 'Signs out one place.' })
export const signOutEverywhere = endpoint({ method: 'DELETE', path: '/sessions', may: 'signed-in', summary: 'Signs out everywhere, here too.' })
export const changeMe = endpoint({ method: 'PATCH', path: '/session/person', may: 'signed-in', summary: 'Changes your own name, function and language.', body: z.object({ name: z.optional(line(120)), function: z.optional(words(120)), language: z.optional(language) }), answer: me })
export const askNewEmail = endpoint({ method: 'POST', path: '/session/email', may: 'signed-in', status: 202, summary: 'Mails a code to your new address; the old one is told.', body: z.object({ email }) })
export const confirmNewEmail = endpoint({ method: 'PUT', path: '/session/email', may: 'signed-in', summary: 'Your new address counts once its code is typed over.', body: z.object({ code }), answer: me })

const token = z.object({ id, name: z.string(), createdAt: z.string(), usedAt: z.nullable(z.string()) })
export const listTokens = endpoint({ method: 'GET', path: '/api-tokens', may: 'signed-in', summary: 'Your API tokens.', answer: listOf(token) })
export const makeToken = endpoint({ method: 'POST', path: '/api-tokens', may: 'signed-in', status: 201, summary: 'Makes an API token; it is shown once.', body: z.object({ name: line(80) }), answer: z.object({ id, token: z.string() }) })
export const revokeToken = endpoint({ method: 'DELETE', path: '/api-tokens/:tokenId', may: 'signed-in', summary: 'Ends an API token.' })
