/** Loads what the law looks at: the statement and dossier of the path, and the organisation that the caller acts for. */
import type { Situation } from '@draagvlak/domain/access'
import { streamOf } from '@draagvlak/domain/events'
import type { Deps } from '../deps.ts'
import type { Caller } from '../people/caller.ts'
import type { StateOf, Stream } from '../store/streams.ts'
import { No, notFound } from './no.ts'

interface Named { readonly statementId?: string; readonly dossierId?: string; readonly organisationId?: string }

/** 404 for what does not exist. */
export async function loadSituation(deps: Deps, caller: Caller, named: Named): Promise<Situation | No> {
  const statement = named.statementId ? await deps.events.state(streamOf.statement(named.statementId)) : null
  if (named.statementId && (!statement || statement.deletedAt)) return notFound('statement')
  const dossierId = named.dossierId ?? statement?.dossierId
  const streams: Stream[] = []
  if (dossierId) streams.push(streamOf.dossier(dossierId))
  if (caller.who.organisationId) streams.push(streamOf.organisation(caller.who.organisationId))
  if (named.organisationId) streams.push(streamOf.organisation(named.organisationId))
  const states = await deps.events.states(streams)
  const found = <S extends Stream>(stream: S) => (states.get(stream) ?? null) as StateOf<S> | null
  const dossier = dossierId ? found(streamOf.dossier(dossierId)) : null
  if (named.dossierId && !dossier) return notFound('dossier')
  const about = named.organisationId ? found(streamOf.organisation(named.organisationId)) : null
  if (named.organisationId && !about) return notFound('organisation')
  return {
    statement, dossier, now: deps.now(),
    organisation: caller.who.organisationId ? found(streamOf.organisation(caller.who.organisationId)) : null,
    ...(about ? { about } : {}),
  }
}
