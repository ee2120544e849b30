import { describe, expect, test } from 'vitest'
import { emptyDraft } from './draft.ts'
import { forget, keep, nameFor, readKept, type Kept } from './kept.ts'

const EMPTY = emptyDraft('2026-09-17T10:00:00Z')
const shelf = () => {
  const kept = new Map<string, string>()
  return { kept, getItem: (name: string) => kept.get(name) ?? null, setItem: (name: string, words: string) => void kept.set(name, words), removeItem: (name: string) => void kept.delete(name) }
}
const visit: Kept = { draft: { ...EMPTY, text: 'mits' }, step: 1, version: 'v', codeAskedAt: 5, language: 'en' }

describe('what was filled in', () => {
  test('stands there again on the next visit and is gone once it was recorded', () => {
    const store = shelf()
    keep(store, 'a', visit)
    expect(readKept(store, 'a', EMPTY)).toEqual(visit)
    forget(store, 'a')
    expect(readKept(store, 'a', EMPTY)).toBeNull()
  })
  test('is kept under a name that does not give the link away and differs per link', () => {
    const token = 'c2VjcmV0LXRva2Vu'
    expect(nameFor(token)).not.toContain(token)
    expect(nameFor(token)).toBe(nameFor(token))
    expect(new Set(Array.from({ length: 2000 }, (_, index) => nameFor(`${token}${index}`))).size).toBe(2000)
  })
  test('by an older page gets the fields that came since, and rubbish counts as nothing', () => {
    const store = shelf()
    store.setItem('old', JSON.stringify({ ...visit, draft: { text: 'mits' } }))
    store.setItem('bad', '{')
    expect(readKept(store, 'old', EMPTY)?.draft).toEqual({ ...EMPTY, text: 'mits' })
    expect(readKept(store, 'bad', EMPTY)).toBeNull()
  })
  test('does not stop the page where the browser keeps nothing', () => {
    const refusing = { getItem: () => { throw new Error('no') }, setItem: () => { throw new Error('full') }, removeItem: () => { throw new Error('no') } }
    keep(refusing, 'a', visit)
    forget(refusing, 'a')
    expect(readKept(refusing, 'a', EMPTY)).toBeNull()
  })
})
