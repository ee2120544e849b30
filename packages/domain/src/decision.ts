/** What asking the law gives: facts to record, or a refusal that a person can read. */
import type { AnyFact } from './events.ts'
import type { Refusal } from './refusals.ts'

/** `facts` may be empty: the same act twice is one act, and the second time there is nothing to record. */
export type Decision<F extends AnyFact = AnyFact> = { readonly ok: true; readonly facts: readonly F[] } | Refused
export interface Refused { readonly ok: false; readonly because: Refusal }

export const recorded = <F extends AnyFact>(...facts: F[]): Decision<F> => ({ ok: true, facts })
export const refuse = (because: Refusal): Refused => ({ ok: false, because })
