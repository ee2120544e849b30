/** The personal link: reading with the link alone; everything that counts takes the code mailed to the person (E3, M5). */
import * as z from 'zod/mini'
import { endpoint } from './endpoint.ts'
import { code, day, email, hash, id, line, words } from './fields.ts'
import { logo, organisationBrief } from './organisation.ts'
import { board, wallLogo } from './round.ts'
import { answerWish, consentWish, receipt } from './sign-off.ts'
import { passageJson } from './statement.ts'

/** A logo of one's own organisation, with the place it would have on the wall; null where it can't stand there. */
export const logoOnWall = z.extend(logo, { wall: z.nullable(wallLogo), /** Whether this link may take it back: it came in since the question, and no leave rests on it. */ mayTakeBack: z.boolean() })

export const linkView = z.object({
  purpose: z.enum(['answer', 'logo']), status: z.enum(['open', 'round-closed', 'adopted', 'published', 'in-revision', 'newer-round', 'round-stopped', 'replaced', 'revoked', 'left-dossier']),
  /** Whether the law takes an answer now from who types the code over, and since when the status holds. */
  answerable: z.boolean(), statusAt: z.nullable(z.string()),
  /** The edition that outsiders can read, if this round made it; an embargo that runs leaves it out (E1). */
  published: z.nullable(z.object({
    address: z.string(), edition: z.number(), at: z.string(),
    /** How this organisation stands under it; why not only once the code was typed over, and null where the answer was taken back since. */
    own: z.nullable(z.object({ as: z.enum(['logo', 'name', 'left-out']), because: z.nullable(z.enum(['no-answer', 'not-asked', 'provisional', 'declined', 'withdrawn', 'late', 'conditions-open', 'reconfirm', 'asked-not-to-be-listed', 'partnership-ended'])) })),
  })),
  organisation: organisationBrief, person: z.object({ name: z.string(), function: z.string(), emailHint: z.string() }), mandate: z.nullable(z.string()),
  statement: z.object({ title: z.string(), type: z.string(), language: z.enum(['nl', 'en']), coalition: z.string(), askedBy: z.string() }),
  version: z.object({ hash, number: z.number(), words: z.number() }), passages: z.array(passageJson),
  /** Passages that changed since the version that this organisation answered, or before the code since the one it was asked about before; empty the first time. */
  changes: z.array(z.object({ passageId: z.string(), kind: z.enum(['changed', 'new', 'gone']), before: z.nullable(z.string()), after: z.nullable(z.string()) })), since: z.nullable(z.string()), comparedWith: z.nullable(z.enum(['own-answer', 'earlier-round'])),
  dates: z.object({ answerBy: z.string(), closesAt: z.string(), zone: z.string() }), late: z.boolean(), minutes: z.number(),
  /** Who carries which passage: here, once the code was typed over, or not for this person. The order and the wall are empty before the code too. */
  carriers: z.enum(['shown', 'after-code', 'withheld']), beams: board.shape.beams, order: z.array(organisationBrief),
  /** Only once the code was typed over in this browser. */
  known: z.boolean(), answer: z.nullable(receipt),
  /** What counts, or counted, for this organisation from an earlier round: offered again, and never given by itself. */
  earlier: z.nullable(z.extend(z.pick(receipt, { reservations: true, exceptions: true, explanation: true, at: true }), { answer: z.enum(['agreed', 'reserved', 'declined']), number: z.number() })),
  logos: z.array(logoOnWall), /** The one to choose where nothing was chosen: what its owner last gave leave for, in whatever text. */ proposedLogo: z.nullable(id), consent: z.nullable(z.object({ logoId: id, until: z.nullable(z.string()) })),
  wall: z.array(z.object({ organisationId: id, name: z.string(), logo: z.nullable(wallLogo) })),
})
export type LinkView = z.output<typeof linkView>

export const seeLink = endpoint({ method: 'GET', path: '/links/:token', may: 'link', summary: 'What is asked, of whom, by when, and the frozen text. Records nothing.', answer: linkView })
export const askLinkCode = endpoint({ method: 'POST', path: '/links/:token/codes', may: 'link', status: 202, summary: 'Mails a code to the known address of the person; the answer says where to in outline.', answer: z.object({ emailHint: z.string() }) })
export const enterLinkCode = endpoint({ method: 'POST', path: '/links/:token/codes/entry', may: 'link', summary: 'The code typed over: from now on this browser answers for this person in this round.', body: z.object({ code }), answer: linkView })
export const answerByLink = endpoint({ method: 'POST', path: '/links/:token/sign-offs', may: 'link', status: 201, summary: 'Records the answer, with what was read and on whose authority, and the consent for the logo: null takes it back, left out it stays as it is.', body: z.object({ answer: answerWish, consent: z.optional(z.nullable(consentWish)) }), answer: receipt })
export const consentByLink = endpoint({ method: 'POST', path: '/links/:token/consents', may: 'link', status: 201, summary: 'Gives or refuses consent for a logo without changing the answer.', body: z.object({ consent: z.nullable(consentWish) }), answer: receipt })
export const discussFirstByLink = endpoint({ method: 'POST', path: '/links/:token/discuss-first', may: 'link', summary: 'No answer yet: reminders rest until this day.', body: z.object({ until: day }), answer: receipt })
export const notAuthorisedByLink = endpoint({ method: 'POST', path: '/links/:token/not-authorised', may: 'link', summary: 'Ends the mandate recorded for this person and names who does have it; the coordinator invites.', body: z.object({ named: z.nullable(z.object({ name: line(120), email, function: words(120) })) }), answer: receipt })
export const askByLink = endpoint({ method: 'POST', path: '/links/:token/questions', may: 'link', summary: 'A question to the coordinator.', body: z.object({ text: line(2000) }) })
export const addLogoByLink = endpoint({ method: 'POST', path: '/links/:token/logos', may: 'link', status: 201, summary: 'Adds a logo of the organisation: the body is the file.', upload: { maximum: 20 * 1024 * 1024 }, answer: logoOnWall })
export const takeBackLogoByLink = endpoint({ method: 'DELETE', path: '/links/:token/logos/:logoId', may: 'link', summary: 'Takes a logo out of use that came in since the question was asked and on which no leave rests.' })
export const textPdfByLink = endpoint({ method: 'GET', path: '/links/:token/text.pdf', may: 'link', summary: 'The frozen text to print; names nobody, records nothing.', file: 'application/pdf' })
export const confirmationByLink = endpoint({ method: 'GET', path: '/links/:token/confirmation.pdf', may: 'link', summary: 'What was recorded, as a PDF, once the code was typed over.', file: 'application/pdf' })
