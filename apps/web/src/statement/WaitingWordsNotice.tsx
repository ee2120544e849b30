/** Words of this person that are not in the text any more, offered back where they stood. */
import { m } from '@draagvlak/messages/m'
import { useRef, useState, type ReactNode } from 'react'
import { Button } from '../ui/Button.tsx'
import type { WaitingWords, WaitsBecause } from './browser-store.ts'
import { partsOfWords, type LeftPassage } from './left-behind.ts'

const WHY = { 'passage-gone': m.team_kept_passage_gone, 'too-late': m.team_kept_too_late, 'right-ended': m.team_kept_right_ended, 'too-much': m.team_kept_too_much, 'not-taken': m.team_kept_not_taken, 'program-renewed': m.team_kept_program_renewed } as const satisfies Record<WaitsBecause, () => string>

export interface WaitingWordsNoticeProps {
  readonly words: WaitingWords
  /** Null where this person can't write now. */
  readonly onInsert: ((words: WaitingWords) => void) | null
  readonly onHandled: (id: string) => void
}

/** So many passages are shown at once. */
const SHOWN = 5

export function WaitingWordsNotice({ words, onInsert, onHandled }: WaitingWordsNoticeProps): ReactNode {
  const [copied, setCopied] = useState(false)
  const [all, setAll] = useState(false)
  const quote = useRef<HTMLQuoteElement>(null)
  const title = words.onlyHere ? m.team_kept_only_here_title() : m.team_kept_title()
  const parts = partsOfWords(words)
  const more = parts.length - SHOWN
  const shown = all || more <= 1 ? parts : parts.slice(0, SHOWN)
  // The button goes: the focus stays with what it showed.
  const showAll = () => {
    setAll(true)
    quote.current?.focus()
  }
  return (
    <section className="waiting-words-notice" aria-label={title} data-screen-only>
      <p className="strong">{title}</p>
      <p className="small">{WHY[words.because]()}</p>
      <blockquote className="kept-quote" translate="no" ref={quote} tabIndex={-1}>{shown.flatMap(linesOf).map((line, at) => <p key={at}>{line.trim()}</p>)}</blockquote>
      {shown.length < parts.length ? <div><Button small look="bare" onClick={showAll}>{m.team_kept_more({ count: more })}</Button></div> : null}
      {words.text.trim() === words.typed.trim() ? null : <details><summary>{m.team_kept_whole()}</summary><p className="kept-quote" translate="no">{words.text}</p></details>}
      <div className="row">
        {onInsert ? <Button small onClick={() => onInsert(words)}>{m.team_kept_insert()}</Button> : null}
        <Button small onClick={() => void navigator.clipboard.writeText(parts.map(({ typed }) => typed).join('\n\n')).then(() => setCopied(true))}>{copied ? m.shared_copied() : m.shared_copy()}</Button>
        <Button small look="bare" onClick={() => onHandled(words.id)}>{m.team_kept_dismiss()}</Button>
      </div>
    </section>
  )
}

const linesOf = ({ typed }: LeftPassage): string[] => typed.split('\n')

/** The passage under which words are offered: their own, else the nearest that still stands; null: above the text. */
export function placeOf(words: Pick<WaitingWords, 'passageId' | 'before' | 'after'>, ids: ReadonlySet<string>): string | null {
  return [words.passageId, ...words.before, ...words.after].find((id) => ids.has(id)) ?? null
}
