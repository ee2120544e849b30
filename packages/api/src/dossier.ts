/** A dossier: its subject, its coalition, who leads it and who was invited. */
import * as z from 'zod/mini'
import { endpoint } from './endpoint.ts'
import { day, email, id, line, listOf, reason, words } from './fields.ts'
import { organisationBrief } from './organisation.ts'
import { wallLogo } from './round.ts'
import { statementBrief } from './statement.ts'

export const THEMES = ['social-base-and-prevention', 'poverty-and-debt', 'youth-and-parenting', 'inclusion-and-participation', 'politics-and-lobby', 'social-and-healthy', 'social-work-in-the-neighbourhood'] as const
export type KnownTheme = (typeof THEMES)[number]
/** One of the house, or one in words of its own. */
const theme = z.union([z.enum(THEMES), z.object({ own: line(100) })])
const right = z.enum(['write', 'propose', 'read-along', 'observe'])
const dossierRole = z.enum(['coordinator', 'final-editor'])
const partnerRole = z.enum(['partner', 'addressee', 'target'])

export const dossierBrief = z.object({ id, title: z.string(), theme, accord: z.nullable(z.string()), coalition: z.string(), archived: z.boolean(), partners: z.number(), statements: z.number(), roles: z.array(dossierRole) })
export type DossierBrief = z.output<typeof dossierBrief>
export const personOfPartner = z.object({ personId: id, name: z.string(), function: z.string(), email: z.nullable(z.string()), right: z.nullable(right), mandateHolder: z.boolean() })
export const partner = z.object({
  organisation: organisationBrief, roles: z.array(partnerRole), since: z.string(), /** False as long as nobody accepted an invitation for it. */ joined: z.boolean(), endedAt: z.nullable(z.string()),
  /** Null for who may not see contacts. */
  people: z.nullable(z.array(personOfPartner)),
  /** The logo that would be proposed; `wall` is null where the name would stand in its place (G4, G5). */
  logo: z.nullable(z.object({ file: z.string(), mediaType: z.string(), wall: z.nullable(wallLogo) })), partnerLogoLeave: z.boolean(),
})
export const invitation = z.object({ id, organisationId: id, personId: id, name: z.string(), email: z.nullable(z.string()), right, status: z.enum(['open', 'accepted', 'declined', 'withdrawn', 'expired']), expiresAt: z.string(), declined: z.nullable(z.object({ at: z.string(), reason: z.nullable(z.string()) })) })
export const dossierFull = z.extend(dossierBrief, {
  zone: z.string(), /** What a new person of a partner may do where the invitation says nothing else. */ defaultRight: right, leaders: z.array(z.object({ personId: id, name: z.string(), organisationId: id, role: dossierRole })),
  partnerList: z.array(partner), invitations: z.nullable(z.array(invitation)), statementList: z.array(statementBrief), may: z.array(z.string()),
})
export type DossierFull = z.output<typeof dossierFull>

export const listDossiers = endpoint({ method: 'GET', path: '/dossiers', may: 'signed-in', summary: 'The dossiers you take part in.', query: z.object({ archived: z.optional(z.enum(['yes', 'no'])) }), answer: listOf(dossierBrief) })
export const openDossier = endpoint({ method: 'POST', path: '/dossiers', may: 'open-dossier', status: 201, summary: 'Makes a dossier; you become its coordinator.', body: z.object({ title: line(200), theme, accord: z.nullable(line(200)), coalition: line(200), defaultRight: z.optional(right) }), answer: dossierFull })
export const seeDossier = endpoint({ method: 'GET', path: '/dossiers/:dossierId', may: 'read-dossier', summary: 'One dossier with its partners and statements.', answer: dossierFull })
export const describeDossier = endpoint({ method: 'PATCH', path: '/dossiers/:dossierId', may: 'describe-dossier', summary: 'Changes title, theme, accord, the name of the coalition, or what new partners may do at first.', body: z.object({ title: z.optional(line(200)), theme: z.optional(theme), accord: z.optional(z.nullable(line(200))), coalition: z.optional(line(200)), defaultRight: z.optional(right) }), answer: dossierFull })
export const archiveDossier = endpoint({ method: 'POST', path: '/dossiers/:dossierId/archive', may: 'archive-dossier', summary: 'Puts the dossier away; nothing is lost.', answer: dossierFull })
export const unarchiveDossier = endpoint({ method: 'DELETE', path: '/dossiers/:dossierId/archive', may: 'archive-dossier', summary: 'Brings the dossier back.', answer: dossierFull })
export const invitePartner = endpoint({
  method: 'POST', path: '/dossiers/:dossierId/partners', may: 'invite-partner', status: 201, summary: 'Adds an organisation to the coalition and mails an invitation to its first person. For an organisation that takes part already, invites one more person.',
  body: z.object({ organisationId: id, roles: z.optional(z.array(partnerRole)), person: z.nullable(z.object({ email, name: line(120), function: words(120), right, mandateHolder: z.boolean() })) }), answer: dossierFull,
})
export const endPartnership = endpoint({ method: 'DELETE', path: '/dossiers/:dossierId/partners/:organisationId', may: 'end-partnership', summary: 'Ends a partnership. In an open round it is named to all.', query: z.object({ reason: z.optional(reason) }), answer: dossierFull })
export const leaveDossier = endpoint({ method: 'POST', path: '/dossiers/:dossierId/leave', may: 'leave-dossier', summary: 'Your organisation leaves the coalition.', body: z.object({ reason: z.nullable(reason) }) })
export const previewLeaving = endpoint({ method: 'GET', path: '/dossiers/:dossierId/leave', may: 'leave-dossier', summary: 'What leaving changes, per statement.', answer: listOf(z.object({ statementId: id, title: z.string(), stage: z.string(), consequence: z.enum(['no-longer-asked', 'answer-stays-in-editions', 'stays-readable', 'nothing']) })) })
export const setRight = endpoint({ method: 'PUT', path: '/dossiers/:dossierId/partners/:organisationId/people/:personId', may: 'set-partner-rights', summary: 'What a person of a partner may do with the texts of this dossier; null takes the right away.', body: z.object({ right: z.nullable(right) }), answer: dossierFull })
export const renewInvitation = endpoint({ method: 'POST', path: '/dossiers/:dossierId/invitations/:invitationId/renewal', may: 'invite-partner', summary: 'Mails the invitation again with a new last day.', answer: dossierFull })
export const withdrawInvitation = endpoint({ method: 'DELETE', path: '/dossiers/:dossierId/invitations/:invitationId', may: 'invite-partner', summary: 'The invitation no longer works.', answer: dossierFull })
export const giveRole = endpoint({ method: 'POST', path: '/dossiers/:dossierId/roles', may: 'appoint', status: 201, summary: 'Appoints a coordinator or final editor.', body: z.object({ personId: id, organisationId: id, role: dossierRole }), answer: dossierFull })
export const endRole = endpoint({ method: 'DELETE', path: '/dossiers/:dossierId/roles/:role/:personId', may: 'appoint', summary: 'Ends a role; the last coordinator can not leave.', answer: dossierFull })
export const recordLogoLeave = endpoint({ method: 'PUT', path: '/dossiers/:dossierId/partners/:organisationId/partner-logo-leave', may: 'record-partner-logo-leave', summary: 'Records that a State body gave leave for its partner logo (G4).', body: z.object({ decidedOn: day, body: line(200) }), answer: dossierFull })
