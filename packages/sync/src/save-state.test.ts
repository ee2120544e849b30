/** What is said about saving is always true. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { holds, patience } from './kept-seeds.ts'
import { onlyInThisTab, saveState, type SaveFacts } from './save-state.ts'

const calm: SaveFacts = { closed: null, inTouch: true, tried: true, typed: false, unsaved: false, store: 'has-all' }
const said = (facts: Partial<SaveFacts>) => saveState({ ...calm, ...facts }).is

describe('what is said about saving', () => {
  test('a text that was only opened is connected, not saved', () => expect(said({})).toBe('connected'))
  test('typed words are being saved until the server confirms them', () => {
    expect(said({ typed: true, unsaved: true })).toBe('saving')
    expect(said({ typed: true })).toBe('saved')
  })
  test('without a server it is kept only after the store has answered', () => {
    expect(said({ inTouch: false, tried: false, typed: true, unsaved: true, store: 'asked' })).toBe('saving')
    expect(said({ inTouch: false, typed: true, unsaved: true, store: 'asked' }), 'once it is known that nobody is there').toBe('offline-keeping')
    expect(said({ inTouch: false, typed: true, unsaved: true })).toBe('offline-kept')
  })
  test('a store that refuses is told, at once when there are words', () => {
    expect(said({ inTouch: false, store: 'refuses' })).toBe('offline-not-kept')
    expect(said({ inTouch: false, tried: false, unsaved: true, store: 'refuses' })).toBe('offline-not-kept')
  })
  test('before the first attempt nothing is claimed', () => expect(said({ inTouch: false, tried: false })).toBe('connecting'))
  test('a connection that ended for good says why', () => expect(saveState({ ...calm, closed: 'closed-for-writing' })).toEqual({ is: 'closed', because: 'closed-for-writing' }))

  test('for any facts: saved means nothing is unsaved, kept means the store has all', async () => {
    await holds(fc.property(fc.record<SaveFacts>({
      closed: fc.constant(null), inTouch: fc.boolean(), tried: fc.boolean(), typed: fc.boolean(), unsaved: fc.boolean(), store: fc.constantFrom('has-all', 'asked', 'refuses'),
    }), (facts) => {
      const { is } = saveState(facts)
      if (is === 'saved' || is === 'connected') expect(facts.inTouch && !facts.unsaved).toBe(true)
      if (is === 'offline-kept') expect(facts.store).toBe('has-all')
      if (onlyInThisTab(facts)) expect(['saving', 'offline-keeping', 'offline-not-kept']).toContain(is)
    }), { name: 'save state', seed: 20261201 })
  }, patience())
})
