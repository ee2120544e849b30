/** Verloop: everything decided about a statement, its chain, and the bundle that proves it. */
import * as z from 'zod/mini'
import { endpoint } from './endpoint.ts'
import { id, listOf } from './fields.ts'

export const eventView = z.object({
  stream: z.string(), revision: z.number(), type: z.string(), at: z.string(), hash: z.string(), previous: z.nullable(z.string()), via: z.string(),
  person: z.nullable(z.object({ name: z.string(), function: z.string() })), organisation: z.nullable(z.object({ id, name: z.string() })),
  /** Null where it is withheld from you or was erased. */
  data: z.nullable(z.record(z.string(), z.unknown())), intact: z.boolean(),
})
export type EventView = z.output<typeof eventView>
export const listEvents = endpoint({ method: 'GET', path: '/statements/:statementId/events', may: 'read-draft', summary: 'The events, newest first, each with its seal, and whether the chain is unbroken.', query: z.object({ before: z.optional(z.coerce.number()) }), answer: z.extend(listOf(eventView), { unbroken: z.boolean(), count: z.number(), organisations: z.array(z.object({ id, name: z.string() })), persons: z.array(z.object({ id, name: z.string() })) }) })
export const downloadBundle = endpoint({ method: 'GET', path: '/statements/:statementId/bundle', may: 'read-bundle', summary: 'The bundle with all you may see, to check offline.', file: 'application/zip' })
