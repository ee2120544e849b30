/** A statement: what it is, its stage, its draft and its versions. */
import { LANGUAGES, PASSAGE_KINDS, STATEMENT_TYPES } from '@draagvlak/domain/passage'
import { SEGMENT_STATES } from '@draagvlak/domain/segment'
import { PHASES } from '@draagvlak/domain/statement'
import * as z from 'zod/mini'
import { endpoint } from './endpoint.ts'
import { hash, id, language, line, listOf, reason } from './fields.ts'

export const STAGES = ['concept', 'in-ronde', 'ronde-gesloten', 'vastgesteld', 'gepubliceerd', 'gepubliceerd-in-bewerking', 'gestopt'] as const
const type = z.enum(STATEMENT_TYPES)
const stage = z.enum(STAGES)

/** One segment of the draagvlakbalk: a partner and how it stands to this passage. */
export const segment = z.object({ organisationId: id, state: z.enum(SEGMENT_STATES) })
export type Segment = z.output<typeof segment>

export const statementBrief = z.object({
  id, dossierId: id, slug: z.string(), type, stage, title: z.string(), language, room: z.string(), archived: z.boolean(), edition: z.nullable(z.number()),
  /** The beam of the whole text; `asked` leaves out the partners that nobody asked. */
  beam: z.array(segment), carrying: z.number(), asked: z.number(), closesAt: z.nullable(z.string()), changedAt: z.string(),
})
export type StatementBrief = z.output<typeof statementBrief>

export const passagePrint = z.object({ id: z.string(), kind: z.enum(PASSAGE_KINDS), fingerprint: hash })
export const versionBrief = z.object({ hash, number: z.number(), words: z.number(), title: z.string(), at: z.string(), passages: z.array(passagePrint) })
export const round = z.object({
  id, version: hash, edition: z.number(), openedAt: z.string(), status: z.enum(['open', 'closed', 'stopped', 'adopted']),
  dates: z.object({ answerBy: z.string(), closesAt: z.string(), recipientAt: z.nullable(z.string()), zone: z.string() }),
  mustAnswer: z.array(id), minimum: z.nullable(z.number()), proposalsAllowed: z.boolean(),
})
export const edition = z.object({ number: z.number(), version: hash, publishedAt: z.string(), withdrawnAt: z.nullable(z.string()), embargoUntil: z.nullable(z.string()), reason: z.nullable(z.string()), signatories: z.number() })

export const statementFull = z.extend(statementBrief, {
  /** What may be done now, the same for every edition; `stage` is what the world is told. */
  phase: z.enum(PHASES),
  dossier: z.object({ id, title: z.string(), coalition: z.string(), zone: z.string() }), wordBudget: z.nullable(z.number()),
  draftOpen: z.boolean(), /** Of the draft room; goes up at every freeze and every reopening. */ epoch: z.number(), access: z.enum(['none', 'read', 'write']), myRight: z.nullable(z.enum(['write', 'propose', 'read-along', 'observe'])), myRoles: z.array(z.string()),
  versions: z.array(versionBrief), round: z.nullable(round), editions: z.array(edition), participants: z.array(id), /** `all`: every partner of the dossier, also who joins later; `chosen`: these and no others. */ participation: z.enum(['all', 'chosen']), stoppedReason: z.nullable(z.string()),
  may: z.array(z.string()), revision: z.number(),
})
export type StatementFull = z.output<typeof statementFull>

/** Passages in the canonical form of the editor. */
export const passageJson = z.object({ id: z.string(), kind: z.enum(PASSAGE_KINDS), indent: z.optional(z.number()), content: z.optional(z.array(z.looseObject({ type: z.string() }))) })
export type PassageJson = z.output<typeof passageJson>
export const finding = z.object({ code: z.string(), severity: z.enum(['must', 'warn']), passageId: z.nullable(z.string()), params: z.record(z.string(), z.union([z.string(), z.number()])) })

export const listStatements = endpoint({ method: 'GET', path: '/statements', may: 'signed-in', summary: 'The statements you can read.', query: z.object({ dossierId: z.optional(id), archived: z.optional(z.enum(['yes', 'no'])) }), answer: listOf(statementBrief) })
export const startStatement = endpoint({
  method: 'POST', path: '/statements', may: 'start-statement', status: 201, summary: 'Starts a statement from the template of its type, or empty, in a dossier that you coordinate or edit.',
  body: z.object({ dossierId: id, type, language: z.enum(LANGUAGES), title: line(200), wordBudget: z.nullable(z.int().check(z.gte(1), z.lte(100_000))), template: z.optional(z.boolean()) }), answer: statementFull,
})
export const seeStatement = endpoint({ method: 'GET', path: '/statements/:statementId', may: 'read-draft', summary: 'One statement.', answer: statementFull })
export const changeStatement = endpoint({ method: 'PATCH', path: '/statements/:statementId', may: 'rename-statement', summary: 'Changes the working title, the word budget or who takes part.', body: z.object({ title: z.optional(line(200)), wordBudget: z.optional(z.nullable(z.int().check(z.gte(1), z.lte(100_000)))), participants: z.optional(z.union([z.literal('all'), z.array(id)])) }), answer: statementFull })
export const duplicateStatement = endpoint({ method: 'POST', path: '/statements/:statementId/duplicate', may: 'duplicate-statement', status: 201, summary: 'A new statement with the same text; answers never travel along (S7).', body: z.object({ title: line(200) }), answer: statementFull })
export const archiveStatement = endpoint({ method: 'POST', path: '/statements/:statementId/archive', may: 'archive-statement', summary: 'Puts the statement away.', answer: statementFull })
export const unarchiveStatement = endpoint({ method: 'DELETE', path: '/statements/:statementId/archive', may: 'archive-statement', summary: 'Brings the statement back.', answer: statementFull })
export const deleteStatement = endpoint({ method: 'DELETE', path: '/statements/:statementId', may: 'delete-statement', summary: 'Deletes a statement that nobody was asked about.' })
export const stopStatement = endpoint({ method: 'POST', path: '/statements/:statementId/stop', may: 'stop-statement', summary: 'Stops the statement for good, with the reason.', body: z.object({ reason }), answer: statementFull })
export const seeDraft = endpoint({ method: 'GET', path: '/statements/:statementId/draft', may: 'read-draft', summary: 'The draft as it stands now, with its findings and beams.', answer: z.object({ passages: z.array(passageJson), words: z.number(), findings: z.array(finding), prints: z.array(passagePrint) }) })
export const seeSnapshot = endpoint({ method: 'GET', path: '/statements/:statementId/snapshot', may: 'read-draft', summary: 'The draft as it was put together last, as one Yjs update, to show before the room brings the rest; 204 while it is short enough to do without, or is not of the schema that is asked for.', query: z.object({ schema: z.optional(z.string().check(z.regex(/^\d{1,6}$/))) }), file: 'application/octet-stream' })
export const movePassage = endpoint({ method: 'POST', path: '/statements/:statementId/passages/:passageId/move', may: 'write', summary: 'Moves a passage one place and keeps what is typed in it meanwhile.', body: z.object({ direction: z.enum(['up', 'down']) }) })
export const listDeletedPassages = endpoint({ method: 'GET', path: '/statements/:statementId/deleted-passages', may: 'write', summary: 'Passages that stood in the draft and no longer do, newest first.', answer: listOf(z.object({ passage: passageJson, after: z.nullable(z.string()), deletedAt: z.string() })) })
export const restorePassage = endpoint({ method: 'POST', path: '/statements/:statementId/deleted-passages/:passageId/restore', may: 'write', summary: 'Brings a deleted passage back to its place.' })
export const seeVersion = endpoint({ method: 'GET', path: '/statements/:statementId/versions/:hash', may: 'read-draft', summary: 'A version: its exact bytes are at the address of the file.', answer: z.object({ version: versionBrief, passages: z.array(passageJson), file: z.string() }) })
export const versionFile = endpoint({ method: 'GET', path: '/statements/:statementId/versions/:hash/file', may: 'read-draft', summary: 'The exact bytes of a version: their SHA-256 is its name.', file: 'application/json' })
export const listVersions = endpoint({ method: 'GET', path: '/statements/:statementId/versions', may: 'read-draft', summary: 'The versions, newest first.', answer: listOf(versionBrief) })
export const draftPdf = endpoint({ method: 'GET', path: '/statements/:statementId/draft.pdf', may: 'read-draft', summary: 'The draft to print: says *concept* on every page and names nobody.', file: 'application/pdf' })
