/** Builds the example coalition through the contract, as people would: invite, write, ask, answer, adopt, publish. */
import * as dossierApi from '@draagvlak/api/dossier'
import * as deskApi from '@draagvlak/api/desk'
import * as editionApi from '@draagvlak/api/edition'
import * as linkApi from '@draagvlak/api/link'
import * as organisationApi from '@draagvlak/api/organisation'
import * as roundApi from '@draagvlak/api/round'
import * as session from '@draagvlak/api/session'
import type { AnswerWish } from '@draagvlak/api/sign-off'
import * as statementApi from '@draagvlak/api/statement'
import type { StatementType } from '@draagvlak/domain/passage'
import type { Passage } from '@draagvlak/editor/passage'
import fs from 'node:fs'
import path from 'node:path'
import { serverFolder } from '../assets.ts'
import type { Deps } from '../deps.ts'
import { newSetUpLink } from '../people/set-up.ts'
import { passageId } from '../statement/draft.ts'
import { emailOf, HOST, PARTNERS, type DemoOrganisation } from './organisations.ts'
import { KEY_MESSAGES, OPEN_LETTER, POSITION_PAPER, type DemoPassage } from './texts.ts'
import { codeIn, tokenIn, type Visitor, type Visitors } from './visitor.ts'
import { writeText } from './writer.ts'

export interface DemoCast { readonly role: string; readonly email: string; readonly organisation: string }

interface Member { readonly organisation: DemoOrganisation; readonly id: string; readonly directorId: string; readonly directorEmail: string; readonly visitor: Visitor }

export async function buildDemo(deps: Deps, visitors: Visitors): Promise<DemoCast[]> {
  const [coordinator, editor, head] = HOST.people
  const noor = visitors.somebody(emailOf(HOST, coordinator!), coordinator!.name)
  const token = (await newSetUpLink(deps))!.split('/').at(-1)!
  await noor(session.setUp, { body: { token, email: noor.email, name: noor.name, function: coordinator!.function, organisation: HOST.name, language: 'nl' } })
  const me = await noor(session.seeMe, {})
  const hostId = me.actingFor!
  await noor(organisationApi.changeOrganisation, { params: { organisationId: hostId }, body: { kind: HOST.kind, reach: HOST.reach, place: HOST.place, number: HOST.number, about: HOST.about, members: { count: HOST.members!, countedOn: '2026-01-01' } } })
  await noor(organisationApi.addLogo, { params: { organisationId: hostId }, upload: logoFile(HOST.logo) })

  const prevention = await noor(dossierApi.openDossier, { body: { title: 'Preventieakkoord', theme: 'social-and-healthy', accord: 'Nationaal Preventieakkoord', coalition: 'Preventiecoalitie Breder Gezond' } })
  const elderly = await noor(dossierApi.openDossier, { body: { title: 'Ouderenpact', theme: 'social-base-and-prevention', accord: 'Pact voor de Ouderenzorg', coalition: 'Samen Ouder' } })
  const colleagues = [editor!, head!].map((person) => ({ person, email: emailOf(HOST, person) }))
  const ids = new Map<string, string>()
  for (const { person, email } of colleagues) ids.set(email, (await noor(organisationApi.inviteColleague, { params: { organisationId: hostId }, body: { email, name: person.name, function: person.function, roles: [...person.roles] } })).personId)
  for (const dossier of [prevention, elderly]) {
    for (const { person, email } of colleagues) await noor(dossierApi.setRight, { params: { dossierId: dossier.id, organisationId: hostId, personId: ids.get(email)! }, body: { right: person.right } })
    await noor(dossierApi.giveRole, { params: { dossierId: dossier.id }, body: { personId: ids.get(colleagues[0]!.email)!, organisationId: hostId, role: 'final-editor' } })
    await noor(dossierApi.endRole, { params: { dossierId: dossier.id, role: 'final-editor', personId: me.person.id } })
  }
  const ruben = visitors.somebody(colleagues[0]!.email, colleagues[0]!.person.name)
  await signIn(visitors, ruben)

  const members: Member[] = []
  for (const organisation of PARTNERS) members.push(await invite(visitors, noor, organisation, [prevention.id, elderly.id]))
  const heleen = visitors.somebody(colleagues[1]!.email, colleagues[1]!.person.name)
  members.push({ organisation: HOST, id: hostId, directorId: ids.get(colleagues[1]!.email)!, directorEmail: heleen.email, visitor: heleen })

  const paper = await write(deps, noor, prevention.id, 'position-paper', 'Voorbij roken en overgewicht', 1600, POSITION_PAPER)
  const letter = await write(deps, noor, prevention.id, 'open-letter', 'Brief aan de staatssecretaris', 700, OPEN_LETTER)
  await write(deps, noor, elderly.id, 'key-messages', 'Ouder worden doe je niet alleen', 300, KEY_MESSAGES)

  await publishPaper(visitors, noor, ruben, members, paper)
  await openLetterRound(visitors, noor, members, letter)

  return [HOST, ...PARTNERS].flatMap((organisation) => organisation.people.map((person) => ({ role: person.role, email: emailOf(organisation, person), organisation: organisation.name })))
}

const logoFile = (name: string): Blob => new Blob([new Uint8Array(fs.readFileSync(path.join(serverFolder(), 'src', 'demo', 'logos', `${name}.svg`)))])

async function signIn(visitors: Visitors, visitor: Visitor): Promise<void> {
  await visitor(session.askToSignIn, { body: { email: visitor.email } })
  await visitor(session.signInWithCode, { body: { code: codeIn((await visitors.mailTo(visitor.email, 'sign-in')).text) } })
}

async function invite(visitors: Visitors, noor: Visitor, organisation: DemoOrganisation, dossiers: readonly string[]): Promise<Member> {
  const { name, kind, reach, number, place } = organisation
  const added = await noor(organisationApi.addOrganisation, { body: { name, kind, reach, number, place, parentId: null, website: null, confirmed: true } })
  let director: Visitor | null = null
  for (const person of organisation.people) {
    const visitor = visitors.somebody(emailOf(organisation, person), person.name)
    for (const dossierId of dossiers) {
      await noor(dossierApi.invitePartner, { params: { dossierId }, body: { organisationId: added.id, person: { email: visitor.email, name: person.name, function: person.function, right: person.right, mandateHolder: person.roles.includes('mandate-holder') } } })
      const invitation = tokenIn((await visitors.mailTo(visitor.email, 'invitation')).text)
      await visitor(session.askInvitationCode, { params: { token: invitation } })
      await visitor(session.acceptInvitation, { params: { token: invitation }, body: { code: codeIn((await visitors.mailTo(visitor.email, 'code')).text), name: person.name, function: person.function, language: 'nl' } })
    }
    director ??= visitor
  }
  await director!(organisationApi.changeOrganisation, { params: { organisationId: added.id }, body: { about: organisation.about } })
  await director!(organisationApi.addLogo, { params: { organisationId: added.id }, upload: logoFile(organisation.logo) })
  return { organisation, id: added.id, directorId: (await director!(session.seeMe, {})).person.id, directorEmail: director!.email, visitor: director! }
}

async function write(deps: Deps, noor: Visitor, dossierId: string, type: StatementType, title: string, wordBudget: number, text: readonly DemoPassage[]): Promise<string> {
  const statement = await noor(statementApi.startStatement, { body: { dossierId, type, language: 'nl', title, wordBudget } })
  const { ticket } = await noor(deskApi.makeTicket, { body: { room: statement.room } })
  await writeText(`${deps.config.baseUrl.replace(/^http/, 'ws')}/sync/${statement.room}?ticket=${ticket}`, text.map(passageOf))
  return statement.id
}

const passageOf = ({ kind, text, source }: DemoPassage): Passage => ({ id: passageId(), kind, indent: 0, content: [{ type: 'text', text }, ...(source ? [{ type: 'source' as const, attrs: source }] : [])] })

interface Says { readonly answer: AnswerWish['answer']; readonly reservations?: AnswerWish['reservations']; readonly reason?: string; readonly logo?: boolean }
const YES: Says = { answer: 'agreed', logo: true }

/** Answers on the personal page, with the code typed over, as a director does on a phone. */
async function answer(visitors: Visitors, member: Member, says: Says): Promise<void> {
  const phone = visitors.somebody(member.directorEmail)
  const { token, version } = await openPage(visitors, member, phone)
  const { logos } = await phone(linkApi.seeLink, { params: { token } })
  const logo = says.logo ? logos[0] : undefined
  await phone(linkApi.answerByLink, {
    params: { token }, body: {
      answer: { version, answer: says.answer, capacity: 'organisation', haveRead: true, mayAnswer: true, reservations: says.reservations ?? [], exceptions: [], conditions: [], reason: says.reason ?? null, reasonVisibility: 'partners', nameInPrint: says.answer === 'agreed' },
      consent: logo ? { logoId: logo.id, editions: 'all-editions', channels: ['website', 'print', 'mail'], until: '2027-12-31' } : null,
    },
  })
}

async function openPage(visitors: Visitors, member: Member, phone: Visitor): Promise<{ token: string; version: string }> {
  const token = tokenIn((await visitors.mailTo(member.directorEmail, 'request')).text)
  await phone(linkApi.askLinkCode, { params: { token } })
  const view = await phone(linkApi.enterLinkCode, { params: { token }, body: { code: codeIn((await visitors.mailTo(member.directorEmail, 'code')).text) } })
  return { token, version: view.version.hash }
}

async function openRound(noor: Visitor, members: readonly Member[], statementId: string, wish: { minimum: number; mustAnswer: readonly string[] }): Promise<void> {
  const { suggestedDates } = await noor(roundApi.previewRound, { params: { statementId } })
  await noor(roundApi.openRound, {
    params: { statementId },
    body: { dates: suggestedDates, asked: members.map((member) => ({ organisationId: member.id, personId: member.directorId, reason: null })), mustAnswer: [...wish.mustAnswer], minimum: wish.minimum, proposalsAllowed: false, note: null },
  })
}

async function publishPaper(visitors: Visitors, noor: Visitor, ruben: Visitor, members: readonly Member[], statementId: string): Promise<void> {
  await openRound(noor, members, statementId, { minimum: 8, mustAnswer: [] })
  const by = (name: string) => members.find((member) => member.organisation.name === name)!
  for (const member of members) {
    if (member === by('Tafelgenoot')) await answer(visitors, member, { answer: 'declined', reason: 'Wij spreken ons niet uit over bedragen.' })
    else if (member === by('Huisartsen Samen')) await answer(visitors, member, { answer: 'reserved', logo: true, reservations: [{ kind: 'substance', passageId: null, text: 'Wij steunen het bedrag, mits het niet ten koste gaat van de wijkverpleging.', visibility: 'public', listed: true }] })
    else if (member === by('De Brede Linde')) await answer(visitors, member, { answer: 'agreed' })
    else await answer(visitors, member, YES)
  }
  await noor(roundApi.closeRound, { params: { statementId } })
  await ruben(editionApi.adopt, { params: { statementId } })
  await ruben(editionApi.publish, { params: { statementId }, body: { reason: null, embargoUntil: null } })
}

async function openLetterRound(visitors: Visitors, noor: Visitor, members: readonly Member[], statementId: string): Promise<void> {
  const by = (name: string) => members.find((member) => member.organisation.name === name)!
  await openRound(noor, members, statementId, { minimum: 8, mustAnswer: [by('Huisartsen Samen').id, by('Landelijk Verbond Buurtwelzijn').id] })
  for (const name of ['De Brede Linde', 'Federatie Buurtsport', 'Instituut Leefwereld', 'Kring van Naasten', 'Landelijk Verbond Buurtwelzijn', 'Platform Schuldenrust']) await answer(visitors, by(name), YES)
  await answer(visitors, by('Wonen en Omzien'), { answer: 'reserved', logo: true, reservations: [{ kind: 'substance', passageId: null, text: 'Corporaties doen dit graag, zolang het niet uit de huurpenningen betaald wordt.', visibility: 'partners', listed: true }] })
  await answer(visitors, by('Verbond Vroege Jaren'), { answer: 'reserved', reservations: [{ kind: 'no-unless', conditions: ['Scholen worden genoemd bij wat wel helpt.'], text: '', visibility: 'partners' }] })
  await answer(visitors, by('Tafelgenoot'), { answer: 'declined', reason: 'Wij richten ons nu op het Ouderenpact.' })
  const anna = visitors.somebody(by('Anna Terwey Fonds').directorEmail)
  const { token } = await openPage(visitors, by('Anna Terwey Fonds'), anna)
  const { dates } = await anna(linkApi.seeLink, { params: { token } })
  await anna(linkApi.discussFirstByLink, { params: { token }, body: { until: dates.answerBy.slice(0, 10) } })
}
