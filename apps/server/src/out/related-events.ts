/** The events of other streams that belong to the story of a statement, each with its seal in its own chain. */
import { verifyChain, type ChainedEvent } from '@draagvlak/domain/audit'
import type { Dossier } from '@draagvlak/domain/dossier'
import { streamOf, type DossierFact, type Kept, type OrganisationFact } from '@draagvlak/domain/events'
import { RELATED_TYPES, relatedFact, type RelatedFact } from '@draagvlak/domain/related'
import type { Statement } from '@draagvlak/domain/statement'
import type { Deps } from '../deps.ts'
import { HASHING } from '../store/chain.ts'
import { chainOf } from './chain-rows.ts'

export interface RelatedEvent { readonly event: ChainedEvent; readonly fact: RelatedFact; readonly intact: boolean }

/** Newest first. */
export async function relatedEvents({ connection: { db } }: Pick<Deps, 'connection'>, statement: Statement, dossier: Dossier): Promise<readonly RelatedEvent[]> {
  const streams = [streamOf.dossier(dossier.id), ...dossier.partners.map((partner) => streamOf.organisation(partner.organisationId))]
  const rows = await db.selectFrom('events').selectAll().where('stream', 'in', streams).where('type', 'in', [...RELATED_TYPES]).where('at', '>=', new Date(statement.startedAt)).orderBy('at', 'desc').execute()
  const found = chainOf(rows).flatMap((event) => {
    const fact = relatedFact(event as Kept<OrganisationFact> | Kept<DossierFact>, statement, dossier)
    return fact ? [{ event, fact }] : []
  })
  const touched = [...new Set(found.map(({ event }) => event.stream))]
  if (touched.length === 0) return []
  const whole = await db.selectFrom('events').selectAll().where('stream', 'in', touched).orderBy('stream').orderBy('revision').execute()
  const broken = new Set(verifyChain(chainOf(whole), HASHING).map(({ stream, revision }) => `${stream} ${revision}`))
  return found.map(({ event, fact }) => ({ event, fact, intact: !broken.has(`${event.stream} ${event.revision}`) }))
}
