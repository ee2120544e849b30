/** The state of saving in the bar: in words at every width, read aloud when it turns bad. */
import type { SaveState } from '@draagvlak/sync/save-state'
import { useEffect, useState, type ReactNode } from 'react'
import { saveWords } from './save-words.ts'

export function SaveStateWords({ state }: { readonly state: SaveState }): ReactNode {
  const { words, short, look } = saveWords(state)
  // *Opslaan* and *Opgeslagen* take turns at every word, and without a network *bewaren* and *bewaard*; read aloud they would drown the text.
  const [aloud, setAloud] = useState('')
  useEffect(() => { if (state.is !== 'offline-keeping') setAloud(look === 'off' || look === 'wrong' ? words : '') }, [state.is, look, words])
  return (
    <>
      <p className={`save-state ${look}`} data-state={state.is}><span className="save-long">{words}</span><span className="save-short" aria-hidden="true">{short}</span></p>
      <p className="aloud" role="status">{aloud}</p>
    </>
  )
}
