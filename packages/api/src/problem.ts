/** How every "no" looks on the wire: RFC 9457, with the law's own name for a refusal. */
import { REFUSALS } from '@draagvlak/domain/refusals'
import * as z from 'zod/mini'

export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  /** One sentence that says what to do, in the language of the reader. */
  detail: z.string(),
  /** For a refusal: its name in the law. */
  reason: z.optional(z.enum(REFUSALS)),
  /** For bad input: which fields, as paths. */
  fields: z.optional(z.array(z.object({ path: z.string(), message: z.string() }))),
  /** What helps to decide: likely doubles, the difference with the current version. */
  more: z.optional(z.unknown()),
})
export type Problem = z.output<typeof problem>
