/** Whether a text can go to a round as it is, in words that hold: findings about the text, and partners whose answer no longer covers it. */
import type { Board } from '@draagvlak/api/round'
import type { Finding } from '@draagvlak/editor/findings'
import { m } from '@draagvlak/messages/m'

type Said = Pick<Board['rows'][number], 'group'>

/** What stands in the way comes first; then what is only to be looked at; a reconfirmation stops no round, it is what the round will ask. */
export function readiness(findings: readonly Pick<Finding, 'severity'>[], board: { readonly rows: readonly Said[] } | null): readonly string[] {
  const must = findings.filter(({ severity }) => severity === 'must').length
  const reconfirm = board?.rows.filter(({ group }) => group === 'reconfirm').length ?? 0
  return [
    must > 0 ? m.team_findings_blocked({ count: must }) : findings.length > 0 ? m.team_findings_not_blocked() : reconfirm > 0 ? m.team_findings_none_in_text() : m.team_findings_none(),
    ...(reconfirm > 0 ? [m.team_findings_reconfirm({ count: reconfirm })] : []),
  ]
}
