/** A coalition in a test: a coordinator who edits finally, and partners whose directors came in by invitation. */
import * as dossierApi from '@draagvlak/api/dossier'
import * as linkApi from '@draagvlak/api/link'
import * as organisationApi from '@draagvlak/api/organisation'
import * as roundApi from '@draagvlak/api/round'
import * as session from '@draagvlak/api/session'
import type { AnswerWish } from '@draagvlak/api/sign-off'
import * as statementApi from '@draagvlak/api/statement'
import { passageElements } from '@draagvlak/editor/ydoc'
import * as Y from 'yjs'
import { codeIn, tokenIn, type Visitor } from '../demo/visitor.ts'
import { editDraft } from '../statement/draft.ts'
import type { TestHouse } from './house.ts'

export interface PartnerOfTest { readonly organisationId: string; readonly personId: string; readonly email: string; readonly director: Visitor }
export interface TestCoalition {
  readonly noor: Visitor
  readonly dossierId: string
  partner(name: string, right?: 'write' | 'propose' | 'read-along' | 'observe'): Promise<PartnerOfTest>
  statement(title?: string): Promise<string>
  /** Words typed at the end of the text. */
  typed(statementId: string, words: string): Promise<void>
  openRound(statementId: string, partners: readonly PartnerOfTest[], wish?: { mustAnswer?: string[]; minimum?: number }): Promise<string>
  /** The director's page, in a browser without an account. */
  page(partner: PartnerOfTest, kind?: string): Promise<{ browser: Visitor; token: string; version: string; readonly enterCode: () => Promise<void> }>
}

export const AGREED = (version: string): AnswerWish => ({
  version, answer: 'agreed', capacity: 'organisation', haveRead: true, mayAnswer: true, reservations: [], exceptions: [], conditions: [], reason: null, reasonVisibility: 'partners', nameInPrint: false,
})

export async function testCoalition(house: TestHouse): Promise<TestCoalition> {
  const noor = await house.begin()
  const dossier = await noor(dossierApi.openDossier, { body: { title: 'Preventieakkoord', theme: 'social-and-healthy', accord: 'Nationaal Preventieakkoord', coalition: 'Preventiecoalitie' } })
  let count = 0
  return {
    noor, dossierId: dossier.id,
    async partner(name, right = 'observe') {
      const email = `director${++count}@partner.example`
      const organisation = await noor(organisationApi.addOrganisation, { body: { name, kind: 'national-member', reach: 'national', number: null, parentId: null, place: null, website: null, confirmed: true } })
      await noor(dossierApi.invitePartner, { params: { dossierId: dossier.id }, body: { organisationId: organisation.id, person: { email, name: `Directeur ${name}`, function: 'directeur', right, mandateHolder: true } } })
      const director = house.somebody(email, `Directeur ${name}`)
      const token = tokenIn((await house.mailTo(email, 'invitation')).text)
      await director(session.askInvitationCode, { params: { token } })
      await director(session.acceptInvitation, { params: { token }, body: { code: codeIn((await house.mailTo(email, 'code')).text), name: director.name, function: 'directeur', language: 'nl' } })
      const me = await director(session.seeMe, {})
      return { organisationId: organisation.id, personId: me.person.id, email, director }
    },
    async statement(title = 'Voorbij roken en overgewicht') {
      return (await noor(statementApi.startStatement, { body: { dossierId: dossier.id, type: 'position-paper', language: 'nl', title, wordBudget: 800 } })).id
    },
    async typed(statementId, words) {
      const edited = await editDraft(house.connection.db, statementId, (doc) => {
        const last = passageElements(doc).at(-1)!
        const text = last.toArray().find((part) => part instanceof Y.XmlText) ?? (() => { const made = new Y.XmlText(); last.insert(0, [made]); return made })()
        text.insert(text.length, words)
        return { ok: true }
      })
      if (!edited.ok) throw new Error(`nothing was typed: ${String(edited.because)}`)
    },
    async openRound(statementId, partners, wish = {}) {
      const preview = await noor(roundApi.previewRound, { params: { statementId } })
      const opened = await noor(roundApi.openRound, { params: { statementId }, body: { dates: preview.suggestedDates, asked: partners.map(({ organisationId, personId }) => ({ organisationId, personId, reason: null })), mustAnswer: wish.mustAnswer ?? [], minimum: wish.minimum ?? null, proposalsAllowed: false, note: null } })
      return opened.round!.version
    },
    async page(partner, kind = 'request') {
      const browser = house.somebody(partner.email)
      const token = tokenIn((await house.mailTo(partner.email, kind)).text)
      const view = await browser(linkApi.seeLink, { params: { token } })
      return {
        browser, token, version: view.version.hash,
        async enterCode() {
          await browser(linkApi.askLinkCode, { params: { token } })
          await browser(linkApi.enterLinkCode, { params: { token }, body: { code: codeIn((await house.mailTo(partner.email, 'code')).text) } })
        },
      }
    },
  }
}
