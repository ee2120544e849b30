/** Adopting and publishing: three acts of two roles, each with the list beforehand. */
import * as z from 'zod/mini'
import { endpoint } from './endpoint.ts'
import { listOf, moment, reason } from './fields.ts'
import { listing } from './round.ts'
import { edition, statementFull } from './statement.ts'

export const seeListing = endpoint({ method: 'GET', path: '/statements/:statementId/listing', may: 'see-list', summary: 'Who would be listed now, with logo or by name, and who not and why; and what stands in the way of each act.', answer: z.extend(listing, { close: z.array(z.string()), adopt: z.array(z.string()), publish: z.array(z.string()) }) })
export const adopt = endpoint({ method: 'POST', path: '/statements/:statementId/adopt', may: 'adopt', summary: 'Adopts the text of the closed round.', answer: statementFull })
export const withdrawAdoption = endpoint({ method: 'POST', path: '/statements/:statementId/withdraw-adoption', may: 'withdraw-adoption', summary: 'Takes the adoption back.', body: z.object({ reason }), answer: statementFull })
export const publish = endpoint({ method: 'POST', path: '/statements/:statementId/editions', may: 'publish', status: 201, summary: 'Publishes the adopted text as the next edition. A second edition gives its reason.', body: z.object({ reason: z.nullable(reason), embargoUntil: z.nullable(moment) }), answer: statementFull })
export const withdrawPublication = endpoint({ method: 'POST', path: '/statements/:statementId/editions/:number/withdraw', may: 'withdraw-publication', summary: 'Takes an edition back, with the reason.', body: z.object({ reason }), answer: statementFull })
export const listEditions = endpoint({ method: 'GET', path: '/statements/:statementId/editions', may: 'read-draft', summary: 'The editions, newest first.', answer: listOf(edition) })
