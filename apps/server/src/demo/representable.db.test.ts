/** Every kind of organisation, the seven themes and both accords of the field can be represented. */
import * as deskApi from '@draagvlak/api/desk'
import * as dossierApi from '@draagvlak/api/dossier'
import * as organisationApi from '@draagvlak/api/organisation'
import { BODY_KINDS } from '@draagvlak/domain/body-kind'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testHouse, type TestHouse } from '../testing/house.ts'
import { HOST, PARTNERS } from './organisations.ts'

let house: TestHouse
beforeAll(async () => { house = await testHouse() })
afterAll(() => house.close())

test('every kind of organisation can stand in the directory, an umbrella of umbrellas too', async () => {
  const noor = await house.begin()
  let parentId: string | null = null
  for (const kind of BODY_KINDS) {
    const added: organisationApi.OrganisationBrief = await noor(organisationApi.addOrganisation, { body: { name: `Voorbeeld ${kind}`, kind, reach: 'national', number: null, place: null, website: null, parentId, confirmed: true } })
    if (kind === 'umbrella') parentId = added.id
    expect(added.kind).toBe(kind)
  }
  const { items } = await noor(organisationApi.listOrganisations, { query: {} })
  expect(new Set(items.map((organisation) => organisation.kind))).toEqual(new Set(BODY_KINDS))
})

test('the seven themes, both accords and a theme of its own can be a dossier', async () => {
  const noor = house.somebody('noor@lvb.example')
  await house.signIn(noor)
  for (const theme of dossierApi.THEMES) await noor(dossierApi.openDossier, { body: { title: theme, theme, accord: theme === 'social-and-healthy' ? 'Nationaal Preventieakkoord' : 'Pact voor de Ouderenzorg', coalition: 'Coalitie' } })
  const { items } = await noor(dossierApi.listDossiers, { query: {} })
  expect(new Set(items.map((dossier) => dossier.theme))).toEqual(new Set(dossierApi.THEMES))
  await expect(noor(dossierApi.openDossier, { body: { title: 'Zonder thema', theme: '' as 'poverty-and-debt', accord: null, coalition: 'Coalitie' } })).rejects.toMatchObject({ problem: { status: 400 } })
  const own = await noor(dossierApi.openDossier, { body: { title: 'Meedoen op internet', theme: { own: 'Digitale inclusie' }, accord: null, coalition: 'Coalitie' } })
  expect(own.theme).toEqual({ own: 'Digitale inclusie' })
  expect((await noor(deskApi.search, { query: { q: 'internet' } })).items).toMatchObject([{ kind: 'dossier', about: 'Digitale inclusie' }])
  expect((await noor(dossierApi.describeDossier, { params: { dossierId: own.id }, body: { theme: 'poverty-and-debt' } })).theme).toBe('poverty-and-debt')
  expect(new Set(items.map((dossier) => dossier.accord))).toEqual(new Set(['Nationaal Preventieakkoord', 'Pact voor de Ouderenzorg']))
})

test('the example coalition is twelve organisations, each with a logo of its own', () => {
  const all = [HOST, ...PARTNERS]
  expect(all).toHaveLength(12)
  expect(new Set(all.map((organisation) => organisation.logo)).size).toBe(12)
  expect(new Set(all.map((organisation) => organisation.kind)).size).toBeGreaterThanOrEqual(9)
})

test('[E4] a likely double is shown before a new organisation is made', async () => {
  const noor = house.somebody('noor@lvb.example')
  house.later(30)
  await house.signIn(noor)
  await noor(organisationApi.addOrganisation, { body: { name: 'Stichting De Brede Linde', kind: 'local-member', reach: 'local', number: '90000003', parentId: null, place: null, website: null, confirmed: true } })
  const wish = { name: 'Brede Linde', kind: 'local-member' as const, reach: 'local' as const, number: null, parentId: null, place: null, website: null }
  await expect(noor(organisationApi.addOrganisation, { body: wish })).rejects.toMatchObject({ problem: { status: 409, title: 'likely-double', more: [{ name: 'Stichting De Brede Linde' }] } })
  expect((await noor(organisationApi.addOrganisation, { body: { ...wish, confirmed: true } })).name).toBe('Brede Linde')
})
