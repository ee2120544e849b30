/** Dossiers, partners, invitations and the directory of organisations. */
import { describe, expect, test } from 'vitest'
import { decideDescribeOrganisation, decideJoin, decideLeave, decideMerge, decideRenameOrganisation, decideSetPrintedName, likelyDoubles } from './directory.ts'
import { foldDossier } from './dossier.ts'
import { decideAcceptInvitation, declinedInvitations, decideDeclineInvitation, decideInvitePerson, decideSetRight, decideWithdrawInvitation } from './invitation.ts'
import { decideAddLogo, decideRetireLogo, decideTakeBackLogo, proposedLogo } from './logo.ts'
import { nameOn, printedNameOn } from './organisation.ts'
import { decideAddPartner, decideDescribeDossier, decideEndPartnership, decideEndRole, decideGiveRole, decideHandOver, decideOpenDossier, previewLeaving } from './partner.ts'
import { matchesSearch, searchFold } from './search-fold.ts'
import { aDossier, anOrganisation, aStatement, factsOf, kept, LOGO_FACTS, START } from './testing.ts'
import type { DossierFact, Kept, Theme } from './events.ts'

const TEXT = { p1: 'Geachte staatssecretaris' }

describe('a dossier', () => {
  test('opens with its coordinator and that organisation as first partner', () => {
    const facts = factsOf(decideOpenDossier({ title: 'Ouderen', theme: 'social-and-healthy', accord: null, coalition: 'C', zone: 'Europe/Amsterdam', defaultRight: 'propose', coordinator: { personId: 'p', organisationId: 'o' } }))
    const dossier = foldDossier(facts.map((fact, at) => kept('dossier/d2', at + 1, fact) as Kept<DossierFact>))
    expect([dossier?.leaders, dossier?.partners.map(one => one.organisationId)]).toEqual([[{ personId: 'p', organisationId: 'o', role: 'coordinator' }], ['o']])
  })

  test('has a theme of the house or one of its own, and says it once', () => {
    const described = (theme: Theme) => ({ title: 'Preventie', theme, accord: null, coalition: 'De coalitie', defaultRight: 'propose' as const })
    const own = factsOf(decideDescribeDossier(aDossier([]), described({ own: 'Digitale inclusie' })))
    const dossier = aDossier([], own)
    expect(dossier.theme).toEqual({ own: 'Digitale inclusie' })
    expect(decideDescribeDossier(dossier, described({ own: 'Digitale inclusie' }))).toEqual({ ok: true, facts: [] })
    expect(factsOf(decideDescribeDossier(dossier, described('poverty-and-debt')))).toHaveLength(1)
    const writing = factsOf(decideDescribeDossier(aDossier([]), { ...described('social-base-and-prevention'), defaultRight: 'write' }))
    expect(aDossier([], writing).defaultRight, 'what new partners may do at first is changed with the rest').toBe('write')
  })

  test('is never without a coordinator: hand over first', () => {
    const dossier = aDossier(['oak'])
    expect(decideEndRole(dossier, { personId: 'lead-coordinator', role: 'coordinator' })).toEqual({ ok: false, because: 'last-coordinator' })
    expect(decideEndPartnership(dossier, { organisationId: 'lead', reason: null, by: 'partner' }, [])).toEqual({ ok: false, because: 'last-coordinator' })
    expect(decideHandOver(dossier, { from: 'lead-coordinator', to: { personId: 'oak-director', organisationId: 'oak' } }).ok).toBe(true)
    expect(decideGiveRole(dossier, { personId: 'x', organisationId: 'fir', role: 'final-editor' })).toEqual({ ok: false, because: 'not-a-partner' })
  })

  test('keeps its coalition from the closing of a round until publication, but a partner may always leave', () => {
    const story = aStatement('oak', 'elm').roundOpened(TEXT).answered('oak', 'agreed').closed()
    const end = (by: 'partner' | 'coordinator') => decideEndPartnership(story.dossier, { organisationId: 'oak', reason: null, by }, [story.statement])
    expect([end('coordinator'), end('partner').ok]).toEqual([{ ok: false, because: 'partnership-is-fixed-until-publication' }, true])
    story.adopted().published()
    expect(end('coordinator').ok).toBe(true)
    expect(previewLeaving('oak', [story.statement])).toEqual([{ statementId: 's1', losesAnswer: true, wasMustAnswer: false, staysInEdition: 1 }])
  })

  test('takes a partner once, and again after it left', () => {
    expect(decideAddPartner(aDossier(['oak']), { organisationId: 'oak', roles: ['partner'] })).toEqual({ ok: false, because: 'already-a-partner' })
    const left = aDossier(['oak'], [{ type: 'partnership-ended', data: { organisationId: 'oak', reason: null, by: 'partner' } }])
    expect(decideAddPartner(left, { organisationId: 'oak', roles: ['partner'] }).ok).toBe(true)
  })
})

describe('an invitation', () => {
  const wish = { invitationId: 'i1', organisationId: 'oak', personId: 'new', right: 'propose', roles: [], expiresAt: '2026-04-01T00:00:00.000Z', as: 'coordinator' } as const

  test('gives its right when accepted in time, once', () => {
    const invited = aDossier(['oak'], factsOf(decideInvitePerson(aDossier(['oak']), wish, START)))
    expect(decideAcceptInvitation(invited, { invitationId: 'i1' }, '2026-04-02T00:00:00.000Z')).toEqual({ ok: false, because: 'invitation-has-expired' })
    const accepted = aDossier(['oak'], [...factsOf(decideInvitePerson(aDossier(['oak']), wish, START)), { type: 'invitation-accepted', data: { invitationId: 'i1' } }])
    expect(accepted.rights['oak']?.['new']).toBe('propose')
    expect(decideAcceptInvitation(accepted, { invitationId: 'i1' }, START)).toEqual({ ok: true, facts: [] })
    expect(decideWithdrawInvitation(accepted, { invitationId: 'i1' })).toEqual({ ok: false, because: 'invitation-is-used-or-withdrawn' })
  })

  test('declined gives nothing, asks the coordinator for somebody else, and comes back only as a new one', () => {
    const asked = factsOf(decideInvitePerson(aDossier(['oak']), wish, START))
    const no = factsOf(decideDeclineInvitation(aDossier(['oak'], asked), { invitationId: 'i1', reason: 'geen tijd' }, START))
    const declined = aDossier(['oak'], [...asked, ...no])
    expect([declined.rights['oak']?.['new'], declinedInvitations(declined).map(one => one.declined?.reason)]).toEqual([undefined, ['geen tijd']])
    expect(decideAcceptInvitation(declined, { invitationId: 'i1' }, START)).toEqual({ ok: false, because: 'invitation-is-used-or-withdrawn' })
    expect(decideDeclineInvitation(declined, { invitationId: 'i1', reason: null }, START)).toEqual({ ok: true, facts: [] })
    const again = factsOf(decideInvitePerson(declined, { ...wish, invitationId: 'i2' }, START))
    expect(declinedInvitations(aDossier(['oak'], [...asked, ...no, ...again]))).toEqual([])
    const away = aDossier(['oak'], [...asked, ...no, ...factsOf(decideWithdrawInvitation(declined, { invitationId: 'i1' }))])
    expect([declinedInvitations(away), away.invitations[0]?.declined?.reason]).toEqual([[], 'geen tijd'])
  })

  test('can not be declined once it was accepted, nor after its last day', () => {
    const asked = factsOf(decideInvitePerson(aDossier(['oak']), wish, START))
    const accepted = aDossier(['oak'], [...asked, { type: 'invitation-accepted', data: { invitationId: 'i1' } }])
    expect(decideDeclineInvitation(accepted, { invitationId: 'i1', reason: null }, START)).toEqual({ ok: false, because: 'invitation-is-used-or-withdrawn' })
    expect(decideDeclineInvitation(aDossier(['oak'], asked), { invitationId: 'i1', reason: null }, '2026-04-02T00:00:00.000Z')).toEqual({ ok: false, because: 'invitation-has-expired' })
  })

  test('sent again takes the place of the open one', () => {
    const invited = aDossier(['oak'], factsOf(decideInvitePerson(aDossier(['oak']), wish, START)))
    expect(factsOf(decideInvitePerson(invited, { ...wish, invitationId: 'i2' }, START)).map(fact => fact.type)).toEqual(['invitation-withdrawn', 'person-invited'])
  })

  test('by a mandate holder stays within what the partner has', () => {
    const dossier = aDossier(['oak'])
    expect(decideInvitePerson(dossier, { ...wish, right: 'write', as: 'mandate-holder' }, START)).toEqual({ ok: false, because: 'right-exceeds-own' })
    expect(decideSetRight(dossier, { organisationId: 'oak', personId: 'oak-colleague', right: 'write', as: 'mandate-holder' })).toEqual({ ok: false, because: 'right-exceeds-own' })
    expect(decideSetRight(dossier, { organisationId: 'oak', personId: 'oak-colleague', right: 'write', as: 'coordinator' }).ok).toBe(true)
  })
})

describe('the directory', () => {
  const number = { kind: 'fund', reach: 'national', number: '12 34 56 78', parentId: null, place: null, website: null, about: '' } as const
  const known = [
    anOrganisation('a', { name: 'Stichting Zorg & Welzijn', more: [{ type: 'organisation-described', data: number }] }),
    anOrganisation('b', { name: 'Huisartsen Samen' }),
  ]

  test('[E4] warns for the same number, the same name and a like name, and merges nothing', () => {
    const doubles = (name: string, nr: string | null = null) => likelyDoubles(known, { name, number: nr, today: '2026-03-02' }).map(one => `${one.organisationId} ${one.because}`)
    expect(doubles('Iets anders', '12345678')).toEqual(['a same-number'])
    expect(doubles('zorg en welzijn')).toEqual(['a same-name'])
    expect(doubles('Huisarten Samen')).toEqual(['b like-name'])
    expect(doubles('Buurtkracht')).toEqual([])
  })

  test('[E4] merging is an act of a person with a reason, and never of an organisation with itself', () => {
    const [a, b] = known as [typeof known[0], typeof known[0]]
    expect(decideMerge(a, a, { reason: 'x' })).toEqual({ ok: false, because: 'same-organisation' })
    expect(decideMerge(a, b, { reason: '' })).toEqual({ ok: false, because: 'needs-a-reason' })
    expect(factsOf(decideMerge(a, b, { reason: 'dubbel' }))).toEqual([{ type: 'organisation-merged', data: { intoId: 'b', reason: 'dubbel' } }])
  })

  test('[G5] [G6] keeps names with their dates, and prints one letter for letter', () => {
    const renamed = anOrganisation('a', { name: 'InEen', more: factsOf(decideRenameOrganisation(anOrganisation('a', { name: 'InEen' }), { name: 'ActiZ', validFrom: '2026-06-01' })) })
    expect([nameOn(renamed, '2026-05-31'), nameOn(renamed, '2026-06-01')]).toEqual(['InEen', 'ActiZ'])
    const printed = anOrganisation('a', { more: factsOf(decideSetPrintedName(renamed, { printedName: '\'t Groene Huis', sortKey: null, minimumWidth: 60 })) })
    expect(printedNameOn(printed, '2026-06-01')).toBe('\'t Groene Huis')
  })

  test('[M2] a person who leaves takes the mandates along, not the answers', () => {
    const organisation = anOrganisation('a', { more: [{ type: 'mandate-recorded', data: { mandateId: 'm', personId: 'a-director', scope: { kind: 'all' }, until: null, decidedOn: null, body: null } }] })
    expect(factsOf(decideLeave(organisation, { personId: 'a-director' })).map(fact => fact.type)).toEqual(['person-left', 'mandate-ended'])
    expect(decideJoin(organisation, { personId: 'a-director', roles: ['mandate-holder'] })).toEqual({ ok: true, facts: [] })
    expect(decideDescribeOrganisation(organisation, { ...number, parentId: 'a' })).toEqual({ ok: false, because: 'same-organisation' })
  })

  test('finds what people type, whatever the accents, capitals and signs', () => {
    expect(searchFold('Élan & Co.')).toBe('elan en co')
    expect([matchesSearch('Landelijke Vereniging Zorg & Welzijn', 'welz zorg'), matchesSearch('ActiZ', 'tiz')]).toEqual([true, false])
  })
})

describe('logos', () => {
  const LEAVE = { consentId: 'c', organisationId: 'oak', logoId: 'oak-logo', file: 'oak-file', personId: 'oak-director', edition: 1, givenAt: '2026-09-01T08:00:00.000Z', revokedAt: null, use: { channels: ['website'], editions: 'all-editions', until: null } } as const
  const withMistake = () => anOrganisation('oak', { more: [{ type: 'logo-added', data: { logoId: 'black-square', file: 'x', mediaType: 'image/png', variant: 'colour', facts: LOGO_FACTS } }] })

  test('[G2a] a logo that was sent in for one text takes over in no other: the one its owner gave leave for is proposed', () => {
    expect(proposedLogo(withMistake(), [])?.logoId, 'nobody chose yet').toBe('black-square')
    expect(proposedLogo(withMistake(), [LEAVE])?.logoId).toBe('oak-logo')
    expect(proposedLogo(withMistake(), [{ ...LEAVE, organisationId: 'elm' }])?.logoId).toBe('black-square')
    expect(proposedLogo(withMistake(), [{ ...LEAVE, revokedAt: '2026-09-02T08:00:00.000Z' }])?.logoId).toBe('black-square')
    expect(proposedLogo(withMistake(), [{ ...LEAVE, logoId: 'black-square', givenAt: '2026-09-03T08:00:00.000Z' }, LEAVE])?.logoId, 'the last leave').toBe('black-square')
  })

  test('[G2a] what was sent in by mistake is taken back by the same link, what was there before or has leave is not', () => {
    const oak = withMistake()
    const { addedAt } = oak.logos.at(-1)!
    const later = '2099-01-01T00:00:00.000Z'
    const wish = { logoId: 'black-square', since: addedAt, consents: [LEAVE] }
    expect(factsOf(decideTakeBackLogo(oak, wish))).toEqual([{ type: 'logo-retired', data: { logoId: 'black-square', reason: null } }])
    expect(decideTakeBackLogo(oak, { ...wish, since: later })).toEqual({ ok: false, because: 'logo-is-in-use' })
    expect(decideTakeBackLogo(oak, { ...wish, consents: [{ ...LEAVE, logoId: 'black-square' }] })).toEqual({ ok: false, because: 'logo-is-in-use' })
    expect(decideTakeBackLogo(oak, { ...wish, logoId: 'none' })).toEqual({ ok: false, because: 'no-such-logo' })
  })

  test('[G2] the same file is taken in once, and a retired one proposes itself no more', () => {
    const oak = anOrganisation('oak')
    const again = { logoId: 'x', file: 'oak-file', mediaType: 'image/svg+xml', variant: 'colour', facts: LOGO_FACTS } as const
    expect(decideAddLogo(oak, again)).toEqual({ ok: true, facts: [] })
    const retired = anOrganisation('oak', { more: factsOf(decideRetireLogo(oak, { logoId: 'oak-logo', reason: 'nieuwe huisstijl' })) })
    expect([proposedLogo(oak, [])?.logoId, proposedLogo(retired, [])]).toEqual(['oak-logo', undefined])
    expect(decideAddLogo(retired, again).ok && decideAddLogo(retired, again)).toMatchObject({ facts: [{ type: 'logo-added' }] })
  })
})
