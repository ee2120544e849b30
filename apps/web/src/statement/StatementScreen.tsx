/** One text: asked from the server, and from what this browser remembers where there is no network. */
import { ProblemError } from '@draagvlak/api/call'
import { seeStatement, type StatementFull } from '@draagvlak/api/statement'
import { openLocalCopies } from '@draagvlak/sync/local-copy'
import { useEffect, useState, type ReactNode } from 'react'
import { useAsk } from '../api.ts'
import { useMe } from '../me.ts'
import { NotFound } from '../shell/Wrong.tsx'
import { TopBar } from '../shell/TopBar.tsx'
import { Trouble } from '../ui/Notice.tsx'
import { Fetching } from '../ui/Progress.tsx'
import { openBrowserStore, type WaitingWords } from './browser-store.ts'
import { lostWords } from './lost-words.ts'
import { WaitingWordsNotice } from './WaitingWordsNotice.tsx'
import { Workspace } from './Workspace.tsx'

export function StatementScreen({ statementId }: { readonly statementId: string }): ReactNode {
  const asked = useAsk(seeStatement, { params: { statementId } })
  const recalled = useRecalled(statementId)
  const refused = asked.error instanceof ProblemError ? asked.error.problem : null
  if (refused && (refused.status === 404 || refused.status === 403)) return <><TopBar /><NotFound /><LostWords statementId={statementId} /></>
  const statement = asked.data ?? recalled
  if (statement) return <Workspace key={statement.id} statement={statement} />
  return <><TopBar /><main className="page" id="main">{asked.error ? <Trouble error={asked.error} /> : <Fetching />}</main></>
}

function useRecalled(statementId: string): StatementFull | null {
  const { person } = useMe()
  const [recalled, setRecalled] = useState<StatementFull | null>(null)
  useEffect(() => {
    let here = true
    openBrowserStore().then((store) => store.recall(person.id, statementId)).then((statement) => { if (here) setRecalled(statement) }, () => {})
    return () => { here = false }
  }, [person.id, statementId])
  return recalled?.id === statementId ? recalled : null
}

/** Whoever may no longer read a text still gets the own words that did not arrive. */
function LostWords({ statementId }: { readonly statementId: string }): ReactNode {
  const { person } = useMe()
  const [words, setWords] = useState<readonly WaitingWords[]>([])
  useEffect(() => {
    Promise.all([openLocalCopies(indexedDB).catch(() => null), openBrowserStore()])
      .then(([copies, desk]) => lostWords(copies, desk, person.id, statementId, new Date().toISOString())).then(setWords, () => {})
  }, [person.id, statementId])
  const handled = (id: string) => {
    setWords((now) => now.filter((one) => one.id !== id))
    void openBrowserStore().then((store) => store.handled(id))
  }
  return <div className="page narrow stack">{words.map((one) => <WaitingWordsNotice key={one.id} words={one} onInsert={null} onHandled={handled} />)}</div>
}
