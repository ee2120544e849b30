/** The sentence above the sheet: for whom one writes and who sees it, or why one can't. */
import type { StatementFull } from '@draagvlak/api/statement'
import { m } from '@draagvlak/messages/m'

/** `mayWrite`: false as well where the connection of a writer ended for good. */
export function modeLine(statement: Pick<StatementFull, 'access' | 'draftOpen' | 'stage' | 'archived'>, organisation: string | null, { writing, mayWrite }: { readonly writing: boolean; readonly mayWrite: boolean }): string {
  if (writing) return organisation === null ? m.team_writing() : m.team_writing_for({ organisation })
  if (statement.stage === 'gestopt') return m.team_closed_stopped()
  if (!statement.draftOpen) return CLOSED[statement.stage]()
  if (statement.access !== 'write') return m.team_reading_only()
  return mayWrite ? m.team_reading() : m.team_reading_for_now()
}

const CLOSED = {
  'concept': m.team_draft_is_closed, 'in-ronde': m.team_closed_in_round, 'ronde-gesloten': m.team_closed_round_closed, 'vastgesteld': m.team_closed_adopted,
  'gepubliceerd': m.team_closed_published, 'gepubliceerd-in-bewerking': m.team_draft_is_closed, 'gestopt': m.team_closed_stopped,
} as const satisfies Record<StatementFull['stage'], () => string>
