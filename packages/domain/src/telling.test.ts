/** Who hears what became of a text: told as stories of one round. */
import { expect, test } from 'vitest'
import { decideWithdraw } from './sign-off-acts.ts'
import { whoIsTold, type News } from './telling.ts'
import { aStatement, type Story } from './testing.ts'

const told = (story: Story, news: News) => whoIsTold(news, { statement: story.statement, ...story.coalition }).map(one => one.personId)
const TEXT = { a: 'Eerste zin.', b: 'Tweede zin.' }
const aRound = () => aStatement('oak', 'elm', 'ash').roundOpened(TEXT).answered('oak', 'agreed').answered('elm', 'declined')

test('[L3] the closing is told to everybody who was asked, an edition not to who declined, a new draft only to who signed', () => {
  const story = aRound().closed()
  expect(told(story, 'round-closed')).toEqual(['oak-director', 'elm-director', 'ash-director'])
  expect(told(story, 'edition-published')).toEqual(['oak-director', 'ash-director'])
  expect(told(story, 'draft-reopened')).toEqual(['oak-director'])
})

test('[L3] one person who answers for two organisations is told once, for both', () => {
  const asked = ['oak', 'elm'].map(organisationId => ({ organisationId, personId: 'oak-director', reason: null }))
  const story = aStatement('oak', 'elm').roundOpened(TEXT, { asked }).answered('oak', 'agreed')
  const all = whoIsTold('round-closed', { statement: story.statement, ...story.coalition })
  expect(all.map(one => [one.personId, one.for.map(each => [each.organisationId, each.answer?.answer ?? null])])).toEqual([['oak-director', [['oak', 'agreed'], ['elm', null]]]])
})

test('[L3] who signed is told after somebody else was asked, and not after leaving the organisation', () => {
  const replaced = aRound().record({ type: 'person-asked', data: { roundId: 'r1', organisationId: 'oak', personId: 'oak-colleague', reason: null, replaces: 'oak-director' } }).closed()
  expect(told(replaced, 'draft-reopened')).toEqual(['oak-colleague', 'oak-director'])
  expect(told(replaced.with('oak', { more: [{ type: 'person-left', data: { personId: 'oak-director' } }] }), 'draft-reopened')).toEqual(['oak-colleague'])
})

test('[L3] who left the coalition or withdrew hears nothing of an edition', () => {
  const left = aRound().closed().leading({ type: 'partnership-ended', data: { organisationId: 'ash', reason: null, by: 'partner' } })
  expect(told(left, 'edition-published')).toEqual(['oak-director'])
  const withdrawn = aRound()
  withdrawn.decided(decideWithdraw(withdrawn.statement, withdrawn.organisation('oak'), { answerId: 'a1', personId: 'oak-director', reason: null }, withdrawn.now)).closed()
  expect(told(withdrawn, 'edition-published')).toEqual(['ash-director'])
})

test('[S6] who signed on personal title is told, whatever the organisation said', () => {
  const story = aRound().answered('elm', 'agreed', { personId: 'elm-colleague', capacity: 'personal', nameInPrint: true }).closed()
  expect(told(story, 'edition-published')).toEqual(['oak-director', 'elm-colleague', 'ash-director'])
})

test('[V3] who did not answer again after the words changed is told that the earlier answer no longer speaks for this text; whose words stayed is not', () => {
  const story = aStatement('oak', 'elm', 'ash').roundOpened(TEXT).answered('oak', 'agreed').answered('elm', 'agreed').answered('ash', 'declined').closed().reopened()
    .roundOpened({ ...TEXT, b: 'Een andere zin.' }, { of: ['oak', 'elm'] }).answered('elm', 'agreed').closed()
  const all = () => whoIsTold('round-closed', { statement: story.statement, ...story.coalition }).flatMap(one => one.for.map(each => [each.organisationId, each.answer?.answer, each.reconfirm]))
  expect(all()).toEqual([['oak', 'agreed', true], ['elm', 'agreed', false], ['ash', 'declined', false]])
  story.reopened().roundOpened(TEXT, { of: ['elm'] }).closed()
  expect(all()[0], 'text put back stands again (V11)').toEqual(['oak', 'agreed', false])
})
