import { overwriteGetLocale } from '@draagvlak/messages/locale'
import { beforeAll, describe, expect, test } from 'vitest'
import { answerOf, asksLogo, consentOf, emptyDraft, leaveStands, missingInAnswer, missingInLogo, withoutTicks, takenOver, type Draft } from './draft.ts'

beforeAll(() => overwriteGetLocale(() => 'nl'))
const VERSION = '4'.repeat(64)
const known = { known: true, today: '2026-09-14' }
const filled = (more: Partial<Draft>): Draft => ({ ...emptyDraft('2026-09-17T10:00:00Z'), haveRead: true, mayAnswer: true, ...more })

describe('an answer on the page of a director', () => {
  test('[S2] is not whole without both ticks, and the sentence says which one is missing', () => {
    expect(missingInAnswer(filled({ choice: 'agreed' }), known)).toBeNull()
    expect(missingInAnswer(filled({ choice: 'agreed', haveRead: false }), known)).toEqual({ field: 'have-read', because: 'Vink aan dat u deze versie hebt gelezen.' })
    expect(missingInAnswer(filled({ choice: 'declined', mayAnswer: false }), known)?.field).toBe('may-answer')
  })
  test('[M5] is not recorded before the code of the mail was typed over, whatever was chosen', () => {
    for (const choice of ['agreed', 'declined', 'discuss-first', 'not-authorised'] as const) {
      const draft = filled({ choice, until: '2026-09-30', namedUnknown: true })
      expect(missingInAnswer(draft, { ...known, known: false })?.field).toBe('code')
      expect(missingInAnswer(draft, known)).toBeNull()
    }
    expect(missingInLogo(filled({ logo: 'no' }), false)?.field).toBe('code')
  })
  test('[S1] nothing is chosen beforehand', () => {
    const empty = emptyDraft('2026-09-17T10:00:00Z')
    expect(empty).toMatchObject({ choice: null, nameInPrint: false, haveRead: false, mayAnswer: false, logo: null })
    expect(missingInAnswer(empty, known)?.field).toBe('choice-agreed')
  })
  test('[S4] each kind of reservation asks what belongs to it, and goes out with that alone', () => {
    const reserved = (more: Partial<Draft>) => filled({ choice: 'reserved', visibility: 'public', text: 'woorden die bij een andere soort horen', body: 'ledenraad', conditions: [' geld ', ' '], ...more })
    expect(missingInAnswer(reserved({ kind: null }), known)?.field).toBe('kind-members')
    expect(missingInAnswer(reserved({ kind: 'members', body: ' ' }), known)?.field).toBe('body')
    expect(missingInAnswer(reserved({ kind: 'substance', text: '' }), known)?.field).toBe('text')
    expect(missingInAnswer(reserved({ kind: 'no-unless', conditions: [' '] }), known)?.field).toBe('condition-1')
    expect(missingInAnswer(reserved({ kind: 'form', visibility: null }), known)?.field).toBe('visibility-secretariat')
    expect(answerOf(reserved({ kind: 'members', decidesOn: '2026-10-03' }), VERSION).reservations).toEqual([{ kind: 'members', body: 'ledenraad', decidesOn: '2026-10-03', visibility: 'public' }])
    expect(answerOf(reserved({ kind: 'no-unless' }), VERSION).reservations).toEqual([{ kind: 'no-unless', conditions: ['geld'], text: '', visibility: 'public' }])
    expect(answerOf(reserved({ kind: 'form' }), VERSION).reservations).toEqual([{ kind: 'form', visibility: 'public' }])
  })
  test('what was written for one choice does not travel with another', () => {
    const changed = filled({ kind: 'substance', text: 'mits', visibility: 'public', reason: 'te duur', nameInPrint: true, exceptions: { a: 'declined' } })
    expect(answerOf({ ...changed, choice: 'agreed' }, VERSION)).toMatchObject({ reservations: [], reason: null, exceptions: [{ passageId: 'a', answer: 'declined' }], nameInPrint: true })
    expect(answerOf({ ...changed, choice: 'declined' }, VERSION)).toMatchObject({ reservations: [], reason: 'te duur', exceptions: [], nameInPrint: false })
  })
  test('[S1] discussing first takes a day that is still to come; naming another takes a name and an address, or a plain no', () => {
    expect(missingInAnswer(filled({ choice: 'discuss-first', until: '2026-09-14' }), known)?.field).toBe('until')
    expect(missingInAnswer(filled({ choice: 'not-authorised', named: { name: 'Joost', email: 'joost', function: '' } }), known)?.field).toBe('named-email')
    expect(missingInAnswer(filled({ choice: 'not-authorised', namedUnknown: true }), known)).toBeNull()
  })
})

describe('the logo', () => {
  test('[G3] is asked apart, and only where the name of the organisation would stand', () => {
    expect(asksLogo(filled({ choice: 'agreed' }))).toBe(true)
    expect(asksLogo(filled({ choice: 'reserved', kind: 'substance' }))).toBe(true)
    expect(asksLogo(filled({ choice: 'reserved', kind: 'form' }))).toBe(false)
    expect(asksLogo(filled({ choice: 'declined' }))).toBe(false)
    expect(asksLogo(filled({ choice: 'agreed', capacity: 'personal' }))).toBe(false)
  })
  test('[G3] without a yes no consent goes out, and a yes says channels, editions and until when', () => {
    expect(consentOf(filled({ logo: null, logoId: 'l' }))).toBeNull()
    expect(consentOf(filled({ logo: 'no', logoId: 'l' }))).toBeNull()
    expect(consentOf(filled({ logo: 'yes', logoId: 'l' }))).toEqual({ logoId: 'l', channels: ['website', 'print', 'mail'], editions: 'all-editions', until: '2027-09-17' })
    expect(missingInLogo(filled({ logo: 'yes', logoId: 'l', channels: [] }), true)?.field).toBe('channel-website')
  })
  test('the leave of a round that closes on a leap day ends on a day that exists', () => {
    expect(emptyDraft('2028-02-29T10:00:00Z').logoUntil).toBe('2029-02-28')
  })
})

test('[G3] ticks are not kept between two visits, words are', () => {
  expect(withoutTicks(filled({ text: 'mits', logo: 'yes', nameInPrint: true }))).toMatchObject({ text: 'mits', logo: null, nameInPrint: false, haveRead: false, mayAnswer: false })
})

describe('asked again, an earlier answer', () => {
  const earlier = {
    answer: 'reserved' as const, number: 1, at: '2026-08-01T10:00:00Z', explanation: null, exceptions: [{ passageId: 'a', answer: 'declined' as const }, { passageId: 'gone', answer: 'reserved' as const }],
    reservations: [{ id: 'v', kind: 'substance' as const, visibility: 'partners' as const, text: 'Niet zonder de jeugd.', body: null, decidesOn: null, passageId: 'gone', conditions: [], confirmed: false, listed: false }],
  }
  test('[S2] is taken over with its words, without the ticks and without passages that are gone', () => {
    const draft = { ...emptyDraft('2026-09-17T10:00:00Z'), ...takenOver(earlier, { passages: [{ id: 'a' }, { id: 'b' }], today: known.today }) }
    expect(draft).toMatchObject({ choice: 'reserved', kind: 'substance', text: 'Niet zonder de jeugd.', listed: false, visibility: 'partners', passageId: '', exceptions: { a: 'declined' }, haveRead: false, mayAnswer: false, nameInPrint: false, logo: null })
    expect(missingInAnswer(draft, known)?.field).toBe('have-read')
  })
  test('[G3] leaves nothing to choose where leave for the logo was given for this use too', () => {
    const consent = { logoId: 'l', until: null }
    expect(leaveStands(filled({ logo: null, logoId: 'l' }), { consent })).toBe(true)
    expect(leaveStands(filled({ logo: null, logoId: 'another' }), { consent }), 'another logo is another use').toBe(false)
    expect(missingInLogo(filled({ logo: null, logoId: 'l' }), true, true, true)).toBeNull()
    expect(missingInLogo(filled({ logo: null, logoId: 'l' }), true, true)?.field).toBe('logo-yes')
  })
})
