/** What each person may do with one text, in place of what the dossier gives. */
import * as z from 'zod/mini'
import { endpoint } from './endpoint.ts'
import { id, listOf } from './fields.ts'
import { organisationBrief } from './organisation.ts'

const right = z.enum(['write', 'propose', 'read-along', 'observe'])
/** What a person has on this text: `dossier` is the default, `own` what was set here in its place; `as-dossier` where nothing was. */
export const personOnStatement = z.object({ personId: id, name: z.string(), function: z.string(), dossier: z.nullable(right), own: z.union([z.nullable(right), z.literal('as-dossier')]) })
export const listRights = endpoint({ method: 'GET', path: '/statements/:statementId/people', may: 'read-draft', summary: 'Who may do what with this text, by organisation: of all partners for the coordinator, of the own organisation for its people.', answer: listOf(z.object({ organisation: organisationBrief, people: z.array(personOnStatement), /** Why you can not change it now, as the name of a refusal. */ because: z.nullable(z.string()) })) })
export const setStatementRight = endpoint({ method: 'PUT', path: '/statements/:statementId/people/:personId', may: 'set-statement-right', summary: 'What a person may do with this text, in place of what the dossier gives; null takes it away here, `as-dossier` gives the default back.', body: z.object({ organisationId: id, right: z.union([z.nullable(right), z.literal('as-dossier')]) }), answer: personOnStatement })
