/** The stages of a statement, and that its fold survives anything that may lawfully happen to its events. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Kept, StatementFact } from './events.ts'
import { decideReopenDraft, decideStopRound, decideWithdrawClosing } from './round.ts'
import { decideStop } from './life.ts'
import { decideWithdrawAdoption, decideWithdrawPublication } from './publish.ts'
import { applyStatement, foldStatement, phaseOf, publicEdition, stageOf } from './statement.ts'
import { aStatement, DATES } from './testing.ts'

const TEXT = { p1: 'Geachte staatssecretaris', p2: 'Gezondheid begint in de wijk.' }

describe('the stage', () => {
  test('[L1] follows a letter from concept to its second edition', () => {
    const story = aStatement('oak', 'elm')
    expect(stageOf(story.statement)).toBe('concept')
    expect(stageOf(story.roundOpened(TEXT).statement)).toBe('in-ronde')
    expect(stageOf(story.answered('oak', 'agreed').closed().statement)).toBe('ronde-gesloten')
    expect(stageOf(story.adopted().statement)).toBe('vastgesteld')
    expect(stageOf(story.published().statement)).toBe('gepubliceerd')
    expect(stageOf(story.reopened().statement)).toBe('gepubliceerd-in-bewerking')
    story.roundOpened({ ...TEXT, p2: 'Gezondheid begint thuis.' })
    expect(stageOf(story.statement)).toBe('gepubliceerd-in-bewerking')
    expect(phaseOf(story.statement)).toBe('in-round')
    story.answered('oak', 'agreed').closed()
    expect(stageOf(story.statement)).toBe('gepubliceerd-in-bewerking')
    expect(stageOf(story.adopted().published().statement)).toBe('gepubliceerd')
    expect(story.statement.editions.map(edition => edition.number)).toEqual([1, 2])
  })

  test('[L1] is final once stopped', () => {
    const story = aStatement('oak').roundOpened(TEXT)
    story.decided(decideStop(story.statement, { reason: 'Het akkoord is van de baan.' }))
    expect(stageOf(story.statement)).toBe('gestopt')
    expect(decideReopenDraft(story.statement, { reason: null })).toEqual({ ok: false, because: 'statement-is-stopped' })
    expect(story.statement.rounds[0]?.status).toBe('stopped')
  })

  test('[L3] goes back one act when that act is withdrawn with a reason', () => {
    const story = aStatement('oak').roundOpened(TEXT).answered('oak', 'agreed').closed().adopted().published()
    expect(decideWithdrawClosing(story.statement, { reason: 'te vroeg' })).toEqual({ ok: false, because: 'past-a-later-act' })
    expect(decideWithdrawAdoption(story.statement, { reason: 'te vroeg' })).toEqual({ ok: false, because: 'past-a-later-act' })
    expect(decideWithdrawPublication(story.statement, { number: 1, reason: ' ' })).toEqual({ ok: false, because: 'needs-a-reason' })
    expect(stageOf(story.decided(decideWithdrawPublication(story.statement, { number: 1, reason: 'verkeerde foto' })).statement)).toBe('vastgesteld')
    expect(stageOf(story.decided(decideWithdrawAdoption(story.statement, { reason: 'te vroeg' })).statement)).toBe('ronde-gesloten')
    expect(stageOf(story.decided(decideWithdrawClosing(story.statement, { reason: 'te vroeg' })).statement)).toBe('in-ronde')
  })

  test('[L2] the draft closes with the round and opens again when it stops, ends without adoption, or is published', () => {
    const story = aStatement('oak').roundOpened(TEXT)
    expect(story.statement.draft).toEqual({ open: false, epoch: 1 })
    expect(decideReopenDraft(story.statement, { reason: null })).toEqual({ ok: false, because: 'round-is-open' })
    story.decided(decideStopRound(story.statement, { reason: 'eerst overleg' }))
    expect([story.statement.draft, stageOf(story.statement)]).toEqual([{ open: true, epoch: 2 }, 'concept'])
    story.roundOpened(TEXT).answered('oak', 'agreed').closed().reopened()
    expect([story.statement.draft.open, stageOf(story.statement)]).toEqual([true, 'concept'])
    story.roundOpened(TEXT).closed().adopted()
    expect(decideReopenDraft(story.statement, { reason: null })).toEqual({ ok: false, because: 'already-adopted' })
    expect(story.published().reopened().statement.draft.open).toBe(true)
  })
})

test('[E1] an edition is unknown to outsiders until its embargo ends, and a correction does not lift it', () => {
  const story = aStatement('oak').roundOpened(TEXT).answered('oak', 'agreed').closed().adopted().published({ embargoUntil: '2026-03-20T06:00:00.000Z' })
  expect(publicEdition(story.statement, '2026-03-20T05:59:59.999Z')).toBeUndefined()
  expect(publicEdition(story.statement, '2026-03-20T06:00:00.000Z')?.number).toBe(1)
  story.reopened().roundOpened(TEXT, { of: [] }).closed().adopted().published()
  expect(publicEdition(story.statement, '2026-03-20T05:59:59.999Z')).toBeUndefined()
  expect(publicEdition(story.statement, '2026-03-20T06:00:00.000Z')?.number).toBe(2)
})

describe('the fold', () => {
  const whole = aStatement('oak', 'elm').roundOpened(TEXT, { dates: DATES }).answered('oak', 'reserved').answered('elm', 'declined', { explanation: { visibility: 'partners', text: 'te duur' } })
    .closed().adopted().published().reopened()

  test('[T2] survives the erasure of any events after the first, and ends at the same revision', () => {
    fc.assert(fc.property(fc.subarray(whole.events.map((_, at) => at)), erased => {
      const events = whole.events.map((event, at) => (erased.includes(at) ? { ...event, data: null } as Kept<StatementFact> : event))
      const state = foldStatement(events)
      expect(state?.revision).toBe(whole.events.length)
      expect(() => state !== null && stageOf(state)).not.toThrow()
    }), { seed: 7 })
  })

  test('[T2] keeps an answer whose words were erased', () => {
    const events = whole.events.map(event => (event.type === 'reservation-worded' || event.type === 'refusal-explained' ? { ...event, data: null } as Kept<StatementFact> : event))
    const state = foldStatement(events)
    expect(state?.positions['oak']?.state).toBe('reserved')
    expect(state?.answers[state.positions['oak']?.current ?? '']?.reservations[0]?.text).toBeNull()
  })

  test('can be kept as JSON at any point and carried forward', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: whole.events.length }), at => {
      const stored = JSON.parse(JSON.stringify(foldStatement(whole.events.slice(0, at))))
      expect(whole.events.slice(at).reduce(applyStatement, stored)).toEqual(whole.statement)
    }), { seed: 7 })
  })
})
