/** What of other streams belongs to the story of a statement, and what stays out of it. */
import { expect, test } from 'vitest'
import type { DossierFact, Kept, OrganisationFact } from './events.ts'
import { relatedFact } from './related.ts'
import { aStatement, kept, later, LOGO_FACTS, START } from './testing.ts'

const TEXT = { p1: 'Gezondheid begint in de wijk.' }
const story = () => aStatement('oak', 'elm')
const of = (fact: OrganisationFact, organisation = 'oak', at = later(START, 5)) => kept(`organisation/${organisation}`, 9, fact, at) as Kept<OrganisationFact>
const LOGO: OrganisationFact = { type: 'logo-added', data: { logoId: 'l2', file: 'f2', mediaType: 'image/svg+xml', variant: 'colour', facts: LOGO_FACTS } }

test('[P1] a logo that a partner added since the statement began is told, without its file; what came before it is not', () => {
  const { statement, dossier } = story()
  expect(relatedFact(of(LOGO), statement, dossier)).toEqual({ type: 'logo-added', data: { organisationId: 'oak' } })
  expect(relatedFact(of(LOGO, 'oak', later(START, -1)), statement, dossier)).toBeNull()
  expect(relatedFact(of(LOGO, 'stranger'), statement, dossier)).toBeNull()
})

test('[G6] a new name and the name as printed are told', () => {
  const { statement, dossier } = story()
  expect(relatedFact(of({ type: 'organisation-renamed', data: { name: 'De Eik', validFrom: '2026-03-03' } }), statement, dossier)).toEqual({ type: 'organisation-renamed', data: { organisationId: 'oak', name: 'De Eik', validFrom: '2026-03-03' } })
  expect(relatedFact(of({ type: 'printed-name-set', data: { printedName: 'Eik', sortKey: 'geheim', minimumWidth: 20 } }), statement, dossier)?.data).toEqual({ organisationId: 'oak', printedName: 'Eik' })
})

test('[P1] mandates, people and routes of an organisation never are', () => {
  const { statement, dossier } = story()
  const facts: readonly OrganisationFact[] = [
    { type: 'mandate-recorded', data: { mandateId: 'm', personId: 'p', scope: { kind: 'all' }, until: null, decidedOn: null, body: 'bestuur' } }, { type: 'person-joined', data: { personId: 'p', roles: [] } },
    { type: 'decision-route-set', data: { route: 'long', leadDays: 9, meetings: [] } }, { type: 'member-count-stated', data: { count: 3, countedOn: '2026-01-01' } },
  ]
  expect(facts.map(fact => relatedFact(of(fact), statement, dossier))).toEqual(facts.map(() => null))
})

test('[G2] a logo taken out of use is told where it was to stand under this text, and of who takes no part nothing is', () => {
  const used = story().roundOpened(TEXT).record({ type: 'consent-given', data: { consentId: 'c', organisationId: 'oak', logoId: 'oak-logo', file: 'oak-file', use: { editions: 'all-editions', channels: ['website'], until: null }, personId: 'oak-director' } })
  const retired = (logoId: string) => relatedFact(of({ type: 'logo-retired', data: { logoId, reason: 'Intern besluit' } }), used.statement, used.dossier)
  expect([retired('oak-logo'), retired('another')]).toEqual([{ type: 'logo-retired', data: { organisationId: 'oak' } }, null])
  const without = story().record({ type: 'participants-set', data: { organisationIds: ['elm'] } })
  expect(relatedFact(of(LOGO), without.statement, without.dossier)).toBeNull()
  const joined = kept('dossier/d1', 9, { type: 'partner-added', data: { organisationId: 'elm', roles: ['partner'] } }, later(START, 5)) as Kept<DossierFact>
  expect(relatedFact(joined, without.statement, without.dossier)).toEqual({ type: 'partner-added', data: { organisationId: 'elm' } })
})
