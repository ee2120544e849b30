/** The parts of the text with the beam of each, and the words against the budget. */
import type { Board } from '@draagvlak/api/round'
import type { Segment, StatementFull } from '@draagvlak/api/statement'
import { askedSegments, weakestOf } from '@draagvlak/domain/segment'
import { HEADING_LEVEL } from '@draagvlak/editor/kinds'
import { isEmptyPassage, type Passage } from '@draagvlak/editor/passage'
import { wordsOf } from '@draagvlak/editor/word-count'
import { getLocale } from '@draagvlak/messages/locale'
import { m } from '@draagvlak/messages/m'
import { useMemo, type ReactNode } from 'react'
import { MiniBeam } from '../ui/Beam.tsx'
import { countCarrying } from '../ui/beam-sentence.ts'
import { Progress } from '../ui/Progress.tsx'
import { beamsNow } from './beams-now.ts'
import { passageName } from './passage-names.ts'

interface Part { readonly id: string; readonly name: string; readonly deep: boolean; readonly segments: readonly Segment[] }

/** Headings and messages stand for what follows them; in a text without any, every passage stands for itself. */
export function partsOf(passages: readonly Passage[], beams: ReadonlyMap<string, readonly Segment[]>): Part[] {
  const opens = (passage: Passage): boolean => HEADING_LEVEL[passage.kind] !== null || passage.kind === 'message'
  const headed = passages.some((passage) => passage.kind !== 'title' && opens(passage))
  const groups: Passage[][] = []
  for (const passage of passages) {
    if (isEmptyPassage(passage) && passage.kind !== 'title') { groups.at(-1)?.push(passage); continue }
    const alone = !headed || opens(passage) || passage.kind === 'addressee' || passage.kind === 'salutation' || passage.kind === 'closing' || groups.at(-1)?.[0]?.kind === 'title'
    if (alone || groups.length === 0) groups.push([passage])
    else groups.at(-1)!.push(passage)
  }
  return groups.map((group) => ({ id: group[0]!.id, name: passageName(group[0]!), deep: group[0]!.kind === 'heading2' || group[0]!.kind === 'heading3', segments: worstOf(group.flatMap(({ id }) => [beams.get(id) ?? []])) }))
}

/** A partner carries a part as far as it carries the passage that it carries least. */
function worstOf(beams: readonly (readonly Segment[])[]): Segment[] {
  const full = beams.filter((beam) => beam.length > 0)
  return (full[0] ?? []).map(({ organisationId }) => {
    const states = full.flatMap((beam) => beam.filter((one) => one.organisationId === organisationId).map(({ state }) => state))
    return { organisationId, state: weakestOf(states) }
  })
}

export interface OutlineProps { readonly statement: StatementFull; readonly passages: readonly Passage[]; readonly board: Board | null; readonly at: string | null; readonly onGo: (passageId: string) => void }

export function Outline({ statement, passages, board, at, onGo }: OutlineProps): ReactNode {
  const parts = useMemo(() => partsOf(passages, beamsNow(passages, board)), [passages, board])
  const current = useMemo(() => {
    const order = passages.map(({ id }) => id)
    return parts.findLast(({ id }) => at !== null && order.indexOf(id) <= order.indexOf(at))?.id
  }, [parts, passages, at])
  return (
    <>
      <h2 className="strong">{m.team_outline()}</h2>
      <ol className="outline-parts">
        {parts.map(({ id, name, deep, segments }) => (
          <li key={id} className={deep ? 'deep' : undefined}>
            <button type="button" aria-current={id === current ? 'true' : undefined} onClick={() => onGo(id)}>
              <span className="outline-name">{name}</span>
              {segments.length > 0 ? <><MiniBeam segments={segments} /><span className="small figures">{countCarrying(segments)} <span className="quiet">{m.team_of_count({ of: askedSegments(segments).length })}</span></span></> : null}
            </button>
          </li>
        ))}
      </ol>
      <Words statement={statement} passages={passages} />
    </>
  )
}

const figures = (count: number): string => new Intl.NumberFormat(getLocale()).format(count)

/** Counted as Word does: what stands between white space. */
export function Words({ statement: { wordBudget }, passages }: Pick<OutlineProps, 'statement' | 'passages'>): ReactNode {
  const words = useMemo(() => wordsOf(passages), [passages])
  if (wordBudget === null) return <p className="words figures">{m.team_words({ words: figures(words) })}</p>
  const left = wordBudget - words
  return (
    <div className={left < 0 ? 'words over' : 'words'}>
      <Progress done={Math.min(words, wordBudget)} of={wordBudget} label={m.team_words_of({ words: figures(words), budget: figures(wordBudget) })} />
      <p className="small">{left < 0 ? m.team_words_over({ count: -left }) : m.team_words_left({ count: left })}</p>
    </div>
  )
}
