/** The events page by page, newest first, as one list. */
import { call } from '@draagvlak/api/call'
import { listEvents } from '@draagvlak/api/event'
import type { StatementFull } from '@draagvlak/api/statement'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { NamesOf } from './entries.ts'

type Params = { readonly statementId: string }
export function useEvents(statement: StatementFull) {
  const params: Params = { statementId: statement.id }
  const query = useInfiniteQuery({
    queryKey: [listEvents.path, params, 'pages'], initialPageParam: undefined as number | undefined,
    queryFn: ({ pageParam, signal }) => call(listEvents, { params, signal, ...(pageParam === undefined ? {} : { query: { before: pageParam } }) }),
    getNextPageParam: ({ next }) => (next === null ? undefined : Number(next)),
  })
  const pages = query.data?.pages
  const names = useMemo<NamesOf>(() => ({
    organisations: new Map(pages?.flatMap(({ organisations }) => organisations.map(({ id, name }) => [id, name] as const))), persons: new Map(pages?.flatMap(({ persons }) => persons.map(({ id, name }) => [id, name] as const))),
    versions: new Map(statement.versions.map(({ hash, number }) => [hash, number])), zone: statement.dossier.zone,
  }), [pages, statement.versions, statement.dossier.zone])
  const events = useMemo(() => pages?.flatMap(({ items }) => items) ?? [], [pages])
  return { query, events, names, unbroken: pages?.[0]?.unbroken ?? true, count: pages?.[0]?.count ?? 0 }
}
