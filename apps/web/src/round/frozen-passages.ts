/** The frozen words of a version, as the editor and the sheet know them. */
import { seeVersion, type PassageJson, type StatementFull } from '@draagvlak/api/statement'
import type { Inline, Passage } from '@draagvlak/editor/passage'
import { useMemo } from 'react'
import { useAsk } from '../api.ts'

export const passageOf = ({ id, kind, indent, content }: PassageJson): Passage => ({ id, kind, indent: indent ?? 0, content: (content ?? []) as unknown as readonly Inline[] })

const NONE: readonly Passage[] = []
/** Empty while they are being fetched, or where there is no version. */
export function useFrozen({ id: statementId }: Pick<StatementFull, 'id'>, hash: string | null): { readonly passages: readonly Passage[]; readonly error: Error | null } {
  const { data, error } = useAsk(seeVersion, { params: { statementId, hash: hash ?? '' } }, { enabled: hash !== null })
  const passages = useMemo(() => data?.passages.map(passageOf) ?? NONE, [data])
  return { passages, error }
}
