/** What a round would ask, as long as one may still be opened: who opens one, or sees another open it, is not told that the question comes too late. */
import { call, ProblemError } from '@draagvlak/api/call'
import { previewRound } from '@draagvlak/api/round'
import { seeStatement } from '@draagvlak/api/statement'
import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query'
import { keyOf } from '../api.ts'
import type { Preview } from './round-wish.ts'

const TOO_LATE = 409
/** What is written tells nobody that it was: as long as it can be frozen, the count is asked for again. */
const EVERY = 3000

/** Null once no round can be opened any more; the screen then follows the statement. */
export function usePreview(statementId: string): UseQueryResult<Preview | null, Error> {
  const queries = useQueryClient()
  const params = { statementId }
  return useQuery({
    queryKey: keyOf(previewRound, { params }), staleTime: 0, refetchInterval: EVERY,
    queryFn: async ({ signal }) => {
      // The same news makes both be fetched anew: the statement goes first, and says whether there is still something to preview.
      const statement = await queries.fetchQuery({ queryKey: keyOf(seeStatement, { params }), queryFn: (asked) => call(seeStatement, { params, signal: asked.signal }) })
      if (!statement.may.includes('open-round')) return null
      try { return await call(previewRound, { params, signal }) } catch (error) {
        if (error instanceof ProblemError && error.problem.status === TOO_LATE) return null
        throw error
      }
    },
  })
}
