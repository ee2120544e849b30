/** An answer that was begun is not lost by a slip: leaving the page asks first. */
import { m } from '@draagvlak/messages/m'
import { useBlocker } from '@tanstack/react-router'
import { useHasUnsent } from '../unsent.ts'

export function useUnsentAnswer(name: string, begun: boolean): void {
  useHasUnsent(name, begun)
  useBlocker({ shouldBlockFn: () => begun && !window.confirm(m.team_answer_leave()), enableBeforeUnload: false })
}
