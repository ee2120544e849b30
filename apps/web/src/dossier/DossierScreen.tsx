/** A dossier: its texts first, then the coalition, then who leads it. */
import { archiveDossier, seeDossier, unarchiveDossier, type DossierFull } from '@draagvlak/api/dossier'
import { m } from '@draagvlak/messages/m'
import { getRouteApi } from '@tanstack/react-router'
import { useMemo, useState, type ReactNode } from 'react'
import { useAct, useAsk } from '../api.ts'
import { StatementLineMenu } from '../life/StatementMenu.tsx'
import { ScreenWait } from '../shell/ScreenWait.tsx'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Menu, type MenuEntry } from '../ui/Menu.tsx'
import { Notice, Trouble } from '../ui/Notice.tsx'
import { PageTitle } from '../ui/title.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { themeWords } from '../ui/words.ts'
import { InviteDialog } from './InviteDialog.tsx'
import { Leaders } from './Leaders.tsx'
import { LeaveDialog } from './LeaveDialog.tsx'
import { DescribeDossierDialog } from './NewDossierDialog.tsx'
import { NewStatementDialog } from './NewStatementDialog.tsx'
import { Partners } from './Partners.tsx'
import { ArchivedStatements } from './ArchivedStatements.tsx'
import { StatementLine } from './StatementLine.tsx'
import { Welcome } from './Welcome.tsx'
import './dossier.css'

const route = getRouteApi('/shell/desk/dossiers/$dossierId')

export function DossierScreen({ dossierId }: { readonly dossierId: string }): ReactNode {
  const { data: dossier, error } = useAsk(seeDossier, { params: { dossierId } })
  if (!dossier) return <ScreenWait error={error} />
  return <Dossier dossier={dossier} />
}

function Dossier({ dossier }: { readonly dossier: DossierFull }): ReactNode {
  const { welkom } = route.useSearch()
  const navigate = route.useNavigate()
  const [open, setOpen] = useState<'statement' | 'invite' | 'describe' | 'leave' | null>(null)
  const close = () => setOpen(null)
  const may = (act: string) => dossier.may.includes(act)
  const current = dossier.statementList.filter(({ archived }) => !archived)
  const begin = may('start-statement') && !dossier.archived ? <Button look={current.length > 0 ? 'plain' : 'primary'} onClick={() => setOpen('statement')}>{m.team_statement_new()}</Button> : null
  const organisations = useMemo(() => new Map(dossier.partnerList.map(({ organisation }) => [organisation.id, organisation])), [dossier.partnerList])
  return (
    <main className="page" id="main">
      <section>
        <div className="section-head">
          <PageTitle above={[dossier.coalition, themeWords(dossier.theme), dossier.accord].filter(Boolean).join(' · ')}>{dossier.title}</PageTitle>
          <DossierMenu dossier={dossier} onOpen={setOpen} />
        </div>
        {dossier.archived ? <div className="first-gap"><Notice live={false}>{m.team_dossier_archived()}</Notice></div> : null}
        {welkom ? <Welcome dossier={dossier} onClose={() => void navigate({ search: {}, replace: true })} /> : null}
      </section>
      <section aria-labelledby="texts">
        <div className="section-head"><h2 className="section-title" id="texts">{m.team_dossier_texts()}</h2>{current.length > 0 ? begin : null}</div>
        {current.length > 0
          ? <ol className="lines waits">{current.map((statement) => <StatementLine key={statement.id} statement={statement} organisations={organisations} zone={dossier.zone} menu={<StatementLineMenu statement={statement} />} />)}</ol>
          : <div className="first-gap"><EmptyState act={begin}>{begin ? m.team_dossier_texts_none() : m.team_dossier_texts_none_reader()}</EmptyState></div>}
        <ArchivedStatements statements={dossier.statementList.filter(({ archived }) => archived)} organisations={organisations} zone={dossier.zone} />
      </section>
      <Partners dossier={dossier} onInvite={() => setOpen('invite')} />
      <Leaders dossier={dossier} />
      {open === 'statement' ? <NewStatementDialog dossierId={dossier.id} onClose={close} /> : null}
      {open === 'invite' ? <InviteDialog dossier={dossier} onClose={close} /> : null}
      {open === 'describe' ? <DescribeDossierDialog dossier={dossier} onClose={close} /> : null}
      {open === 'leave' ? <LeaveDialog dossier={dossier} onClose={close} /> : null}
    </main>
  )
}

function DossierMenu({ dossier, onOpen }: { readonly dossier: DossierFull; readonly onOpen: (what: 'describe' | 'leave') => void }): ReactNode {
  const toast = useToast()
  const params = { dossierId: dossier.id }
  const unarchive = useAct(unarchiveDossier)
  const archive = useAct(archiveDossier, { onDone: () => toast({ text: m.team_dossier_done_archived(), undo: () => unarchive.mutate({ params }) }) })
  const may = (act: string) => dossier.may.includes(act)
  const entries: MenuEntry[] = [
    ...(may('describe-dossier') ? [{ id: 'describe', label: m.team_dossier_describe(), onAction: () => onOpen('describe') }] : []),
    ...(may('archive-dossier') ? [dossier.archived ? { id: 'unarchive', label: m.team_dossier_unarchive(), onAction: () => unarchive.mutate({ params }) } : { id: 'archive', label: m.team_dossier_archive(), onAction: () => archive.mutate({ params }) }] : []),
    ...(may('leave-dossier') ? [{ id: 'leave', label: m.team_dossier_leave(), danger: true, onAction: () => onOpen('leave') }] : []),
  ]
  if (entries.length === 0) return null
  return <div className="stack tight"><Menu label={m.team_dossier_menu()} entries={entries} /><Trouble error={archive.error ?? unarchive.error} /></div>
}
