/** The text for reading: real headings, lists and footnotes, with the beams between the passages. */
import type { StatementFull } from '@draagvlak/api/statement'
import { htmlOf } from '@draagvlak/editor/html'
import type { Passage } from '@draagvlak/editor/passage'
import { m } from '@draagvlak/messages/m'
import { useLayoutEffect, useMemo, useRef, type ReactNode } from 'react'

export interface ReadingSheetProps { readonly statement: StatementFull; readonly passages: readonly Passage[]; readonly onPlaces: (places: ReadonlyMap<string, HTMLElement>) => void }

export function ReadingSheet({ statement: { language }, passages, onPlaces }: ReadingSheetProps): ReactNode {
  const paper = useRef<HTMLDivElement>(null)
  const html = useMemo(() => htmlOf(passages, {
    headingOffset: 1, words: { sources: m.team_sources({}, { locale: language }), back: m.team_back_to_text({}, { locale: language }) },
    afterPassage: (id) => `<div class="under-passage" data-under="${id}"></div>`,
  }), [passages, language])
  useLayoutEffect(() => {
    // The same numbers as on the paper one writes on: people say them on the telephone.
    passages.forEach(({ id }, at) => paper.current?.querySelector(`[id="p-${CSS.escape(id)}"]`)?.setAttribute('data-passage-number', String(at + 1)))
    const places = [...paper.current?.querySelectorAll<HTMLElement>('[data-under]') ?? []]
    onPlaces(new Map(places.map((place) => [place.dataset.under ?? '', place])))
    return () => onPlaces(new Map())
  }, [html, passages, onPlaces])
  return <div className="paper reading" ref={paper} lang={language} translate="no" dangerouslySetInnerHTML={{ __html: html }} />
}
