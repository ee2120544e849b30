/** Adopting and publishing, and the life of a statement around it. */
import { describe, expect, test } from 'vitest'
import { decideArchive, decideDelete, decideDuplicate, decideRename, decideSetParticipants, decideStart, decideStop } from './life.ts'
import { decideAdopt, decidePublish, decideWithdrawPublication, holdingUp } from './publish.ts'
import { decideLiftMustAnswer } from './round.ts'
import { stageOf, takesPart } from './statement.ts'
import { aNoUnless, aStatement, factsOf, kept, type Story } from './testing.ts'
import { foldStatement } from './statement.ts'
import type { Kept, StatementFact } from './events.ts'

const TEXT = { p1: 'Geachte staatssecretaris', p2: 'Gezondheid begint in de wijk.' }
const adopt = (story: Story) => decideAdopt(story.statement, story.coalition, story.now)
const publish = (story: Story, change: Partial<Parameters<typeof decidePublish>[2]> = {}) =>
  decidePublish(story.statement, story.coalition, { number: 1, file: 'e', embargoUntil: null, reason: null, ...change }, story.now)

describe('adopting', () => {
  test('[L3] takes a closed round, and never somebody\'s absence of carriers', () => {
    const story = aStatement('oak').roundOpened(TEXT)
    expect(adopt(story)).toEqual({ ok: false, because: 'round-is-open' })
    expect(adopt(story.closed())).toEqual({ ok: false, because: 'nobody-carries' })
  })

  test('[S3] waits for a must-answer partner until it says yes or no, or is lifted', () => {
    const story = aStatement('oak', 'elm', 'ash').roundOpened(TEXT, { mustAnswer: ['elm', 'ash'] }).answered('oak', 'agreed').answered('ash', 'declined').closed()
    expect([holdingUp(story.statement, story.dossier, story.statement.rounds[0]!), adopt(story)]).toEqual([['elm'], { ok: false, because: 'must-answer-is-waiting' }])
    story.decided(decideLiftMustAnswer(story.statement, { organisationId: 'elm', reason: 'vakantie' }))
    expect(adopt(story).ok).toBe(true)
  })

  test('[S3] a provisional answer of a must-answer partner still holds it up', () => {
    const story = aStatement('oak', 'elm').roundOpened(TEXT, { mustAnswer: ['elm'] }).answered('oak', 'agreed').answered('elm', 'agreed', { personId: 'elm-colleague' }).closed()
    expect(adopt(story)).toEqual({ ok: false, because: 'must-answer-is-waiting' })
  })

  test('[S4] provisional and nee-tenzij do not count for the minimum', () => {
    const story = aStatement('oak', 'elm', 'ash').roundOpened(TEXT, { minimum: 2 })
      .answered('oak', 'agreed').answered('elm', 'reserved', { reservations: [aNoUnless()] }).answered('ash', 'agreed', { personId: 'ash-colleague' })
    expect(adopt(story.closed())).toEqual({ ok: false, because: 'fewer-than-minimum' })
  })
})

describe('publishing', () => {
  const adopted = () => aStatement('oak', 'elm').roundOpened(TEXT).answered('oak', 'agreed').closed().adopted()

  test('[L3] takes an adopted text, the next number, an embargo still to come and the list as it stands', () => {
    const story = adopted()
    expect(publish(story, { number: 2 })).toEqual({ ok: false, because: 'edition-number-is-not-next' })
    expect(publish(story, { embargoUntil: story.now })).toEqual({ ok: false, because: 'embargo-is-past' })
    expect(factsOf(publish(story))[0]).toMatchObject({ type: 'edition-published', data: { number: 1, list: [{ organisationId: 'oak' }] } })
    story.published()
    expect([publish(story, { file: 'edition-1' }), publish(story)]).toEqual([{ ok: true, facts: [] }, { ok: false, because: 'already-published' }])
  })

  test('[L3] a correction is a next edition with its reason, and standing answers carry it without being asked', () => {
    const story = adopted().published().reopened().roundOpened({ ...TEXT, p3: 'Erbij.' }, { of: ['oak', 'elm'] }).answered('elm', 'agreed').closed()
    expect(adopt(story)).toMatchObject({ ok: true, facts: [{ data: { list: [{ organisationId: 'elm' }] } }] })
    story.reopened().roundOpened(TEXT, { of: ['elm'] }).answered('elm', 'agreed').closed().adopted()
    expect(publish(story, { number: 2 })).toEqual({ ok: false, because: 'needs-a-reason' })
    expect(story.published().statement.editions[1]?.list.map(line => line.organisationId)).toEqual(['elm', 'oak'])
  })

  test('[L3] a withdrawn edition keeps its number: what follows takes the next', () => {
    const story = adopted().published()
    story.decided(decideWithdrawPublication(story.statement, { number: 1, reason: 'verkeerde foto' }))
    expect(stageOf(story.statement)).toBe('vastgesteld')
    expect(publish(story)).toEqual({ ok: false, because: 'edition-number-is-not-next' })
    expect(story.published().statement.editions.map(edition => [edition.number, edition.withdrawn === null])).toEqual([[1, false], [2, true]])
  })
})

describe('the life of a statement', () => {
  test('[L1] can be stopped until an edition stands, with a reason', () => {
    const story = aStatement('oak').roundOpened(TEXT).answered('oak', 'agreed').closed().adopted()
    expect(decideStop(story.statement, { reason: '' })).toEqual({ ok: false, because: 'needs-a-reason' })
    expect(decideStop(story.published().statement, { reason: 'x' })).toEqual({ ok: false, because: 'already-published' })
  })

  test('can be deleted only while nobody was asked about it', () => {
    const story = aStatement('oak')
    expect(decideDelete(story.statement).ok).toBe(true)
    expect(decideDelete(story.roundOpened(TEXT).statement)).toEqual({ ok: false, because: 'partners-were-asked' })
  })

  test('[S7] duplicated, takes no answer, consent or edition along', () => {
    const story = aStatement('oak').roundOpened(TEXT).answered('oak', 'agreed')
    const facts = factsOf(decideDuplicate(story.statement, { title: 'Tweede brief', slug: 'tweede-brief' }))
    const copy = foldStatement(facts.map((fact, at) => kept('statement/s2', at + 1, fact) as Kept<StatementFact>))
    expect([copy?.copiedFrom, copy?.positions, copy?.consents, copy?.rounds]).toEqual(['s1', {}, [], []])
  })

  test('is renamed, archived and narrowed to some partners without asking twice', () => {
    const story = aStatement('oak', 'elm')
    expect(decideRename(story.statement, { title: 'Brief' })).toEqual({ ok: true, facts: [] })
    expect(decideRename(story.statement, { title: ' ' })).toEqual({ ok: false, because: 'needs-a-name' })
    story.decided(decideArchive(story.statement, { archived: true }))
    expect([story.statement.archivedAt !== null, decideArchive(story.statement, { archived: true })]).toEqual([true, { ok: true, facts: [] }])
    expect(decideSetParticipants(story.statement, story.dossier, { organisationIds: ['fir'] })).toEqual({ ok: false, because: 'not-a-partner' })
    story.roundOpened(TEXT, { of: ['oak'] })
    expect(decideSetParticipants(story.statement, story.dossier, { organisationIds: ['elm'] })).toEqual({ ok: false, because: 'partners-were-asked' })
  })

  test('[L2] all partners, later ones too, is another choice than naming all of today, and the same choice twice is one', () => {
    const story = aStatement('oak', 'elm')
    const choose = (organisationIds: readonly string[] | 'all') => decideSetParticipants(story.statement, story.dossier, { organisationIds })
    expect(choose('all')).toEqual({ ok: true, facts: [] })
    story.decided(choose(['oak', 'elm']))
    expect([story.statement.participants, choose(['elm', 'oak'])]).toEqual([['oak', 'elm'], { ok: true, facts: [] }])
    expect(takesPart(story.statement, 'ash')).toBe(false)
    story.decided(choose('all'))
    expect(takesPart(story.statement, 'ash')).toBe(true)
  })

  test('starts for all partners of the dossier or for some', () => {
    const { dossier } = aStatement('oak', 'elm')
    const wish = { type: 'open-letter', language: 'nl', title: 'Brief', slug: 'brief', wordBudget: 700, participants: null } as const
    expect(factsOf(decideStart(dossier, wish)).map(fact => fact.type)).toEqual(['statement-started'])
    expect(factsOf(decideStart(dossier, { ...wish, participants: ['oak'] })).map(fact => fact.type)).toEqual(['statement-started', 'participants-set'])
  })
})
