/** What the desk needs beside its nouns: home, search by name, tickets for the wire. */
import * as api from '@draagvlak/api/desk'
import { roomAccess, whyNot, type Situation } from '@draagvlak/domain/access'
import { streamOf } from '@draagvlak/domain/events'
import { isPartner } from '@draagvlak/domain/dossier'
import { searchFold } from '@draagvlak/domain/search-fold'
import type { Deps } from '../deps.ts'
import { notFound, refused } from '../http/no.ts'
import type { On } from '../http/route.ts'
import { loadSituation } from '../http/situation.ts'
import { makeTicket } from '../sync/tickets.ts'
import { homeOf } from './home.ts'

const MOST = 20

export function deskRoutes(on: On, deps: Deps): void {
  const { db } = deps.connection

  on(api.seeHome, ({ caller, now }) => homeOf(deps, caller, now))

  on(api.search, async ({ query, caller }) => {
    const like = `%${searchFold(query.q).replace(/[%_\\]/g, '\\$&')}%`
    const { organisationId } = caller.who
    const mine = organisationId ? (await db.selectFrom('dossier_partners').select('dossier_id').where('organisation_id', '=', organisationId).execute()).map((row) => row.dossier_id) : []
    const items: { kind: 'dossier' | 'statement' | 'organisation'; id: string; name: string; about: string }[] = []
    if (mine.length > 0) {
      const dossiers = await db.selectFrom('dossier_list').select(['id', 'title', 'theme']).where('id', 'in', mine).where('folded', 'like', like).orderBy('folded').limit(MOST).execute()
      const states = await deps.events.states(dossiers.map((row) => streamOf.dossier(row.id)))
      for (const row of dossiers) if (isPartner(states.get(streamOf.dossier(row.id))!, organisationId!)) items.push({ kind: 'dossier', id: row.id, name: row.title, about: row.theme })
      const statements = await db.selectFrom('statement_list').select(['id', 'title', 'type']).where('dossier_id', 'in', mine).where('folded', 'like', like).orderBy('folded').limit(MOST).execute()
      for (const row of statements) {
        const situation = await loadSituation(deps, caller, { statementId: row.id })
        if (!('problem' in situation) && whyNot('read-draft', caller.who, situation as Situation) === null) items.push({ kind: 'statement', id: row.id, name: row.title, about: row.type })
      }
    }
    const organisations = await db.selectFrom('organisation_list').select(['id', 'name', 'kind']).where('folded', 'like', like).orderBy('folded').limit(MOST).execute()
    items.push(...organisations.map((row) => ({ kind: 'organisation' as const, id: row.id, name: row.name, about: row.kind })))
    return { items, next: null }
  })

  on(api.makeTicket, async ({ body, caller }) => {
    if (!/^[0-9a-f-]{36}$/.test(body.room)) return notFound('room')
    const situation = await loadSituation(deps, caller, { statementId: body.room })
    if ('problem' in situation) return notFound('room')
    if (roomAccess(caller.who, situation) === 'none') return refused('not-yours')
    const { ticket, expiresAt } = await makeTicket(deps, caller, body.room)
    return { ticket, expiresAt, url: `${deps.config.baseUrl.replace(/^http/, 'ws')}/sync/${body.room}?ticket=${ticket}` }
  })
}
