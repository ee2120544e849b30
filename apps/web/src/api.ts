/** How screens ask and act: one query per endpoint and wish, one act per endpoint, and what a 401 means. */
import { call, ProblemError, Unreachable, type Wish } from '@draagvlak/api/call'
import type { AnswerOf, Endpoint } from '@draagvlak/api/endpoint'
import { MutationCache, QueryCache, QueryClient, useMutation, useQuery, useQueryClient, type QueryKey, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query'
import { useRef } from 'react'

/** `[path, params, query]`: what live.ts looks for an id in. */
export const keyOf = (endpoint: Endpoint, wish: { readonly params?: unknown; readonly query?: unknown } = {}): QueryKey => [endpoint.path, wish.params ?? null, wish.query ?? null]

/** @param onSignedOut called when the server no longer knows who this is. */
export function makeQueryClient(onSignedOut: () => void): QueryClient {
  const onError = (error: Error) => { if (error instanceof ProblemError && error.problem.status === 401) onSignedOut() }
  return new QueryClient({
    queryCache: new QueryCache({ onError }), mutationCache: new MutationCache({ onError }),
    defaultOptions: { queries: { staleTime: 5000, retry: (times, error) => error instanceof Unreachable && times < 3 }, mutations: { retry: false, networkMode: 'always' } },
  })
}

/** The answer of a GET; fetched again when live.ts hears that something changed. */
export function useAsk<E extends Endpoint>(endpoint: E, wish: Wish<E>, { enabled = true }: { readonly enabled?: boolean } = {}): UseQueryResult<AnswerOf<E>, Error> {
  return useQuery({ queryKey: keyOf(endpoint, wish), queryFn: ({ signal }) => call(endpoint, { ...wish, signal } as Wish<E>), enabled })
}

/**
 * An act: POST, PUT, PATCH or DELETE. The same wish sent again after no answer came carries the same key, so it is done once.
 * `onDone` gets the answer; afterwards everything on the screen is fetched anew.
 */
export function useAct<E extends Endpoint>(endpoint: E, { onDone }: { readonly onDone?: (answer: AnswerOf<E>, wish: Wish<E>) => void } = {}): UseMutationResult<AnswerOf<E>, Error, Wish<E>> {
  const queries = useQueryClient()
  const last = useRef<{ wish: string; key: string } | null>(null)
  return useMutation({
    mutationFn: (wish: Wish<E>) => {
      const written = JSON.stringify([wish.params, wish.body, wish.query, wish.upload?.size])
      if (last.current?.wish !== written) last.current = { wish: written, key: crypto.randomUUID() }
      return call(endpoint, { ...wish, idempotencyKey: last.current.key } as Wish<E>)
    },
    onSuccess: (answer, wish) => {
      last.current = null
      onDone?.(answer, wish)
      void queries.invalidateQueries()
    },
    // A lawful no is final for this wish; only silence is asked again.
    onError: (error) => { if (!(error instanceof Unreachable)) last.current = null },
  })
}
