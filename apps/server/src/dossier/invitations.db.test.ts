/** An invitation from the mail to the first page inside, or to a no that the coordinator hears of. */
import * as deskApi from '@draagvlak/api/desk'
import * as dossierApi from '@draagvlak/api/dossier'
import * as organisationApi from '@draagvlak/api/organisation'
import * as session from '@draagvlak/api/session'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { codeIn, tokenIn, type Visitor } from '../demo/visitor.ts'
import { testCoalition, type TestCoalition } from '../testing/coalition.ts'
import { testHouse, type TestHouse } from '../testing/house.ts'

let house: TestHouse, coalition: TestCoalition
beforeAll(async () => { house = await testHouse(); coalition = await testCoalition(house) })
afterAll(() => house.close())

interface Guest { readonly organisationId: string; readonly email: string; readonly guest: Visitor; readonly token: string }
async function invite(name: string, right: 'write' | 'observe', of?: string): Promise<Guest> {
  const { noor, dossierId } = coalition
  const email = `${name.toLowerCase()}@partner.example`
  const organisationId = of ?? (await noor(organisationApi.addOrganisation, { body: { name: `Huis van ${name}`, kind: 'local-member', reach: 'local', number: null, parentId: null, place: null, website: null, confirmed: true } })).id
  await noor(dossierApi.invitePartner, { params: { dossierId }, body: { organisationId, person: { email, name, function: 'directeur', right, mandateHolder: false } } })
  return { organisationId, email, guest: house.somebody(email, name), token: tokenIn((await house.mailTo(email, 'invitation')).text) }
}
const codeFor = async ({ guest, email, token }: Guest) => {
  await guest(session.askInvitationCode, { params: { token } })
  return codeIn((await house.mailTo(email, 'code')).text)
}
const waiting = async () => (await coalition.noor(deskApi.seeHome, {})).forMe.filter(({ what }) => what === 'invitation-declined').map(({ about }) => about)

test('the mail and the page say what the invited person may do, and who may only read is not asked to write', async () => {
  const reader = await invite('Lezer', 'observe')
  const writer = await invite('Schrijver', 'write')
  expect((await house.mailTo(reader.email, 'invitation')).text).toContain('Meeschrijven wordt niet van u gevraagd.')
  expect((await house.mailTo(reader.email, 'invitation')).text).not.toContain('erin schrijven')
  expect((await house.mailTo(writer.email, 'invitation')).text).toContain('erin schrijven')
  expect(await reader.guest(session.seeInvitation, { params: { token: reader.token } })).toMatchObject({ right: 'observe', mandateHolder: false, status: 'open' })
})

test('[E3] nobody declines without the code; with it the no is recorded, mailed to the coordinator and waits for her', async () => {
  const guest = await invite('Drukke', 'observe')
  await expect(guest.guest(session.declineInvitation, { params: { token: guest.token }, body: { code: '000000', reason: null } })).rejects.toThrow()
  expect(await waiting()).toEqual([])
  await guest.guest(session.declineInvitation, { params: { token: guest.token }, body: { code: await codeFor(guest), reason: 'Wij zitten vol tot de zomer.' } })

  expect(await guest.guest(session.seeInvitation, { params: { token: guest.token } })).toMatchObject({ status: 'declined' })
  await expect(guest.guest(session.seeMe, {})).rejects.toThrow() // no session comes of it
  const mail = await house.mailTo(coalition.noor.email, 'invitation-declined')
  expect([mail.subject, mail.text]).toEqual([expect.stringContaining('Drukke (Huis van Drukke) bedankt'), expect.stringContaining('Wij zitten vol tot de zomer.')])
  expect(await waiting()).toEqual(['Huis van Drukke'])
  const dossier = await coalition.noor(dossierApi.seeDossier, { params: { dossierId: coalition.dossierId } })
  expect(dossier.invitations?.find(({ email }) => email === guest.email)).toMatchObject({ status: 'declined', declined: { reason: 'Wij zitten vol tot de zomer.' } })

  const other = await invite('Vervanger', 'observe', guest.organisationId)
  expect(await waiting()).toEqual([])
  expect(await other.guest(session.acceptInvitation, { params: { token: other.token }, body: { code: await codeFor(other), name: 'Vervanger', function: '', language: 'nl' } })).toEqual({ signedIn: true, dossierId: coalition.dossierId })
})

test('a no can be taken off the list, and its link still says that it was declined', async () => {
  const guest = await invite('Afzegger', 'observe')
  await guest.guest(session.declineInvitation, { params: { token: guest.token }, body: { code: await codeFor(guest), reason: null } })
  expect((await house.mailTo(coalition.noor.email, 'invitation-declined')).text).toContain('Een reden is niet gegeven.')
  const { invitations } = await coalition.noor(dossierApi.seeDossier, { params: { dossierId: coalition.dossierId } })
  await coalition.noor(dossierApi.withdrawInvitation, { params: { dossierId: coalition.dossierId, invitationId: invitations!.find(({ email }) => email === guest.email)!.id } })
  expect(await waiting()).toEqual([])
  expect(await guest.guest(session.seeInvitation, { params: { token: guest.token } })).toMatchObject({ status: 'declined' })
  await expect(guest.guest(session.acceptInvitation, { params: { token: guest.token }, body: { code: await codeFor(guest), name: 'A', function: '', language: 'nl' } })).rejects.toThrow('al gebruikt of ingetrokken')
})

test('who comes in by an invitation acts for the organisation that it names', async () => {
  const first = await invite('Dubbel', 'observe')
  await first.guest(session.acceptInvitation, { params: { token: first.token }, body: { code: await codeFor(first), name: 'Dubbel', function: '', language: 'nl' } })
  const second = (await coalition.noor(organisationApi.addOrganisation, { body: { name: 'Tweede Huis', kind: 'local-member', reach: 'local', number: null, parentId: null, place: null, website: null, confirmed: true } })).id
  const again = { ...await invite('Dubbel', 'observe', second), guest: first.guest }
  await again.guest(session.acceptInvitation, { params: { token: again.token }, body: { code: await codeFor(again), name: 'Dubbel', function: '', language: 'nl' } })
  expect((await again.guest(session.seeMe, {})).actingFor).toBe(second)
})

test('what new partners may do at first is kept with the dossier, told to who invites, and can be changed', async () => {
  const params = { dossierId: coalition.dossierId }
  const made = await coalition.noor(dossierApi.openDossier, { body: { title: 'Wonen', theme: 'poverty-and-debt', accord: null, coalition: 'Coalitie Thuis', defaultRight: 'write' } })
  expect(made.defaultRight).toBe('write')
  expect((await coalition.noor(dossierApi.describeDossier, { params: { dossierId: made.id }, body: { title: 'Wonen met elkaar' } })).defaultRight, 'what is not said stays').toBe('write')
  expect(await coalition.noor(dossierApi.describeDossier, { params, body: { defaultRight: 'read-along' } })).toMatchObject({ title: 'Preventieakkoord', defaultRight: 'read-along' })
  expect((await coalition.noor(dossierApi.seeDossier, { params })).defaultRight).toBe('read-along')
})

test('who was invited is a partner from the moment that somebody accepts, and is not counted before', async () => {
  const params = { dossierId: coalition.dossierId }
  const guest = await invite('Aarzelaar', 'observe')
  const see = async () => {
    const { partners, partnerList } = await coalition.noor(dossierApi.seeDossier, { params })
    return { partners, joined: partnerList.find(({ organisation }) => organisation.id === guest.organisationId)!.joined }
  }
  const before = await see()
  expect(before.joined).toBe(false)
  await guest.guest(session.acceptInvitation, { params: { token: guest.token }, body: { code: await codeFor(guest), name: 'Aarzelaar', function: '', language: 'nl' } })
  expect(await see()).toEqual({ partners: before.partners + 1, joined: true })
})
