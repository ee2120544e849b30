/** The state of saving in the bar: in words at every width, read aloud when it turns bad. */
import type { SaveState } from '@draagvlak/sync/save-state'
import type { ReactNode } from 'react'
import { saveWords } from './save-words.ts'

export function SaveStateWords({ state }: { readonly state: SaveState }): ReactNode {
  const { words, short, look } = saveWords(state)
  // *Opslaan* and *Opgeslagen* take turns at every word; read aloud they would drown the text.
  return (
    <>
      <p className={`save-state ${look}`} data-state={state.is}><span className="save-long">{words}</span><span className="save-short" aria-hidden="true">{short}</span></p>
      <p className="aloud" role="status">{look === 'off' || look === 'wrong' ? words : ''}</p>
    </>
  )
}
