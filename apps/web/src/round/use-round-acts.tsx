/** The acts of the board that need no dialog: remind, send again, copy a link. What came of it is said in the page. */
import { call } from '@draagvlak/api/call'
import { askLogo, copyLink, remind, sendAgain, type Board } from '@draagvlak/api/round'
import type { StatementFull } from '@draagvlak/api/statement'
import type { Refusal } from '@draagvlak/domain/refusals'
import { m } from '@draagvlak/messages/m'
import { sayWhy } from '@draagvlak/messages/refusals'
import { useState, type ReactNode } from 'react'
import { useAct } from '../api.ts'
import { Trouble } from '../ui/Notice.tsx'
import type { Ask } from './RowActs.tsx'
import { listOfNames } from './rules.ts'

export interface RoundActs {
  /** What was done last, in words. */
  readonly told: string | null
  readonly tell: (words: string) => void
  readonly trouble: ReactNode
  /** False where the wish needs a dialog. */
  readonly doAtOnce: (ask: Ask) => boolean
}

export function useRoundActs(statement: StatementFull, board: Board): RoundActs {
  const [told, setTold] = useState<string | null>(null)
  const [copyError, setCopyError] = useState<unknown>(null)
  const nameOf = (id: string): string => board.order.find((one) => one.id === id)?.name ?? '?'
  const reminding = useAct(remind, {
    onDone: ({ sent, resting }) => setTold([m.team_round_reminded({ count: sent }), ...(resting.length > 0 ? [restingWords(resting, nameOf)] : [])].join(' ')),
  })
  const sending = useAct(sendAgain, { onDone: (_, { body }) => setTold(m.team_round_sent_again({ organisation: nameOf(body!.organisationId) })) })
  const askingLogo = useAct(askLogo, { onDone: ({ name, sent }, { body }) => setTold(sent ? m.team_out_logo_asked({ name, organisation: nameOf(body!.organisationId) }) : m.team_out_logo_asked_today({ name })) })
  const params = { statementId: statement.id }
  const copy = async (organisationId: string): Promise<void> => {
    setCopyError(null)
    try {
      const { url } = await call(copyLink, { params: { ...params, organisationId } })
      const copied = await navigator.clipboard.writeText(url).then(() => true, () => false)
      setTold(copied ? m.team_round_link_copied({ organisation: nameOf(organisationId) }) : m.team_round_link_is({ url }))
    } catch (thrown) { setCopyError(thrown) }
  }
  return {
    told, tell: setTold, trouble: <Trouble error={reminding.error ?? sending.error ?? askingLogo.error ?? copyError} />,
    doAtOnce: (ask) => {
      setTold(null)
      switch (ask.do) {
        case 'remind': reminding.mutate({ params, body: { organisationIds: [...ask.organisationIds] } }); return true
        case 'send-again': sending.mutate({ params, body: { organisationId: ask.row.organisation.id } }); return true
        case 'ask-logo': askingLogo.mutate({ params, body: { organisationId: ask.row.organisation.id } }); return true
        case 'copy-link': void copy(ask.row.organisation.id); return true
        default: return false
      }
    },
  }
}

/** Who rests is said with the reason, one reason at a time. */
function restingWords(resting: readonly { readonly organisationId: string; readonly because: string }[], nameOf: (id: string) => string): string {
  const reasons = [...new Set(resting.map(({ because }) => because))]
  return reasons.map((because) => m.team_round_resting({ names: listOfNames(resting.filter((one) => one.because === because).map(({ organisationId }) => nameOf(organisationId))), reason: sayWhy(because as Refusal) })).join(' ')
}
