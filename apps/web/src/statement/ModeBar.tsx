/** Reading or writing, as words; the tools of the passage; and for whom one writes. */
import type { StatementFull } from '@draagvlak/api/statement'
import type { Editor } from '@tiptap/core'
import { m } from '@draagvlak/messages/m'
import { useRef, type KeyboardEvent, type ReactNode } from 'react'
import { modeLine } from './mode-line.ts'
import { PassageTools, type PassageToolsProps } from './PassageTools.tsx'

export type Mode = 'read' | 'write'
const MODES = ['read', 'write'] as const satisfies readonly Mode[]
const WORD = { read: m.team_mode_read, write: m.team_mode_write } as const satisfies Record<Mode, () => string>

export interface ModeBarProps extends Pick<PassageToolsProps, 'statement' | 'inTouch' | 'onMove'> {
  readonly statement: StatementFull
  readonly mode: Mode
  readonly mayWrite: boolean
  readonly organisation: string | null
  readonly hue: number
  readonly onMode: (mode: Mode) => void
  readonly editor: Editor | null
}

export function ModeBar({ statement, mode, mayWrite, organisation, hue, onMode, editor, inTouch, onMove }: ModeBarProps): ReactNode {
  const group = useRef<HTMLDivElement>(null)
  const choose = (event: KeyboardEvent) => {
    if (!['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'].includes(event.key)) return
    event.preventDefault()
    const next = mode === 'read' ? 'write' : 'read'
    onMode(next)
    group.current?.querySelector<HTMLElement>(`[data-mode=${next}]`)?.focus()
  }
  return (
    <div className={`mode-bar hue-${hue}`} data-screen-only>
      {mayWrite ? (
        <div className="modes" role="radiogroup" aria-label={m.team_modes()} ref={group} onKeyDown={choose}>
          {MODES.map((one) => <button key={one} type="button" role="radio" data-mode={one} aria-checked={mode === one} tabIndex={mode === one ? 0 : -1} onClick={() => onMode(one)}>{WORD[one]()}</button>)}
        </div>
      ) : null}
      {editor ? <PassageTools editor={editor} statement={statement} inTouch={inTouch} onMove={onMove} /> : null}
      <p className="mode-line">{modeLine(statement, organisation, { writing: mode === 'write', mayWrite })}</p>
    </div>
  )
}
