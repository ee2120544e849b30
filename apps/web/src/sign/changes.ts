/** The differences between two readings of a text, as the server tells them since the last answer. */
import type { LinkView } from '@draagvlak/api/link'
import type { Inline, Passage } from '@draagvlak/editor/passage'
import { numberedName } from '@draagvlak/editor/passage-name'
import { m } from '@draagvlak/messages/m'

export type Change = LinkView['changes'][number]
type Passages = LinkView['passages']

/** What moved under the eyes of somebody who was reading: compared with what stood on the screen. */
export function changesSince(before: Passages, after: Passages): Change[] {
  const old = new Map(before.map((passage) => [passage.id, passage]))
  const still = new Set(after.map((passage) => passage.id))
  return [
    ...after.flatMap((passage): Change[] => {
      const was = old.get(passage.id)
      if (!was) return [{ passageId: passage.id, kind: 'new', before: null, after: wordsOf(passage) }]
      return JSON.stringify(was.content) === JSON.stringify(passage.content) ? [] : [{ passageId: passage.id, kind: 'changed', before: wordsOf(was), after: wordsOf(passage) }]
    }),
    ...before.filter((passage) => !still.has(passage.id)).map((passage): Change => ({ passageId: passage.id, kind: 'gone', before: wordsOf(passage), after: null })),
  ]
}

export const wordsOf = ({ content = [] }: Passages[number]): string => content.map((part) => (part.type === 'text' ? String(part.text) : part.type === 'hardBreak' ? '\n' : '')).join('')
/** `5. Wij verwachten van u drie dingen`: as at the desk, in the mail and in the PDF. */
export const nameOfPassage = (passages: Passages, id: string): string => numberedName(passages.map(passageOf), id, m.shared_kind_title())
export const passageOf = ({ id, kind, indent, content }: Passages[number]): Passage => ({ id, kind, indent: indent ?? 0, content: (content ?? []) as unknown as readonly Inline[] })
