/** Adopting and publishing: each act shows beforehand who will be listed, and each can be withdrawn with a reason. */
import * as api from '@draagvlak/api/edition'
import { streamOf } from '@draagvlak/domain/events'
import { decideAdopt, decidePublish, decideWithdrawAdoption, decideWithdrawPublication, whyRulesNotMet } from '@draagvlak/domain/publish'
import { lastRound, phaseOf, workingEdition } from '@draagvlak/domain/statement'
import type { Dossier } from '@draagvlak/domain/dossier'
import type { Organisation } from '@draagvlak/domain/organisation'
import type { Deps } from '../deps.ts'
import { organisationsOf } from '../dossier/coalition.ts'
import { notFound, refused } from '../http/no.ts'
import type { On } from '../http/route.ts'
import { passagesOf } from '../statement/frozen.ts'
import { listingView } from '../round/listing.ts'
import { tellPublished, tellWithdrawn } from '../round/news.ts'
import { after } from '../statement/after.ts'
import { decideOn, shown } from '../statement/routes.ts'
import { keepFile } from '../store/files.ts'
import type { Trx } from '../store/database.ts'
import type { AnyRecorded } from '../store/events.ts'
import type { StateOf, Stream } from '../store/streams.ts'
import { editionFile } from './edition.ts'
import { editionBytes } from './edition-file.ts'

export function editionRoutes(on: On, deps: Deps): void {
  on(api.seeListing, async ({ situation, now }) => {
    const statement = situation.statement!
    const dossier = situation.dossier!
    const organisations = await organisationsOf(deps.events, dossier)
    const adopting = decideAdopt(statement, { dossier, organisations }, now)
    const publishing = decidePublish(statement, { dossier, organisations }, { number: workingEdition(statement), file: '', embargoUntil: null, reason: '…' }, now)
    const round = lastRound(statement)
    // Before closing one wants to know what would stand in the way afterwards.
    const rules = round && phaseOf(statement) === 'in-round' ? whyRulesNotMet(statement, dossier, round) : null
    return {
      ...await listingView(deps, { statement, dossier, organisations }, now),
      close: rules ? [rules] : [], adopt: adopting.ok ? [] : [adopting.because], publish: publishing.ok ? [] : [publishing.because],
    }
  })

  on(api.adopt, async (call) => {
    const streams = coalitionStreams(call.situation.dossier!)
    const statement = streamOf.statement(call.params.statementId)
    const outcome = await deps.events.decide({ write: statement, read: streams.all, by: call.by }, ({ state, now }) => decideAdopt(state(statement)!, streams.coalition(state), now))
    return outcome.ok ? shown(deps, call, call.params.statementId) : refused(outcome.because)
  })
  on(api.withdrawAdoption, (call) => decideOn(deps, call, (statement) => decideWithdrawAdoption(statement, call.body)))

  on(api.publish, async (call) => {
    const streams = coalitionStreams(call.situation.dossier!)
    const stream = streamOf.statement(call.params.statementId)
    const outcome = await deps.events.decide({ write: stream, read: streams.all, by: call.by }, async ({ state, trx, now }) => {
      const statement = state(stream)!
      const coalition = streams.coalition(state)
      const round = lastRound(statement)
      if (!round) return { ok: false, because: 'no-round' }
      const edition = editionFile({ statement, ...coalition, passages: await passagesOf(deps, round.version), reason: call.body.reason, now })
      const file = await keepFile(trx, editionBytes(edition), 'application/json')
      const embargoUntil = call.body.embargoUntil ? new Date(call.body.embargoUntil).toISOString() : null
      const decision = decidePublish(statement, coalition, { number: edition.number, file, embargoUntil, reason: call.body.reason }, now)
      return decision.ok ? { ...decision, with: async (inside: Trx, recorded: readonly AnyRecorded[]) => { if (recorded.length > 0) await tellPublished(deps, inside, { statement: after(statement, recorded), ...coalition, now }) } } : decision
    })
    deps.mailWaits()
    return outcome.ok ? shown(deps, call, call.params.statementId) : refused(outcome.because)
  })
  on(api.withdrawPublication, async (call) => {
    const number = Number(call.params.number)
    if (!Number.isInteger(number)) return notFound()
    const dossier = call.situation.dossier!
    const organisations = await organisationsOf(deps.events, dossier)
    return decideOn(deps, call, (statement) => decideWithdrawPublication(statement, { number, reason: call.body.reason }), async (trx, done) => {
      if (done.recorded.length > 0) await tellWithdrawn(deps, trx, { ...done, dossier, organisations })
    })
  })
  on(api.listEditions, async ({ situation }) => ({
    items: situation.statement!.editions.map((edition) => ({ number: edition.number, version: edition.version, publishedAt: edition.publishedAt, withdrawnAt: edition.withdrawn?.at ?? null, embargoUntil: edition.embargoUntil, reason: edition.reason, signatories: edition.list.length })).reverse(), next: null,
  }))

  /** The dossier and all its organisations, read under the same lock as the decision. */
  function coalitionStreams(dossier: Dossier) {
    const at = streamOf.dossier(dossier.id)
    const organisations = dossier.partners.map((partner) => streamOf.organisation(partner.organisationId))
    return {
      all: [at, ...organisations] as Stream[],
      coalition: (state: <S extends Stream>(stream: S) => StateOf<S> | null): { dossier: Dossier; organisations: Organisation[] } => ({ dossier: state(at)!, organisations: organisations.flatMap((stream) => state(stream) ?? []) }),
    }
  }
}
