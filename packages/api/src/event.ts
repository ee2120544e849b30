/** Verloop: everything decided about a statement, its chain, and the bundle that proves it. */
import * as z from 'zod/mini'
import { endpoint } from './endpoint.ts'
import { id, listOf } from './fields.ts'

export const eventView = z.object({
  /** Most are of the statement; others of its dossier or of a partner, whose `data` then says which. */
  stream: z.string(), revision: z.number(), type: z.string(), at: z.string(), hash: z.string(), previous: z.nullable(z.string()), via: z.string(),
  person: z.nullable(z.object({ name: z.string(), function: z.string() })), organisation: z.nullable(z.object({ id, name: z.string() })),
  /** Null where it is withheld from you or was erased. */
  data: z.nullable(z.record(z.string(), z.unknown())), intact: z.boolean(),
})
export type EventView = z.output<typeof eventView>
export const listEvents = endpoint({ method: 'GET', path: '/statements/:statementId/events', may: 'read-draft', summary: 'The events, newest first, each with its seal, and whether the chain is unbroken; among them what happened to partners, their names and their logos meanwhile, from streams of their own.', query: z.object({ before: z.optional(z.coerce.number()) }), answer: z.extend(listOf(eventView), { unbroken: z.boolean(), /** Of the statement's own stream. */ count: z.number(), organisations: z.array(z.object({ id, name: z.string() })), persons: z.array(z.object({ id, name: z.string() })) }) })
export const downloadBundle = endpoint({ method: 'GET', path: '/statements/:statementId/bundle', may: 'read-bundle', summary: 'The bundle with all you may see, to check offline.', file: 'application/zip' })
