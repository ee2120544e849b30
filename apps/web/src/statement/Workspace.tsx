/** Writing together: outline, sheet and panel around one text. */
import { seeBoard } from '@draagvlak/api/round'
import { seeStatement, type StatementFull } from '@draagvlak/api/statement'
import type { Editor } from '@tiptap/core'
import { textOf } from '@draagvlak/editor/passage'
import { passageAt, placedPassages } from '@draagvlak/editor/passage-nodes'
import { m } from '@draagvlak/messages/m'
import { Link, useBlocker } from '@tanstack/react-router'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { keyOf, useAsk } from '../api.ts'
import { Foundation } from '../life/Foundation.tsx'
import { LifeNotice } from '../life/LifeNotice.tsx'
import { useActingFor, useMe } from '../me.ts'
import { useTitle } from '../ui/title.tsx'
import { TYPE_WORDS } from '../ui/words.ts'
import { useHasUnsent, useStayFor } from '../unsent.ts'
import type { NotKept } from './browser-store.ts'
import { Drawer } from './Drawer.tsx'
import { useKeepPlace } from './keep-place.ts'
import { ModeBar, type Mode } from './ModeBar.tsx'
import { Outline } from './Outline.tsx'
import { useMove } from './PassageTools.tsx'
import { usePresent } from './Present.tsx'
import { primaryAct } from './primary-act.ts'
import { ReadingSheet } from './ReadingSheet.tsx'
import { SidePanel } from './SidePanel.tsx'
import { UnderPassages } from './UnderPassage.tsx'
import { TextNotice } from './TextNotice.tsx'
import { useTransactions } from './use-editor.ts'
import { usePassages, useSaveState, useText } from './use-text.ts'
import { WorkspaceBar } from './WorkspaceBar.tsx'
import { WritingSheet } from './WritingSheet.tsx'
import './workspace.css'
import './paper.css'

const SETTLED = 1500

export function Workspace({ statement, notKept }: { readonly statement: StatementFull; readonly notKept: NotKept }): ReactNode {
  const me = useMe()
  const organisation = useActingFor()
  const queries = useQueryClient()
  const params = useMemo(() => ({ statementId: statement.id }), [statement.id])
  const askAgain = useCallback(() => {
    void queries.invalidateQueries({ queryKey: keyOf(seeStatement, { params }) })
    void queries.invalidateQueries({ queryKey: keyOf(seeBoard, { params }) })
  }, [queries, params])
  const text = useText(statement, me.person.id, askAgain, notKept)
  const { opened } = text
  const client = opened?.client ?? null
  const state = useSaveState(client)
  const passages = usePassages(opened)
  const people = usePresent(client, me.person.id)
  const mayWrite = statement.access === 'write' && statement.draftOpen && state.is !== 'closed'
  const [wish, setWish] = useState<Mode>('write')
  const mode: Mode = mayWrite ? wish : 'read'
  const [editor, setEditor] = useState<Editor | null>(null)
  const [places, setPlaces] = useState<ReadonlyMap<string, HTMLElement>>(new Map())
  const [drawer, setDrawer] = useState<'outline' | 'panel' | null>(null)
  const move = useMove(statement.id, () => client?.inTouch ?? false)

  const seesBoard = statement.round !== null && statement.may.includes('see-answers')
  const board = useAsk(seeBoard, { params }, { enabled: seesBoard }).data ?? null
  // A passage that changed is another passage to those who signed it: the beams follow when the typing rests.
  useEffect(() => {
    if (!seesBoard || passages.length === 0) return
    const timer = setTimeout(() => void queries.invalidateQueries({ queryKey: keyOf(seeBoard, { params }) }), SETTLED)
    return () => clearTimeout(timer)
  }, [passages, seesBoard, queries, params])

  const sheet = useRef<HTMLElement>(null)
  useKeepPlace(sheet, [opened?.ready ? mode : '', mode === 'read' ? places.size > 0 : editor !== null].join())

  const written = passages.find(({ kind }) => kind === 'title')
  const title = (written ? textOf(written).trim() : '') || statement.title
  useTitle(title)
  const onlyHere = client?.onlyInThisTab ?? false
  const wordsLeft = text.waiting.some(({ because }) => because === 'program-renewed')
  const offersOnlyHere = text.waiting.some((words) => words.onlyHere)
  const leavingLoses = () => offersOnlyHere || (client?.onlyInThisTab ?? false)
  useHasUnsent(title, offersOnlyHere || (client?.unsaved ?? false), leavingLoses())
  useStayFor(leavingLoses)
  useBlocker({ shouldBlockFn: () => leavingLoses() && !window.confirm(m.team_leave_loses_words()), enableBeforeUnload: false })

  const go = useCallback((passageId: string) => {
    setDrawer(null)
    const passage = editor ? placedPassages(editor.state.doc).find(({ id }) => id === passageId) : undefined
    if (editor && passage) {
      editor.chain().setTextSelection(passage.to - 1).focus(undefined, { scrollIntoView: false }).run()
      ;(editor.view.nodeDOM(passage.from) as HTMLElement | null)?.scrollIntoView({ block: 'start' })
      return
    }
    const shown = document.getElementById(`p-${passageId}`)
    shown?.scrollIntoView({ block: 'start' })
    shown?.setAttribute('tabindex', '-1')
    shown?.focus({ preventScroll: true })
  }, [editor])

  const act = primaryAct(statement)
  const panel = <SidePanel statement={statement} passages={passages} board={board} onGo={go} />
  const outline = <OutlineHere statement={statement} passages={passages} board={board} editor={editor} onGo={go} />
  return (
    <>
      <WorkspaceBar statement={statement} title={title} state={state} people={people} />
      <div className="workspace">
        <nav className="outline" aria-label={m.team_outline()} data-screen-only>{outline}</nav>
        <main className="desk" id="main">
          <h1 className="aloud" tabIndex={-1}>{title}</h1>
          <ModeBar statement={statement} mode={mode} mayWrite={mayWrite} organisation={organisation?.name ?? null} hue={board?.order.find(({ id }) => id === organisation?.id)?.hue ?? organisation?.hue ?? 1} onMode={setWish} editor={mode === 'write' ? editor : null} inTouch={client?.inTouch ?? false} onMove={move} />
          <TextNotice statement={statement} state={state} unsent={wordsLeft ? onlyHere ? 'only-here' : 'kept' : client?.unsaved ? 'changes' : 'none'} onlyHere={onlyHere} />
          <LifeNotice statement={statement} />
          <article className="sheet" aria-label={title} ref={sheet}>
            <p className="sheet-kind">{TYPE_WORDS[statement.type]()}<span className="print-only"> · {m.team_printed_draft()}</span></p>
            {opened?.ready !== true ? <p className="quiet" role="status">{m.shared_fetching()}</p>
              : mode === 'write' ? <WritingSheet statement={statement} client={opened.client} text={text} passages={passages} board={board} onMove={move} onLeave={leavePaper} onEditor={setEditor} />
                : <><ReadingSheet statement={statement} passages={passages} onPlaces={setPlaces} /><UnderPassages passages={passages} places={places} board={board} waiting={text.waiting} onInsert={null} onHandled={text.handled} /></>}
            {opened?.ready === true ? <Foundation statement={statement} /> : null}
          </article>
        </main>
        <aside className="side-panel" aria-label={m.team_panel()} data-screen-only>{panel}</aside>
      </div>
      <nav className="thumb-bar" aria-label={m.team_parts()} data-screen-only>
        <button type="button" aria-pressed={drawer === null} onClick={() => setDrawer(null)}>{m.team_part_text()}</button>
        <button type="button" aria-pressed={drawer === 'outline'} onClick={() => setDrawer('outline')}>{m.team_outline()}</button>
        <button type="button" aria-pressed={drawer === 'panel'} onClick={() => setDrawer('panel')}>{m.team_panel()}</button>
        {act?.to === 'round' ? <Link className="thumb-act" to="/teksten/$statementId/ronde" params={{ statementId: statement.id }}>{act.words}</Link> : null}
        {act?.to === 'public' ? <a className="thumb-act" href={`/p/${statement.slug}`}>{act.words}</a> : null}
      </nav>
      {drawer ? <Drawer title={drawer === 'outline' ? m.team_outline() : m.team_panel()} onClose={() => setDrawer(null)}>{drawer === 'outline' ? <div className="outline in-drawer">{outline}</div> : panel}</Drawer> : null}
    </>
  )
}

/** Above the paper, where reading and writing are chosen: Tab goes on from there. */
function leavePaper(): void {
  document.querySelector<HTMLElement>('.mode-bar [role=radio][aria-checked=true]')?.focus()
}

function OutlineHere({ editor, ...rest }: Omit<Parameters<typeof Outline>[0], 'at'> & { readonly editor: Editor | null }): ReactNode {
  useTransactions(editor)
  const at = editor ? passageAt(editor.state.doc, editor.state.selection.from)?.id ?? null : null
  return <Outline {...rest} at={at} />
}
