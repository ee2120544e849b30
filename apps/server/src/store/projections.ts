/** The lists that must be fast, written in the transaction of the event from the state it led to. */
import type { Dossier } from '@draagvlak/domain/dossier'
import type { Organisation } from '@draagvlak/domain/organisation'
import { nameOn } from '@draagvlak/domain/organisation'
import { searchFold } from '@draagvlak/domain/search-fold'
import { stageOf, type Statement } from '@draagvlak/domain/statement'
import type { Trx } from './database.ts'
import { kindOf } from './streams.ts'

/** @param at when the last event happened: a name is listed as it is on that day. */
export async function project(trx: Trx, stream: string, state: unknown, at: string): Promise<void> {
  switch (kindOf(stream)) {
    case 'organisation': return organisation(trx, state as Organisation, at)
    case 'dossier': return dossier(trx, state as Dossier)
    case 'statement': return statement(trx, state as Statement, at)
    case 'private': return
  }
}

async function organisation(trx: Trx, state: Organisation, at: string): Promise<void> {
  const name = nameOn(state, at.slice(0, 10))
  if (state.mergedInto) await trx.deleteFrom('organisation_list').where('id', '=', state.id).execute()
  else await put(trx, 'organisation_list', { id: state.id, name, folded: searchFold(name), kind: state.kind, number: state.number })
  await trx.deleteFrom('organisation_people').where('organisation_id', '=', state.id).execute()
  const people = Object.entries(state.people).filter(([, colleague]) => colleague.leftAt === null)
  if (people.length > 0) await trx.insertInto('organisation_people').values(people.map(([id]) => ({ organisation_id: state.id, person_id: id }))).execute()
}

async function dossier(trx: Trx, state: Dossier): Promise<void> {
  await put(trx, 'dossier_list', { id: state.id, title: state.title, folded: searchFold(state.title), theme: typeof state.theme === 'string' ? state.theme : state.theme.own, archived: state.archivedAt !== null })
  await trx.deleteFrom('dossier_partners').where('dossier_id', '=', state.id).execute()
  if (state.partners.length > 0) await trx.insertInto('dossier_partners').values(state.partners.map((partner) => ({ dossier_id: state.id, organisation_id: partner.organisationId }))).execute()
}

async function statement(trx: Trx, state: Statement, at: string): Promise<void> {
  if (state.deletedAt) {
    await trx.deleteFrom('statement_list').where('id', '=', state.id).execute()
    return
  }
  await put(trx, 'statement_list', {
    id: state.id, dossier_id: state.dossierId, slug: state.slug, type: state.type, title: state.title, folded: searchFold(state.title),
    stage: stageOf(state), archived: state.archivedAt !== null, changed_at: at,
  })
}

async function put(trx: Trx, table: 'organisation_list' | 'dossier_list' | 'statement_list', row: { id: string } & Record<string, unknown>): Promise<void> {
  await trx.insertInto(table).values(row as never).onConflict((conflict) => conflict.column('id').doUpdateSet(row as never)).execute()
}
