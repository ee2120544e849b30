/** Where somebody was in a text, kept while one sheet makes room for another: the paper that was written on for the one that is read. */
import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react'

interface Place { readonly passageId: string; readonly top: number }

const PASSAGES = '[data-passage], .paper.reading [id^="p-"]'
const ACTS = ['pointerdown', 'click', 'keydown', 'wheel', 'touchstart'] as const
/** By then a sheet is drawn, with all that lies under its passages. In ms. */
const DRAWN = 5_000
const idOf = (element: Element): string => element.getAttribute('data-passage') ?? element.id.slice('p-'.length)
const inSight = (element: Element): boolean => { const { top, bottom } = element.getBoundingClientRect(); return bottom > 0 && top < innerHeight }

/** The passage with the caret where it is in sight, else the first that is. */
function placeIn(sheet: Element): Place | null {
  const focus = getSelection()?.focusNode ?? null
  const written = (focus instanceof Element ? focus : focus?.parentElement)?.closest(PASSAGES)
  const found = written && sheet.contains(written) && inSight(written) ? written : [...sheet.querySelectorAll(PASSAGES)].find(inSight)
  return found ? { passageId: idOf(found), top: found.getBoundingClientRect().top } : null
}

/** @param shown says which sheet lies there: when it changes, the place is sought again, and kept while it is drawn. */
export function useKeepPlace(sheet: RefObject<HTMLElement | null>, shown: string): void {
  const place = useRef<Place | null>(null)
  useEffect(() => {
    // A sheet that is being changed holds no passage: what the browser scrolls then is not somebody's wish.
    const note = () => { if (sheet.current) place.current = placeIn(sheet.current) ?? place.current }
    addEventListener('scroll', note, { passive: true })
    document.addEventListener('selectionchange', note)
    return () => {
      removeEventListener('scroll', note)
      document.removeEventListener('selectionchange', note)
    }
  }, [sheet])
  const before = useRef(shown)
  useLayoutEffect(() => {
    if (before.current === shown) return
    before.current = shown
    const there = sheet.current
    const wanted = place.current
    if (!there || !wanted) return
    const seek = () => {
      const here = [...there.querySelectorAll(PASSAGES)].find((element) => idOf(element) === wanted.passageId)
      if (here) scrollBy({ top: here.getBoundingClientRect().top - wanted.top, behavior: 'instant' })
    }
    seek()
    // Beams come a moment later. As soon as somebody does something, or the sheet is drawn, where they are is their own wish.
    const grows = new ResizeObserver(seek)
    grows.observe(there)
    const stop = () => grows.disconnect()
    const drawn = setTimeout(stop, DRAWN)
    for (const act of ACTS) addEventListener(act, stop, { once: true, passive: true })
    return () => {
      stop()
      clearTimeout(drawn)
      for (const act of ACTS) removeEventListener(act, stop)
    }
  }, [sheet, shown])
}
