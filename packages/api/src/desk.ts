/** What the desk needs beside its nouns: home, search, tickets for the wire. */
import * as z from 'zod/mini'
import { endpoint } from './endpoint.ts'
import { id, line, listOf } from './fields.ts'
import { statementBrief } from './statement.ts'

export const seeHome = endpoint({
  method: 'GET', path: '/home', may: 'signed-in', summary: 'What waits for you, and what everything waits for.',
  answer: z.object({
    forMe: z.array(z.object({ what: z.enum(['answer', 'reconfirm', 'logo', 'adopt', 'publish', 'close-round', 'invite-named', 'condition', 'confirm-telephone', 'ratify', 'admit-late', 'start-statement', 'invite-partners', 'invitation-declined']), statementId: z.nullable(id), dossierId: z.nullable(id), title: z.string(), about: z.nullable(z.string()), due: z.nullable(z.string()) })),
    statements: z.array(z.object({ statement: statementBrief, waitsFor: z.object({ what: z.enum(['partners', 'coordinator', 'final-editor', 'writers', 'nobody']), names: z.array(z.string()), more: z.number(), me: z.boolean() }) })),
    dossiers: z.number(), mayOpenDossier: z.boolean(),
  }),
})
export const search = endpoint({ method: 'GET', path: '/search', may: 'signed-in', summary: 'Dossiers, statements and organisations by name.', query: z.object({ q: line(200) }), answer: listOf(z.object({ kind: z.enum(['dossier', 'statement', 'organisation']), id, name: z.string(), about: z.string() })) })
export const makeTicket = endpoint({ method: 'POST', path: '/sync-tickets', may: 'signed-in', status: 201, summary: 'A ticket for one room: good until your session or token ends, 12 hours at most.', body: z.object({ room: line(120) }), answer: z.object({ ticket: z.string(), url: z.string(), expiresAt: z.string() }) })
