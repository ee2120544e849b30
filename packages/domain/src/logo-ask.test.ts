/** Asking for a logo apart from the answer: who is asked, what that link may do, and when there is nothing to ask. */
import { expect, test } from 'vitest'
import { access, rolesOf, whyNot } from './access.ts'
import { decideGiveConsent } from './consent.ts'
import { decideAskLogo, logoContacts } from './logo-ask.ts'
import { aStatement, type Story } from './testing.ts'

const TEXT = { a: 'Eerste zin.' }
const keeper = { more: [{ type: 'person-joined', data: { personId: 'oak-keeper', roles: ['logo-manager'] } }] as const }
const aRound = () => aStatement('oak', 'elm').with('oak', keeper).roundOpened(TEXT)
const asking = (story: Story, organisationId = 'oak', personId = 'oak-keeper') => decideAskLogo(story.statement, story.dossier, story.organisation(organisationId), { personId }, story.now)
const byLink = (story: Story, codeTyped: boolean, personId = 'oak-keeper') =>
  [story.who(personId, 'oak', { via: 'link', link: { statementId: 's1', codeTyped, purpose: 'logo' } }), story.situation('oak')] as const

test('[G3] a logo is asked of who looks after the logos, else of a mandate holder, else of who was asked to answer', () => {
  const story = aRound()
  expect(logoContacts(story.statement, story.organisation('oak'))).toEqual(['oak-keeper', 'oak-director'])
  expect(logoContacts(story.statement, story.organisation('elm'))).toEqual(['elm-director'])
  expect(asking(story, 'oak', 'oak-colleague')).toEqual({ ok: false, because: 'no-such-person' })
})

test('[G3] a link for the logo adds a logo and gives leave for it, and answers nothing', () => {
  const story = aRound()
  expect(rolesOf(...byLink(story, true)), 'nobody asked for it').toEqual(['reading-link', 'public'])
  story.decided(asking(story))
  expect(rolesOf(...byLink(story, false))).toEqual(['reading-link', 'public'])
  expect(whyNot('give-consent', ...byLink(story, false))).toBe('link-needs-code')
  expect(access(...byLink(story, true))).toEqual(['read-round-version', 'manage-logos', 'give-consent', 'revoke-consent'])
  expect(whyNot('answer', ...byLink(story, true))).toBe('not-yours')
})

test('[G3] that link ends with the role it was sent for', () => {
  const story = aRound()
  story.decided(asking(story)).with('oak', { more: [...keeper.more, { type: 'person-left', data: { personId: 'oak-keeper' } }] })
  expect(rolesOf(...byLink(story, true))).toEqual(['reading-link', 'public'])
})

test('[G3] nothing is asked before a round, beside a no, or where the logo may stand already; and once a day', () => {
  expect(asking(aStatement('oak', 'elm').with('oak', keeper))).toEqual({ ok: false, because: 'no-round' })
  expect(asking(aRound().answered('oak', 'declined'))).toEqual({ ok: false, because: 'logo-is-not-needed' })
  const story = aRound().answered('oak', 'agreed')
  story.decided(asking(story))
  expect(asking(story)).toEqual({ ok: true, facts: [] })
  story.decided(decideGiveConsent(story.statement, story.organisation('oak'), { consentId: 'c1', logoId: 'oak-logo', use: { editions: 'all-editions', channels: ['website'], until: null }, personId: 'oak-keeper' }, story.now, 'Europe/Amsterdam'))
  expect(asking(story)).toEqual({ ok: false, because: 'logo-is-not-needed' })
})

test('[G4] a State body without recorded leave is not asked for a logo', () => {
  expect(asking(aRound().with('oak', { ...keeper, kind: 'state-body' }))).toEqual({ ok: false, because: 'logo-is-not-needed' })
})
