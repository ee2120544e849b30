/** Who may do what: the table, the roles behind it, and the rooms. */
import { describe, expect, test } from 'vitest'
import { access, roomAccess, rolesOf, whyNot } from './access.ts'
import { ACTS, NEVER_BY_TOKEN, PLACES, ROLES, whenMay } from './access-table.ts'
import { decideSetStatementRight } from './life.ts'
import type { Right } from './events.ts'
import { aStatement, anOrganisation, factsOf, type Story } from './testing.ts'

const TEXT = { p1: 'Geachte staatssecretaris', p2: 'Gezondheid begint in de wijk.' }
const desk = () => aStatement('lead', 'oak', 'elm').with('lead', { more: [{ type: 'person-joined', data: { personId: 'lead-coordinator', roles: [] } }, { type: 'person-joined', data: { personId: 'lead-editor', roles: [] } }] })
const coordinator = (story: Story) => [story.who('lead-coordinator', 'lead'), story.situation('lead')] as const
const colleague = (story: Story, id: string) => [story.who(`${id}-colleague`, id), story.situation(id)] as const
const director = (story: Story, id: string) => [story.who(`${id}-director`, id), story.situation(id)] as const

test('every act is somebody\'s, and the public has one', () => {
  for (const act of ACTS) expect(ROLES.some(role => whenMay(act, role).length > 0), act).toBe(true)
  expect(ACTS.filter(act => whenMay(act, 'public').length > 0)).toEqual(['read-published'])
})

test('leading a dossier answers for nobody, and the administrator reads no text', () => {
  for (const act of ['answer', 'ratify', 'resolve', 'withdraw-answer', 'give-consent', 'confirm-telephone', 'use-private-layer'] as const) {
    for (const role of ['coordinator', 'final-editor', 'administrator'] as const) expect(whenMay(act, role), `${act} ${role}`).toEqual([])
  }
  for (const act of ['read-draft', 'see-answers', 'read-bundle'] as const) expect(whenMay(act, 'administrator')).toEqual([])
})

describe('roles', () => {
  test('are those of the organisation acted for, and no others', () => {
    const story = desk()
    expect(rolesOf(...coordinator(story))).toEqual(['coordinator', 'public'])
    expect(rolesOf(story.who('lead-coordinator', 'oak'), story.situation('oak'))).toEqual(['public'])
    expect(rolesOf(...colleague(story, 'oak'))).toEqual(['propose', 'read-along', 'observe', 'public'])
    expect(rolesOf(story.who('oak-colleague', 'oak'), story.situation('elm'))).toEqual(['public'])
  })

  test('of a right on the statement replace those on the dossier, also by taking away', () => {
    const story = desk().record({ type: 'right-set', data: { organisationId: 'oak', personId: 'oak-colleague', right: 'write' } })
    expect(roomAccess(...colleague(story, 'oak'))).toBe('write')
    story.record({ type: 'right-set', data: { organisationId: 'oak', personId: 'oak-colleague', right: null } })
    expect(roomAccess(...colleague(story, 'oak'))).toBe('none')
  })

  test('on one text are set by the coordinator for everybody, and by a mandate holder within what the partner has there', () => {
    const story = desk()
    const wish = { organisationId: 'oak', personId: 'oak-colleague' }
    const set = (right: Right | null | 'as-dossier', as: 'coordinator' | 'mandate-holder', who = wish) => decideSetStatementRight(story.statement, story.dossier, story.organisation(who.organisationId), { ...who, right, as })
    expect(set('write', 'mandate-holder')).toEqual({ ok: false, because: 'right-exceeds-own' })
    expect(set('observe', 'mandate-holder').ok).toBe(true)
    expect(set('observe', 'coordinator', { organisationId: 'oak', personId: 'elm-colleague' })).toEqual({ ok: false, because: 'no-such-person' })
    expect(set('as-dossier', 'coordinator')).toEqual({ ok: true, facts: [] })
    story.record(factsOf(set('write', 'coordinator'))[0]!)
    expect(roomAccess(...colleague(story, 'oak'))).toBe('write')
    expect(decideSetStatementRight(story.statement, story.dossier, story.organisation('oak'), { organisationId: 'oak', personId: 'oak-director', right: 'write', as: 'mandate-holder' }).ok).toBe(true)
    story.record(factsOf(set('as-dossier', 'coordinator'))[0]!)
    expect([roomAccess(...colleague(story, 'oak')), story.statement.rights['oak']]).toEqual(['read', {}])
    story.record({ type: 'participants-set', data: { organisationIds: ['lead', 'elm'] } })
    expect(set('observe', 'coordinator')).toEqual({ ok: false, because: 'not-a-partner' })
  })

  test('end when the person leaves, the partnership ends, or the statement is not for that partner', () => {
    const story = desk()
    story.with('oak', { more: [{ type: 'person-left', data: { personId: 'oak-colleague' } }] })
    expect(rolesOf(...colleague(story, 'oak'))).toEqual(['public'])
    story.record({ type: 'participants-set', data: { organisationIds: ['lead', 'oak'] } })
    expect(rolesOf(...colleague(story, 'elm'))).toEqual(['public'])
  })

  test('of a partner that left keep reading what it signed, and nothing more', () => {
    const story = desk().roundOpened(TEXT).answered('oak', 'agreed').leading({ type: 'partnership-ended', data: { organisationId: 'oak', reason: null, by: 'partner' } })
    expect(access(...director(story, 'oak'))).toEqual(['read-round-version'])
  })

  test('[P1] the administrator has no door to the private layer of an organisation', () => {
    const story = desk()
    const administrator = story.who('lead-coordinator', 'lead', { administrator: true })
    const situation = { ...story.situation('lead'), about: anOrganisation('oak') }
    expect(whyNot('use-private-layer', administrator, situation)).toBe('not-yours')
    expect(roomAccess(administrator, situation, 'organisation')).toBe('none')
    expect(roomAccess(...colleague(story, 'oak'), 'organisation')).toBe('write')
    expect(roomAccess(story.who('elm-colleague', 'elm'), { ...story.situation('elm'), about: anOrganisation('oak') }, 'organisation')).toBe('none')
  })
})

describe('stages', () => {
  test('[L2] a round closes the draft for writing, and allows proposals only where it says so', () => {
    const story = desk().record({ type: 'right-set', data: { organisationId: 'oak', personId: 'oak-colleague', right: 'write' } })
    expect(whyNot('write', ...colleague(story, 'oak'))).toBeNull()
    story.roundOpened(TEXT, { of: ['oak'] })
    expect([whyNot('write', ...colleague(story, 'oak')), roomAccess(...colleague(story, 'oak'))]).toEqual(['not-at-this-stage', 'read'])
    expect(whyNot('propose', ...colleague(story, 'oak'))).toBe('no-proposals-in-this-round')
    story.closed().reopened().roundOpened(TEXT, { of: ['oak'], proposalsAllowed: true })
    expect(whyNot('propose', ...colleague(story, 'oak'))).toBeNull()
  })

  test('[L3] closing is the coordinator\'s, adopting and publishing the final editor\'s', () => {
    const story = desk().roundOpened(TEXT)
    const editor = [story.who('lead-editor', 'lead'), story.situation('lead')] as const
    expect([whyNot('close-round', ...coordinator(story)), whyNot('close-round', ...editor)]).toEqual([null, 'not-yours'])
    story.answered('oak', 'agreed').closed()
    const now = [story.who('lead-editor', 'lead'), story.situation('lead')] as const
    expect([whyNot('adopt', ...now), whyNot('publish', ...now), whyNot('adopt', ...coordinator(story))]).toEqual([null, 'not-at-this-stage', 'not-yours'])
  })

  test('a deleted or stopped statement allows nothing that changes it', () => {
    const story = desk().record({ type: 'statement-deleted', data: {} })
    expect(access(...coordinator(story))).toEqual([])
    const stopped = desk().record({ type: 'statement-stopped', data: { reason: 'klaar' } })
    expect(whyNot('open-round', ...coordinator(stopped))).toBe('statement-is-stopped')
    expect(whyNot('read-draft', ...coordinator(stopped))).toBeNull()
  })

  test('[E1] nobody outside reads an edition before its embargo ends', () => {
    const story = desk().roundOpened(TEXT).answered('oak', 'agreed').closed().adopted().published({ embargoUntil: '2026-03-20T06:00:00.000Z' })
    const outsider = { personId: null, organisationId: null, via: 'session', administrator: false, link: null } as const
    const at = (now: string) => whyNot('read-published', outsider, { organisation: null, dossier: null, statement: story.statement, now })
    expect([at('2026-03-20T05:59:59.999Z'), at('2026-03-20T06:00:00.000Z')]).toEqual(['not-published', null])
  })
})

describe('a personal link', () => {
  const withLink = (story: Story, codeTyped: boolean) => story.who('oak-director', 'oak', { via: 'link', link: { statementId: 's1', codeTyped } })

  test('[M5] reads before the code and answers only after it', () => {
    const story = desk().roundOpened(TEXT)
    const before = withLink(story, false)
    expect(access(before, story.situation('oak'))).toEqual(['read-round-version'])
    expect(whyNot('answer', before, story.situation('oak'))).toBe('link-needs-code')
    expect(whyNot('see-carriers', before, story.situation('oak'))).toBe('link-needs-code')
    expect(whyNot('see-carriers', withLink(story, true), story.situation('oak'))).toBeNull()
    expect(whyNot('see-answers', withLink(story, true), story.situation('oak')), 'the board is not for a link').toBe('not-yours')
    expect(whyNot('answer', withLink(story, true), story.situation('oak'))).toBeNull()
  })

  test('of an organisation that left, or that the text is not for, reads on and sees no answer', () => {
    const left = desk().roundOpened(TEXT).answered('oak', 'agreed').leading({ type: 'partnership-ended', data: { organisationId: 'oak', reason: null, by: 'partner' } })
    expect(access(withLink(left, true), left.situation('oak'))).toEqual(['read-round-version'])
    const apart = desk().roundOpened(TEXT).record({ type: 'participants-set', data: { organisationIds: ['lead', 'elm'] } })
    expect(access(withLink(apart, true), apart.situation('oak'))).toEqual(['read-round-version'])
  })

  test('opens nothing of another statement, and no draft', () => {
    const story = desk().roundOpened(TEXT)
    const elsewhere = story.who('oak-director', 'oak', { via: 'link', link: { statementId: 's2', codeTyped: true } })
    expect(rolesOf(elsewhere, story.situation('oak'))).toEqual(['public'])
    expect(roomAccess(withLink(story, true), story.situation('oak'))).toBe('none')
  })
})

test('[M1] an API token never answers, consents, adopts, publishes, merges or erases, nor says who may', () => {
  const story = desk().roundOpened(TEXT)
  const token = story.who('oak-director', 'oak', { via: 'token', administrator: true })
  expect(access(token, story.situation('oak')).filter(act => NEVER_BY_TOKEN.includes(act))).toEqual([])
  expect(whyNot('answer', token, story.situation('oak'))).toBe('not-by-token')
  expect(whyNot('record-mandate', token, story.situation('oak'))).toBe('not-by-token')
  expect(whyNot('give-organisation-role', token, story.situation('oak'))).toBe('not-by-token')
  expect(whyNot('invite-colleague', token, story.situation('oak'))).toBeNull()
  expect(['answer', 'give-consent', 'adopt', 'publish', 'merge-organisations', 'erase-person', 'record-mandate', 'give-organisation-role'].every(act => NEVER_BY_TOKEN.some(one => one === act))).toBe(true)
})

test('the coordinator changes an entry only while its organisation has no mandate holder', () => {
  const story = desk()
  const about = (organisation: ReturnType<typeof anOrganisation>) => whyNot('change-organisation', story.who('lead-coordinator', 'lead'), { ...story.situation('lead'), about: organisation })
  expect(about(anOrganisation('oak'))).toBe('not-yours')
  expect(about(anOrganisation('oak', { more: [{ type: 'person-roles-set', data: { personId: 'oak-director', roles: [] } }] }))).toBeNull()
})

test('an act outside any statement is judged without one', () => {
  expect(PLACES).toContain('no-statement')
  const story = desk()
  expect(whyNot('record-mandate', story.who('oak-director', 'oak'), { organisation: story.organisation('oak'), dossier: null, statement: null, now: story.now })).toBeNull()
  expect(whyNot('invite-partner', story.who('lead-coordinator', 'lead'), { organisation: story.organisation('lead'), dossier: story.dossier, statement: null, now: story.now })).toBeNull()
})
