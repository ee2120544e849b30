/** What the coordinator may do about one partner: the likeliest as a word, the rest in a menu. */
import type { Board, BoardRow } from '@draagvlak/api/round'
import type { StatementFull } from '@draagvlak/api/statement'
import { m } from '@draagvlak/messages/m'
import { Ellipsis } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '../ui/Button.tsx'
import { Menu, type MenuEntry } from '../ui/Menu.tsx'
import { mayAskLogo } from './ask-logo.ts'

/** What is asked of the screen: some are done at once, some open a dialog. */
export type Ask =
  | { readonly do: 'remind'; readonly organisationIds: readonly string[] }
  | { readonly do: 'send-again' | 'copy-link' | 'ask-logo' | 'ask-person' | 'lift' | 'admit'; readonly row: BoardRow }
  | { readonly do: 'telephone'; readonly organisationId: string | null }
  | { readonly do: 'move-dates' | 'stop' | 'close' }

export interface RowActsProps { readonly statement: StatementFull; readonly board: Board; readonly row: BoardRow; readonly onAsk: (ask: Ask) => void }

export function RowActs({ statement, board, row, onAsk }: RowActsProps): ReactNode {
  const { may } = statement
  const { organisation } = row
  const waits = row.group === 'waiting' || row.group === 'reconfirm'
  const notAsked = row.group === 'not-asked'
  const unnamed = row.waitsFor?.what === 'naming' || (row.notAuthorised !== null && row.state === 'asked')
  const required = board.rules.mustAnswer.some(({ organisationId, lifted }) => organisationId === organisation.id && !lifted)
  const entries: MenuEntry[] = [
    ...(may.includes('remind') && waits ? [{ id: 'remind', label: m.team_round_remind(), onAction: () => onAsk({ do: 'remind', organisationIds: [organisation.id] }) }] : []),
    ...(may.includes('remind') && waits ? [{ id: 'send-again', label: m.team_round_send_again(), onAction: () => onAsk({ do: 'send-again', row }) }] : []),
    ...(may.includes('remind') && !notAsked ? [{ id: 'copy-link', label: m.team_round_copy_link(), onAction: () => onAsk({ do: 'copy-link', row }) }] : []),
    ...(mayAskLogo(statement, row) ? [{ id: 'ask-logo', label: m.team_out_logo_ask(), onAction: () => onAsk({ do: 'ask-logo', row }) }] : []),
    ...(may.includes('ask-person') && !notAsked ? [{ id: 'ask-person', label: m.team_round_ask_other(), onAction: () => onAsk({ do: 'ask-person', row }) }] : []),
    ...(may.includes('enter-telephone-yes') && row.state === 'asked' && !row.late ? [{ id: 'telephone', label: m.team_round_telephone(), onAction: () => onAsk({ do: 'telephone', organisationId: organisation.id }) }] : []),
    ...(may.includes('lift-must-answer') && required && (row.group === 'waiting' || row.group === 'late') ? [{ id: 'lift', label: m.team_round_lift(), onAction: () => onAsk({ do: 'lift', row }) }] : []),
  ]
  const word = (label: string, ask: Ask) => <Button look="word" onClick={() => onAsk(ask)}>{label}<span className="aloud"> {organisation.name}</span></Button>
  const first = row.late && may.includes('admit-late') ? word(m.team_round_admit(), { do: 'admit', row })
    : notAsked && may.includes('ask-person') ? word(m.team_round_ask_still(), { do: 'ask-person', row })
    : unnamed && may.includes('ask-person') ? word(m.team_round_ask_somebody(), { do: 'ask-person', row })
      : waits && may.includes('remind') ? word(m.team_round_remind(), { do: 'remind', organisationIds: [organisation.id] }) : null
  if (!first && entries.length === 0) return null
  return <span className="row-acts">{first}{entries.length > 0 ? <Menu label={m.team_round_more_for({ organisation: organisation.name })} entries={entries} buttonClass="icon-button"><Ellipsis className="icon" aria-hidden="true" /></Menu> : null}</span>
}
