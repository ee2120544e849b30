/** What somebody said and what of it waits for the disk. */
import type { Member } from './members.ts'
import type { CountedIn, Said } from './room-text.ts'

export interface Taken {
  readonly member: Member
  readonly epoch: number
  readonly type: 'step-2' | 'update'
  /** As it came: what was left out of it, because another had it under way, is new after all where that one is refused. */
  readonly said: Said
}
export type Waiting = Taken & CountedIn

/** Whether it was counted in anew with the same result. */
export const areAlike = (some: readonly Waiting[], others: readonly Waiting[]): boolean =>
  some.length === others.length && some.every(({ update, adds }, at) => adds === others[at]!.adds && update.length === others[at]!.update.length)

/** How many messages of each were written, or added nothing. */
export function countByMember(all: readonly Waiting[]): ReadonlyMap<Member, number> {
  const counts = new Map<Member, number>()
  for (const { member, type } of all) {
    counts.set(member, (counts.get(member) ?? 0) + 1)
    if (type === 'step-2') member.saved.answered()
  }
  return counts
}

/** Of what adds something only these stand. */
export function standsAmong(good: readonly Waiting[]): (waiting: Waiting) => boolean {
  const stands = new Set(good)
  return (waiting) => !waiting.adds || stands.has(waiting)
}
