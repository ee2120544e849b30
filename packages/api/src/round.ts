/** The round: what it asks of whom, its dates, and the board of answers. */
import * as z from 'zod/mini'
import { endpoint } from './endpoint.ts'
import { email, hash, id, line, listOf, moment, reason, words, zone } from './fields.ts'
import { organisationBrief } from './organisation.ts'
import { reservation } from './sign-off.ts'
import { finding, segment, statementFull } from './statement.ts'

const dates = z.object({ answerBy: moment, closesAt: moment, recipientAt: z.nullable(moment), zone })
/** Somebody who is known, or somebody new: the question is the first mail to that person, and the only one. */
const somebody = z.object({ email, name: line(120), function: words(120) })
const asked = z.union([z.object({ organisationId: id, personId: id, reason: z.nullable(words(300)) }), z.object({ organisationId: id, person: somebody, reason: z.nullable(words(300)) })])

/** A logo on the wall: a box of the inked part, and the whole picture behind it, moved so that its own padding plays no part. */
export const wallLogo = z.object({
  file: z.string(), mediaType: z.string(), width: z.number(), height: z.number(), limitedBy: z.nullable(z.enum(['cap', 'column'])),
  image: z.object({ width: z.number(), height: z.number(), left: z.number(), top: z.number() }),
})
export type WallLogo = z.output<typeof wallLogo>

/** Who would stand there, with logo or by name, and who not and why. */
export const listing = z.object({
  listed: z.array(z.object({ organisation: organisationBrief, printedName: z.string(), place: z.enum(['wall', 'state', 'personal']), logo: z.nullable(wallLogo), nameOnlyBecause: z.nullable(z.string()), alsoFor: z.nullable(z.object({ count: z.number(), countedOn: z.string() })), reservations: z.array(z.object({ passageId: z.nullable(z.string()), text: z.string() })), person: z.nullable(z.object({ name: z.string(), function: z.string() })) })),
  notListed: z.array(z.object({ organisation: organisationBrief, because: z.string() })),
  /** Why the next act can't be done yet, as names of refusals. */
  refusals: z.array(z.string()),
  minimum: z.nullable(z.number()), carrying: z.number(),
})
export type Listing = z.output<typeof listing>

/** Why this person would be the one to ask: `mandate-holder` has that role there, `colleague` is known to the organisation and no more than that. */
export const askGround = z.enum(['mandate', 'answered-before', 'asked-before', 'mandate-holder', 'only-contact', 'colleague'])
export type AskGround = z.output<typeof askGround>

export const previewRound = endpoint({
  method: 'GET', path: '/statements/:statementId/round-preview', may: 'open-round', summary: 'What a round would ask: findings, who is asked and why that person, who would be listed.',
  answer: z.object({
    findings: z.array(finding), words: z.number(), refusals: z.array(z.string()), edition: z.number(), sameAsVersion: z.nullable(z.number()),
    /** Who else wrote in the text a moment ago: half a word of theirs would be frozen. */
    writing: z.array(z.object({ personId: id, name: z.string(), organisation: z.string() })),
    partners: z.array(z.object({ organisation: organisationBrief, ask: z.boolean(), person: z.nullable(z.object({ personId: id, name: z.string(), function: z.string(), email: z.nullable(z.string()), ground: askGround })), because: z.string(), candidates: z.array(z.object({ personId: id, name: z.string(), function: z.string(), ground: askGround })), feasible: z.nullable(z.string()) })),
    mail: z.object({ subject: z.string(), text: z.string() }),
    suggestedDates: dates,
  }),
})
export const openRound = endpoint({ method: 'POST', path: '/statements/:statementId/rounds', may: 'open-round', status: 201, summary: 'Freezes the draft to a version, closes it for writing, and asks the partners by mail.', body: z.object({ dates, asked: z.array(asked).check(z.maxLength(500)), mustAnswer: z.array(id), minimum: z.nullable(z.int().check(z.gte(1), z.lte(1000))), proposalsAllowed: z.boolean(), note: z.nullable(words(2000)) }), answer: statementFull })
export const moveDates = endpoint({ method: 'PATCH', path: '/statements/:statementId/round', may: 'move-date', summary: 'Moves the dates; nobody has to answer again, everyone who has not answered is told.', body: z.object({ dates, reason: z.nullable(words(500)) }), answer: statementFull })
export const stopRound = endpoint({ method: 'POST', path: '/statements/:statementId/round/stop', may: 'stop-round', summary: 'Stops the round; the draft opens again, answers stay.', body: z.object({ reason }), answer: statementFull })
export const closeRound = endpoint({ method: 'POST', path: '/statements/:statementId/round/close', may: 'close-round', summary: 'Closes the round.', answer: statementFull })
export const withdrawClosing = endpoint({ method: 'POST', path: '/statements/:statementId/round/withdraw-closing', may: 'withdraw-closing', summary: 'The round is open again.', body: z.object({ reason }), answer: statementFull })
export const reopenDraft = endpoint({ method: 'POST', path: '/statements/:statementId/reopen', may: 'reopen-draft', summary: 'Opens the draft for writing again.', body: z.object({ reason: z.nullable(words(2000)) }), answer: statementFull })
export const liftMustAnswer = endpoint({ method: 'POST', path: '/statements/:statementId/round/lift', may: 'lift-must-answer', summary: 'A partner no longer holds up adoption, with a reason all see.', body: z.object({ organisationId: id, reason }), answer: statementFull })
export const askPerson = endpoint({ method: 'POST', path: '/statements/:statementId/round/asked', may: 'ask-person', summary: 'Asks (another) person of a partner; the earlier link of that partner no longer answers.', body: z.object({ organisationId: id, person: z.union([z.object({ personId: id }), somebody]), reason: z.nullable(words(300)) }), answer: statementFull })
export const remind = endpoint({ method: 'POST', path: '/statements/:statementId/round/reminders', may: 'remind', summary: 'Mails a reminder to who has not answered.', body: z.object({ organisationIds: z.array(id) }), answer: z.object({ sent: z.number(), resting: z.array(z.object({ organisationId: id, because: z.string() })) }) })
export const listMails = endpoint({ method: 'GET', path: '/statements/:statementId/mails', may: 'read-mails', summary: 'The mails of this statement; never one with a code.', answer: listOf(z.object({ id, to: z.string(), organisationId: z.nullable(id), subject: z.string(), text: z.string(), createdAt: z.string(), sentAt: z.nullable(z.string()), failed: z.nullable(z.string()), kind: z.string() })) })
export const sendAgain = endpoint({ method: 'POST', path: '/statements/:statementId/round/send-again', may: 'remind', summary: 'Mails the personal link of one partner again.', body: z.object({ organisationId: id }) })
export const copyLink = endpoint({ method: 'GET', path: '/statements/:statementId/round/links/:organisationId', may: 'remind', summary: 'The personal link of a partner. Whoever holds it can read; answering takes the code that goes to the person.', answer: z.object({ url: z.string() }) })

export const askLogo = endpoint({ method: 'POST', path: '/statements/:statementId/logo-asks', may: 'ask-logo', summary: 'Asks who looks after the logos of a partner for its logo and leave for this use, by a mail with a link of its own that never answers.', body: z.object({ organisationId: id }), answer: z.object({ name: z.string(), sent: z.boolean() }) })

export const boardRow = z.object({
  organisation: organisationBrief,
  /** `late`: for the organisation and the secretariat, who know of the answer; others see it wait. */
  group: z.enum(['late', 'waiting', 'reconfirm', 'reserved', 'declined', 'agreed', 'not-asked']), state: z.enum(['asked', 'provisional', 'agreed', 'reserved', 'declined', 'withdrawn', 'under-consideration', 'not-asked']),
  person: z.nullable(z.object({ name: z.string(), function: z.string() })), at: z.nullable(z.string()), late: z.boolean(), mustAnswer: z.boolean(), dividedInside: z.boolean(),
  answerId: z.nullable(id), version: z.nullable(z.string()), capacity: z.enum(['organisation', 'personal']), via: z.nullable(z.string()),
  reservations: z.array(reservation),
  explanation: z.nullable(z.string()), discussUntil: z.nullable(z.string()), waitsFor: z.nullable(z.object({ what: z.string(), until: z.nullable(z.string()) })),
  reminders: z.object({ count: z.number(), last: z.nullable(z.string()) }), logo: z.enum(['consented', 'not-asked', 'refused', 'no-logo', 'revoked']), beam: z.array(z.object({ passageId: z.string(), state: segment.shape.state })),
  notAuthorised: z.nullable(z.object({ at: z.string(), named: z.nullable(z.string()) })), question: z.nullable(z.string()),
  /** In the group `not-asked`: became a partner after the round opened, or was left out when it did. */
  notAskedBecause: z.nullable(z.enum(['joined-later', 'left-out'])),
})
export type BoardRow = z.output<typeof boardRow>
export const board = z.object({
  rows: z.array(boardRow), order: z.array(organisationBrief),
  /** `fingerprint`: of the words that the segments are about. */
  beams: z.array(z.object({ passageId: z.string(), fingerprint: hash, segments: z.array(segment), closed: z.boolean(), carrying: z.number() })),
  /** `of` counts the partners that were asked. */
  whole: z.object({ segments: z.array(segment), closed: z.boolean(), carrying: z.number(), of: z.number() }),
  tallies: z.object({ agreed: z.number(), reserved: z.number(), reconfirm: z.number(), late: z.number(), waiting: z.number(), declined: z.number(), notAsked: z.number() }),
  rules: z.object({ minimum: z.nullable(z.number()), mustAnswer: z.array(z.object({ organisationId: id, answered: z.boolean(), lifted: z.boolean() })), closesAt: z.nullable(z.string()) }),
  revision: z.number(),
})
export type Board = z.output<typeof board>
export const seeBoard = endpoint({ method: 'GET', path: '/statements/:statementId/board', may: 'see-answers', summary: 'Every partner, where it stands, who waits for whom, and the beam under every passage.', answer: board })
