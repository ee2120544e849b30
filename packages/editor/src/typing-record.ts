/** What this person typed lately, per passage, and which of it a new state of the text no longer holds. */

import type { PassageKind } from '@draagvlak/domain/passage'

export interface TextNow { readonly id: string; readonly kind: PassageKind; readonly text: string }

/** A stretch of own words, with some letters of the passage on both sides to know it again by. */
interface Stretch { readonly words: string; readonly inContext: string }

export interface TypedPassage {
  readonly id: string
  /** Moment of the last own keystroke, in milliseconds. */
  readonly at: number
  /** The words as they stood before the current stretch was typed, and as they stand now. */
  readonly base: string
  readonly text: string
  readonly stretches: readonly Stretch[]
}
export type TypingRecord = ReadonlyMap<string, TypedPassage>

/** Words of one's own that a change of others took away, and where they stood. */
export interface KeptWords {
  readonly passageId: string
  /** What the passage was: an evidence comes back as an evidence. */
  readonly kind: PassageKind
  /** What this person typed. */
  readonly typed: string
  /** All that the passage held. */
  readonly text: string
  /** The nearest passages around it that still exist. */
  readonly before: string | null
  readonly after: string | null
}

const CONTEXT = 8

/** The record after an edit of this person. */
export function afterOwnEdit(record: TypingRecord, before: readonly TextNow[], after: readonly TextNow[], now: number): TypingRecord {
  const old = new Map(before.map(({ id, text }) => [id, text]))
  const left = new Set(after.map(({ id }) => id))
  // A passage that this person took away is no loss.
  const next = new Map([...record].filter(([id]) => left.has(id)))
  for (const { id, text } of after) {
    const was = old.get(id)
    if (id === '' || was === text) continue
    const entry = record.get(id)
    // A passage that is new with words that stood here before is the half of a split: nothing in it was typed.
    const base = entry?.base ?? was ?? (before.some(passage => passage.text.includes(text)) ? text : '')
    next.set(id, { id, at: now, base, text, stretches: entry?.stretches ?? [] })
  }
  return next
}

/** The record after an edit of others: own words stay known, what others wrote is not taken for one's own. */
export function afterOthersEdit(record: TypingRecord, after: readonly TextNow[]): TypingRecord {
  const texts = new Map(after.map(({ id, text }) => [id, text]))
  return new Map([...record].map(([id, entry]) => {
    const text = texts.get(id)
    return [id, text === undefined || text === entry.text ? entry : { ...entry, base: text, text, stretches: stretchesOf(entry) }]
  }))
}

/** The record without what is older than `since`. */
export function youngerThan(record: TypingRecord, since: number): TypingRecord {
  const young = [...record].filter(([, entry]) => entry.at > since)
  return young.length === record.size ? record : new Map(young)
}

/**
 * The own words that are no longer there.
 * @param before the passages as they were, for the neighbours; @param gone which passages are to be looked at: those whose
 * place in Yjs was deleted, or all of them where the editor starts again from a fresh copy.
 */
export function lostWords(record: TypingRecord, before: readonly TextNow[], after: readonly TextNow[], gone: (id: string) => boolean): KeptWords[] {
  const left = new Set(after.map(({ id }) => id))
  const holds = (words: string): boolean => after.some(({ text }) => text.includes(words))
  return [...record.values()].flatMap(entry => {
    if (!gone(entry.id) || holds(entry.text)) return []
    const missing = stretchesOf(entry).filter(({ words, inContext }) => words.trim() !== '' && entry.text.includes(words) && !holds(inContext))
    if (missing.length === 0) return []
    const at = before.findIndex(({ id }) => id === entry.id)
    return [{
      passageId: entry.id, kind: before[at]?.kind ?? 'paragraph', typed: missing.map(({ words }) => words).join('\n'), text: entry.text,
      before: at === -1 ? null : before.slice(0, at).findLast(({ id }) => left.has(id))?.id ?? null,
      after: at === -1 ? null : before.slice(at + 1).find(({ id }) => left.has(id))?.id ?? null,
    }]
  })
}

function stretchesOf({ base, text, stretches }: TypedPassage): readonly Stretch[] {
  let start = 0
  while (start < base.length && start < text.length && base[start] === text[start]) start += 1
  let tail = 0
  while (tail < base.length - start && tail < text.length - start && base.at(-1 - tail) === text.at(-1 - tail)) tail += 1
  const end = text.length - tail
  if (end <= start) return stretches
  return [...stretches, { words: text.slice(start, end), inContext: text.slice(Math.max(0, start - CONTEXT), end + CONTEXT) }]
}
