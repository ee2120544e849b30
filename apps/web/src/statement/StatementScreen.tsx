/** One text: asked from the server, and from what this browser remembers where there is no network. */
import { ProblemError } from '@draagvlak/api/call'
import { seeStatement, type StatementFull } from '@draagvlak/api/statement'
import { openLocalCopies } from '@draagvlak/sync/local-copy'
import { useCallback, useEffect, useState, type ReactNode } from 'react'
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
  const [notKept, setNotKept] = useState<readonly WaitingWords[]>([])
  const keep = useCallback((words: readonly WaitingWords[]) => setNotKept((now) => [...now.filter(({ id }) => !words.some((one) => one.id === id)), ...words]), [])
  const refused = asked.error instanceof ProblemError ? asked.error.problem : null
  if (refused && (refused.status === 404 || refused.status === 403)) return <><TopBar /><NotFound /><LostWords statementId={statementId} notKept={notKept} /></>
  const statement = asked.data ?? recalled
  if (statement) return <Workspace key={statement.id} statement={statement} onNotKept={keep} />
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
function LostWords({ statementId, notKept }: { readonly statementId: string; readonly notKept: readonly WaitingWords[] }): ReactNode {
  const { person } = useMe()
  const [words, setWords] = useState<readonly WaitingWords[]>([])
  const [done, setDone] = useState<readonly string[]>([])
  useEffect(() => {
    Promise.all([openLocalCopies(indexedDB).catch(() => null), openBrowserStore()])
      .then(([copies, desk]) => lostWords(copies, desk, person.id, statementId, new Date().toISOString())).then(setWords, () => {})
  }, [person.id, statementId])
  const handled = (id: string) => {
    setDone((now) => [...now, id])
    openBrowserStore().then((store) => store.handled(id)).catch(() => {})
  }
  const all = [...words, ...notKept.filter(({ id, textKey }) => textKey === `${person.id}/${statementId}` && !words.some((one) => one.id === id))]
  return <div className="page narrow stack">{all.filter(({ id }) => !done.includes(id)).map((one) => <WaitingWordsNotice key={one.id} words={one} onInsert={null} onHandled={handled} />)}</div>
}
