/** One text: asked from the server, and from what this browser remembers where there is no network. */
import { ProblemError } from '@draagvlak/api/call'
import { seeStatement, type StatementFull } from '@draagvlak/api/statement'
import { openLocalCopies } from '@draagvlak/sync/local-copy'
import { useEffect, useMemo, useState, type ReactNode } from 'react'
import { useAsk } from '../api.ts'
import { useMe } from '../me.ts'
import { NotFound } from '../shell/Wrong.tsx'
import { TopBar } from '../shell/TopBar.tsx'
import { Trouble } from '../ui/Notice.tsx'
import { Fetching } from '../ui/Progress.tsx'
import { offeredToo, openBrowserStore, type NotKept, type WaitingWords } from './browser-store.ts'
import { lostWords } from './lost-words.ts'
import { WaitingWordsNotice } from './WaitingWordsNotice.tsx'
import { Workspace } from './Workspace.tsx'

export function StatementScreen({ statementId }: { readonly statementId: string }): ReactNode {
  const asked = useAsk(seeStatement, { params: { statementId } })
  const recalled = useRecalled(statementId)
  const [onlyHere, setOnlyHere] = useState<readonly WaitingWords[]>([])
  const notKept = useMemo<NotKept>(() => ({
    add: (words) => setOnlyHere((now) => offeredToo(now, words)),
    handled: (id) => setOnlyHere((now) => now.filter((one) => one.id !== id)),
  }), [])
  const refused = asked.error instanceof ProblemError ? asked.error.problem : null
  if (refused && (refused.status === 404 || refused.status === 403)) return <><TopBar /><NotFound /><LostWords statementId={statementId} onlyHere={onlyHere} notKept={notKept} /></>
  const statement = asked.data ?? recalled
  if (statement) return <Workspace key={statement.id} statement={statement} notKept={notKept} />
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
function LostWords({ statementId, onlyHere, notKept }: { readonly statementId: string; readonly onlyHere: readonly WaitingWords[]; readonly notKept: NotKept }): ReactNode {
  const { person } = useMe()
  const [words, setWords] = useState<readonly WaitingWords[]>([])
  useEffect(() => {
    Promise.all([openLocalCopies(indexedDB).catch(() => null), openBrowserStore()])
      .then(([copies, desk]) => lostWords(copies, desk, person.id, statementId, new Date().toISOString())).then(setWords, () => {})
  }, [person.id, statementId])
  const handled = (id: string) => {
    setWords((now) => now.filter((one) => one.id !== id))
    notKept.handled(id)
    openBrowserStore().then((store) => store.handled(id)).catch(() => {})
  }
  const ofThisText = onlyHere.filter(({ textKey }) => textKey === `${person.id}/${statementId}`)
  return <div className="page narrow stack">{offeredToo(ofThisText, words).map((one) => <WaitingWordsNotice key={one.id} words={one} onInsert={null} onHandled={handled} />)}</div>
}
