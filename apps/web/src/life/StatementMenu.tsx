/** Everything one can do with a statement as a whole: name, partners, copy, print, prove, put away, stop, delete. */
import { downloadBundle } from '@draagvlak/api/event'
import { archiveStatement, draftPdf, seeStatement, unarchiveStatement, type StatementBrief, type StatementFull } from '@draagvlak/api/statement'
import { m } from '@draagvlak/messages/m'
import { Ellipsis } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useAct, useAsk } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Menu, type MenuEntry } from '../ui/Menu.tsx'
import { sentenceOf, Trouble } from '../ui/Notice.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { DeleteDialog } from './DeleteDialog.tsx'
import { DuplicateDialog } from './DuplicateDialog.tsx'
import { keepFile, openFile } from './fetch-file.ts'
import { leadsIt, setsRights, whyNotLife, type LifeAct } from './life-acts.ts'
import { ParticipantsDialog } from './ParticipantsDialog.tsx'
import { RenameDialog } from './RenameDialog.tsx'
import { RightsDialog } from './RightsDialog.tsx'
import { StopDialog } from './StopDialog.tsx'
import { WithdrawEditionDialog } from '../out/WithdrawEdition.tsx'
import './life.css'

type Asks = Exclude<LifeAct, 'archive'>
const DIALOGS = { 'withdraw-edition': WithdrawNewest, rename: RenameDialog, participants: ParticipantsDialog, duplicate: DuplicateDialog, rights: RightsDialog, stop: StopDialog, delete: DeleteDialog } as const satisfies Record<Asks, (props: LifeDialogProps) => ReactNode>
export interface LifeDialogProps { readonly statement: StatementFull; readonly onClose: () => void }

export interface StatementMenuProps {
  readonly statement: Pick<StatementBrief, 'id' | 'title' | 'archived'>
  /** Null until it is known what may be done. */
  readonly full: StatementFull | null
  /** What the menu says until then. */
  readonly waiting?: string
  readonly label: string
}

export function StatementMenu({ statement, full, waiting, label }: StatementMenuProps): ReactNode {
  const [asking, setAsking] = useState<Asks | null>(null)
  const archive = useArchive(statement)
  const Asking = asking ? DIALOGS[asking] : null
  const entries: readonly MenuEntry[] = full ? entriesFor(full, setAsking, archive.act) : [{ id: 'waiting', label: waiting ?? m.shared_fetching(), onAction: () => {} }]
  return (
    <>
      <Menu label={label} entries={entries} buttonClass="icon-button"><Ellipsis className="icon" aria-hidden="true" /></Menu>
      {Asking && full ? <Asking statement={full} onClose={() => setAsking(null)} /> : null}
      {archive.error ? <Dialog title={m.team_life_archive()} onClose={archive.reset} actions={<Button onClick={archive.reset}>{m.shared_close()}</Button>}><Trouble error={archive.error} /></Dialog> : null}
    </>
  )
}

/** The edition that the world reads now; earlier ones are taken back where they are listed. */
function WithdrawNewest({ statement, onClose }: LifeDialogProps): ReactNode {
  return statement.edition === null ? null : <WithdrawEditionDialog statement={statement} number={statement.edition} onClose={onClose} />
}

/** On a line of a list: what may be done is asked as soon as a hand comes near. */
export function StatementLineMenu({ statement }: { readonly statement: StatementMenuProps['statement'] }): ReactNode {
  const [near, setNear] = useState(false)
  const come = () => setNear(true)
  const asked = useAsk(seeStatement, { params: { statementId: statement.id } }, { enabled: near })
  return (
    <span className="line-menu" onPointerEnter={come} onPointerDown={come} onFocus={come} data-screen-only>
      <StatementMenu statement={statement} full={asked.data ?? null} label={m.team_life_menu_of({ title: statement.title })} {...(asked.error ? { waiting: sentenceOf(asked.error) } : {})} />
    </span>
  )
}

function entriesFor(statement: StatementFull, ask: (what: Asks) => void, archive: () => void): MenuEntry[] {
  const params = { statementId: statement.id }
  const entry = (id: Asks, label: string, second?: string, danger?: boolean): MenuEntry => ({ id, label, ...(second ? { second } : {}), ...(danger ? { danger } : {}), because: whyNotLife(id, statement), onAction: () => ask(id) })
  const files: MenuEntry[] = [
    ...(statement.may.includes('read-draft') ? [{ id: 'print', label: m.team_life_print(), second: m.team_life_print_second(), onAction: () => openFile(draftPdf, params) }] : []),
    ...(statement.may.includes('read-bundle') ? [{ id: 'proof', label: m.team_life_proof(), second: m.team_life_proof_second(), onAction: () => keepFile(downloadBundle, params) }] : []),
  ]
  // The list says itself, organisation by organisation, why something can't be changed now.
  const rights: MenuEntry[] = setsRights(statement) ? [{ id: 'rights', label: m.team_life_rights(), second: m.team_life_rights_second(), onAction: () => ask('rights') }] : []
  if (!leadsIt(statement)) return [...rights, ...files]
  return [
    entry('rename', m.team_life_rename()),
    entry('participants', m.team_life_participants()),
    ...rights,
    entry('duplicate', m.team_life_duplicate(), m.team_life_duplicate_second()),
    { id: 'cut-files', cut: true },
    ...files,
    { id: 'cut-end', cut: true },
    { id: 'archive', label: statement.archived ? m.team_life_unarchive() : m.team_life_archive(), because: whyNotLife('archive', statement), onAction: archive },
    ...(statement.edition === null ? [] : [entry('withdraw-edition', m.team_out_withdraw_publication({ number: statement.edition }), undefined, true)]),
    entry('stop', m.team_life_stop(), undefined, true),
    entry('delete', m.team_life_delete(), undefined, true),
  ]
}

/** Archiving loses nothing, so it is done at once and can be undone. */
export function useArchive({ id, title, archived }: Pick<StatementFull, 'id' | 'title' | 'archived'>): { readonly act: () => void; readonly error: Error | null; readonly reset: () => void } {
  const toast = useToast()
  const params = { statementId: id }
  const back = useAct(unarchiveStatement, { onDone: () => toast({ text: m.team_life_unarchived_done({ title }) }) })
  const away = useAct(archiveStatement, { onDone: () => toast({ text: m.team_life_archived_done({ title }), undo: () => back.mutate({ params }) }) })
  return { act: () => (archived ? back : away).mutate({ params }), error: away.error ?? back.error, reset: () => { away.reset(); back.reset() } }
}
