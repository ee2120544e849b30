/** The directory of organisations: their entry, people, mandates, decision route and logos. */
import { BODY_KINDS } from '@draagvlak/domain/body-kind'
import * as z from 'zod/mini'
import { endpoint } from './endpoint.ts'
import { day, email, hash, id, language, line, listOf, words } from './fields.ts'
import { STAGES } from './statement.ts'

const kind = z.enum(BODY_KINDS)
const reach = z.enum(['national', 'regional', 'local'])
const role = z.enum(['mandate-holder', 'logo-manager'])
const number = z.nullable(z.string().check(z.regex(/^\d{8}$/)))

export const organisationBrief = z.object({
  id, name: z.string(), kind, reach, number: z.nullable(z.string()), place: z.nullable(z.string()),
  /** 1 to 12: the colour of carets and initials, never shown without the name. */
  hue: z.number(), initials: z.string(),
})
export type OrganisationBrief = z.output<typeof organisationBrief>

export const logo = z.object({
  id, file: hash, mediaType: z.string(), variant: z.enum(['colour', 'single-colour', 'reversed']), addedAt: z.string(), retiredAt: z.nullable(z.string()),
  facts: z.object({
    format: z.string(), width: z.number(), height: z.number(), transparent: z.boolean(), fitForPrint: z.boolean(), hasText: z.boolean(), notes: z.array(z.string()),
  }),
})
export type LogoView = z.output<typeof logo>
export const mandate = z.object({
  id, personId: id, scope: z.union([z.object({ kind: z.literal('all') }), z.object({ kind: z.literal('dossier'), dossierId: id }), z.object({ kind: z.literal('statement'), statementId: id })]),
  until: z.nullable(z.string()), decidedOn: z.nullable(z.string()), body: z.nullable(z.string()), recordedAt: z.string(), endedAt: z.nullable(z.string()),
})
export const colleague = z.object({ personId: id, name: z.string(), function: z.string(), email: z.nullable(z.string()), roles: z.array(role) })

export const organisationFull = z.extend(organisationBrief, {
  names: z.array(z.object({ name: z.string(), validFrom: z.string() })), website: z.nullable(z.string()), about: z.string(), parent: z.nullable(organisationBrief),
  members: z.nullable(z.object({ count: z.number(), countedOn: z.string() })), printedName: z.nullable(z.string()), sortKey: z.nullable(z.string()), defaultSortKey: z.string(), minimumWidth: z.nullable(z.number()),
  route: z.object({ route: z.enum(['short', 'long']), leadDays: z.number(), meetings: z.array(z.string()) }),
  logos: z.array(logo),
  /** Null for who may not see the people of this organisation. */
  people: z.nullable(z.array(colleague)), mandates: z.nullable(z.array(mandate)),
  /** Dossiers that you and this organisation share. */
  dossiers: z.array(z.object({ id, title: z.string() })),
  /** What you may do here, as names of acts. */
  may: z.array(z.string()),
})
export type OrganisationFull = z.output<typeof organisationFull>

export const newOrganisation = z.object({ name: line(200), kind, reach, number, parentId: z.nullable(id), place: z.nullable(line(100)), website: z.nullable(z.string().check(z.maxLength(300), z.regex(/^https?:\/\/\S+$/))) })

export const listOrganisations = endpoint({ method: 'GET', path: '/organisations', may: 'signed-in', summary: 'The directory, by name.', query: z.object({ q: z.optional(z.string().check(z.maxLength(200))), after: z.optional(z.string()) }), answer: listOf(organisationBrief) })
export const findDoubles = endpoint({ method: 'GET', path: '/organisations/doubles', may: 'signed-in', summary: 'Organisations that are likely to be the one you are about to add (E4).', query: z.object({ name: z.string().check(z.maxLength(200)), number: z.optional(z.string().check(z.maxLength(20))) }), answer: listOf(z.extend(organisationBrief, { because: z.enum(['same-number', 'same-name', 'like-name']) })) })
export const addOrganisation = endpoint({ method: 'POST', path: '/organisations', may: 'register-organisation', status: 201, summary: 'Adds an organisation. Likely doubles are answered with 409 until `confirmed` says that it is another one.', body: z.extend(newOrganisation, { confirmed: z.optional(z.boolean()) }), answer: organisationBrief })
export const seeOrganisation = endpoint({ method: 'GET', path: '/organisations/:organisationId', may: 'signed-in', summary: 'One organisation.', answer: organisationFull })
export const changeOrganisation = endpoint({
  method: 'PATCH', path: '/organisations/:organisationId', may: 'change-organisation', summary: 'Changes the entry. A new name keeps the old one with its dates.',
  body: z.object({
    name: z.optional(line(200)), kind: z.optional(kind), reach: z.optional(reach), number: z.optional(number), parentId: z.optional(z.nullable(id)), place: z.optional(z.nullable(line(100))),
    website: z.optional(z.nullable(z.string().check(z.maxLength(300), z.regex(/^https?:\/\/\S+$/)))), about: z.optional(words(2000)), members: z.optional(z.object({ count: z.int().check(z.gte(0), z.lte(20_000_000)), countedOn: day })),
  }),
  answer: organisationFull,
})
export const setPrintedName = endpoint({ method: 'PUT', path: '/organisations/:organisationId/printed-name', may: 'set-printed-name', summary: 'How the name is printed, where it sorts, and how wide the logo must be at least (mm).', body: z.object({ printedName: z.nullable(line(200)), sortKey: z.nullable(line(200)), minimumWidth: z.nullable(z.number().check(z.gte(1), z.lte(100))) }), answer: organisationFull })
export const setRoute = endpoint({ method: 'PUT', path: '/organisations/:organisationId/route', may: 'set-route', summary: 'How this organisation decides: short or long, lead time in days, meeting dates.', body: z.object({ route: z.enum(['short', 'long']), leadDays: z.int().check(z.gte(0), z.lte(365)), meetings: z.array(day).check(z.maxLength(100)) }), answer: organisationFull })
export const inviteColleague = endpoint({ method: 'POST', path: '/organisations/:organisationId/people', may: 'invite-colleague', status: 201, summary: 'Adds a colleague by e-mail; a mail tells them.', body: z.object({ email, name: line(120), function: words(120), roles: z.array(role) }), answer: colleague })
export const setColleagueRoles = endpoint({ method: 'PUT', path: '/organisations/:organisationId/people/:personId', may: 'give-organisation-role', summary: 'What a colleague may do for the organisation.', body: z.object({ roles: z.array(role) }), answer: organisationFull })
export const removeColleague = endpoint({ method: 'DELETE', path: '/organisations/:organisationId/people/:personId', may: 'set-colleague-rights', summary: 'A colleague no longer works here.' })
export const recordMandate = endpoint({
  method: 'POST', path: '/organisations/:organisationId/mandates', may: 'record-mandate', status: 201, summary: 'Records why a person may answer.',
  body: z.object({ personId: id, scope: mandate.shape.scope, until: z.nullable(day), decidedOn: z.nullable(day), body: z.nullable(line(200)) }), answer: mandate,
})
export const endMandate = endpoint({ method: 'DELETE', path: '/organisations/:organisationId/mandates/:mandateId', may: 'record-mandate', summary: 'Ends a mandate; earlier answers stand (M2).' })
export const addLogo = endpoint({ method: 'POST', path: '/organisations/:organisationId/logos', may: 'manage-logos', status: 201, summary: 'Adds a logo: the body is the file. It is cleaned, measured and kept; 422 says what is wrong with it.', query: z.object({ variant: z.optional(z.enum(['colour', 'single-colour', 'reversed'])) }), upload: { maximum: 20 * 1024 * 1024 }, answer: logo })
export const retireLogo = endpoint({ method: 'DELETE', path: '/organisations/:organisationId/logos/:logoId', may: 'manage-logos', summary: 'Takes a logo out of use; editions that show it stay as they are.' })

/** One leave to use one logo: under which statement, where, until when, and where it stands since. */
export const logoUse = z.object({
  consentId: id, statementId: id, title: z.string(), language, stage: z.enum(STAGES), file: hash, variant: z.nullable(logo.shape.variant),
  channels: z.array(z.enum(['website', 'print', 'mail', 'newspaper'])), editions: z.enum(['this-edition', 'all-editions']), /** What `this-edition` means; of all editions, the first. */ edition: z.number(), until: z.nullable(z.string()),
  by: z.nullable(z.object({ name: z.string(), function: z.string() })), givenAt: z.string(), revokedAt: z.nullable(z.string()),
  /** Whether it still gives leave for something new. */
  standing: z.enum(['valid', 'revoked', 'past', 'logo-retired', 'statement-stopped']),
  /** Editions that show this logo by this leave; they stay as they are. */
  shownIn: z.array(z.object({ number: z.number(), publishedAt: z.string(), withdrawnAt: z.nullable(z.string()) })),
  mayRevoke: z.boolean(),
})
export type LogoUse = z.output<typeof logoUse>
export const listLogoUses = endpoint({ method: 'GET', path: '/organisations/:organisationId/logo-uses', may: 'manage-logos', summary: 'Where our logo stands: every leave given for it, newest first.', answer: listOf(logoUse) })
