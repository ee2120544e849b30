/** Builders for tests: a coalition and the story of one statement, told fact by fact through the law itself. */
import type { Situation, Who } from './access.ts'
import type { BodyKind } from './body-kind.ts'
import type { Decision } from './decision.ts'
import { foldDossier, type Dossier } from './dossier.ts'
import type { Answer, AnyFact, DossierFact, Id, Instant, Kept, OrganisationFact, RoundDates, StatementFact, Via } from './events.ts'
import { decideOpenDossier } from './partner.ts'
import type { LogoFacts } from './logo-wall.ts'
import { foldOrganisation, type Organisation } from './organisation.ts'
import type { PassagePrint } from './passage.ts'
import { decideAdopt, decidePublish, type Coalition } from './publish.ts'
import { decideCloseRound, decideOpenRound, decideReopenDraft, type OpenRound } from './round.ts'
import { decideAnswer } from './sign-off.ts'
import { applyStatement, lastRound, workingEdition, type Statement } from './statement.ts'
import type { GiveAnswer, WishedReservation } from './wishes.ts'

/** The moment at which every story begins. */
export const START: Instant = '2026-03-02T09:00:00.000Z'
export const later = (at: Instant, minutes: number): Instant => new Date(Date.parse(at) + minutes * 60_000).toISOString()

/** A fact as it would stand in its stream; hashes are left blank, folding does not look at them. */
export function kept(stream: string, revision: number, fact: AnyFact | { type: AnyFact['type']; data: null }, at: Instant = START, via: Via = 'session'): Kept<AnyFact> {
  return { ...fact, stream, revision, v: 1, at, by: { personId: null, organisationId: null, via }, reads: {}, dataHash: '', previous: null, hash: '' } as Kept<AnyFact>
}
const stream = <F extends AnyFact>(name: string, facts: readonly F[], at: Instant = START): Kept<F>[] =>
  facts.map((fact, index) => kept(name, index + 1, fact, at) as Kept<F>)

/** A text written as passage id → words; the words serve as their own fingerprint. */
export type Text = Readonly<Record<string, string>>
export const prints = (text: Text): PassagePrint[] => Object.entries(text).map(([id, words]) => ({ id, kind: 'paragraph', fingerprint: words }))
export const versionName = (text: Text): string => JSON.stringify(Object.entries(text))

export const LOGO_FACTS: LogoFacts = {
  format: 'svg', stored: 'svg', width: 320, height: 80, transparent: true, background: 'transparent', readsOn: 'light',
  inkBox: { x: 0, y: 0, width: 1, height: 1 }, ink: 40_000, boxWidth: 800, boxHeight: 200, hasText: false, hasRaster: false, fitForPrint: true, notes: [],
}

/** An organisation with a director who holds the organisation's role but no recorded mandate, and a colleague. */
export function anOrganisation(id: Id, { name = id, kind = 'national-member', more = [] }: { name?: string; kind?: BodyKind; more?: readonly OrganisationFact[] } = {}): Organisation {
  const organisation = foldOrganisation(stream<OrganisationFact>(`organisation/${id}`, [
    { type: 'organisation-registered', data: { name, kind, reach: 'national', number: null, parentId: null, place: null, website: null } },
    { type: 'person-joined', data: { personId: `${id}-director`, roles: ['mandate-holder'] } },
    { type: 'person-joined', data: { personId: `${id}-colleague`, roles: [] } },
    { type: 'logo-added', data: { logoId: `${id}-logo`, file: `${id}-file`, mediaType: 'image/svg+xml', variant: 'colour', facts: LOGO_FACTS } },
    ...more,
  ]))
  if (organisation === null) throw new Error('an organisation starts by being registered')
  return organisation
}

/** A dossier led by `lead-coordinator` and `lead-editor` of the organisation `lead`, with these partners. */
export function aDossier(partners: readonly Id[], more: readonly DossierFact[] = []): Dossier {
  const opened = factsOf(decideOpenDossier({
    title: 'Preventie', theme: 'social-base-and-prevention', accord: null, coalition: 'De coalitie', zone: 'Europe/Amsterdam', defaultRight: 'propose',
    coordinator: { personId: 'lead-coordinator', organisationId: 'lead' },
  }))
  const facts: readonly DossierFact[] = [
    ...opened, { type: 'role-given', data: { personId: 'lead-editor', organisationId: 'lead', role: 'final-editor' } },
    ...partners.filter(id => id !== 'lead').flatMap((organisationId): DossierFact[] => [
      { type: 'partner-added', data: { organisationId, roles: ['partner'] } },
      { type: 'right-set', data: { organisationId, personId: `${organisationId}-colleague`, right: 'propose' } },
    ]),
    ...more,
  ]
  const dossier = foldDossier(stream(`dossier/d1`, facts))
  if (dossier === null) throw new Error('a dossier starts by being opened')
  return dossier
}

export function factsOf<F extends AnyFact>(decision: Decision<F>): readonly F[] {
  if (!decision.ok) throw new Error(`refused: ${decision.because}`)
  return decision.facts
}

export const DATES: RoundDates = { answerBy: '2026-03-16T22:59:59.999Z', closesAt: '2026-03-18T22:59:59.999Z', recipientAt: null, zone: 'Europe/Amsterdam' }

/** The story of one statement. Every act goes through the law and throws when it is refused; a minute passes with each. */
export class Story {
  readonly events: Kept<StatementFact>[] = []
  organisations: Organisation[] = []
  dossier: Dossier
  now: Instant = START
  private folded: Statement | null = null
  private counter = 0

  constructor(partners: readonly Id[]) {
    this.organisations = partners.map(id => anOrganisation(id))
    this.dossier = aDossier(partners)
    this.record({ type: 'statement-started', data: { dossierId: 'd1', type: 'open-letter', language: 'nl', title: 'Brief', slug: 'brief', wordBudget: null, copiedFrom: null } })
  }

  get statement(): Statement {
    if (this.folded === null) throw new Error('a story starts with its statement')
    return this.folded
  }
  get coalition(): Coalition { return { dossier: this.dossier, organisations: this.organisations } }
  organisation(id: Id): Organisation {
    const found = this.organisations.find(one => one.id === id)
    if (found === undefined) throw new Error(`no organisation ${id}`)
    return found
  }

  /** Replaces an organisation of the coalition, with more facts in its stream. */
  with(id: Id, about: Parameters<typeof anOrganisation>[1]): this {
    this.organisations = this.organisations.map(one => (one.id === id ? anOrganisation(id, about) : one))
    return this
  }
  leading(...facts: readonly DossierFact[]): this {
    this.dossier = aDossier(this.organisations.map(one => one.id), facts)
    return this
  }
  at(now: Instant): this { this.now = now; return this }

  record(...facts: readonly StatementFact[]): this { return this.recordVia('session', ...facts) }
  recordVia(via: Via, ...facts: readonly StatementFact[]): this {
    for (const fact of facts) {
      const event = kept('statement/s1', this.events.length + 1, fact, this.now, via) as Kept<StatementFact>
      this.events.push(event)
      this.folded = applyStatement(this.folded, event)
    }
    this.now = later(this.now, 1)
    return this
  }
  decided(decision: Decision<StatementFact>, via: Via = 'session'): this { return this.recordVia(via, ...factsOf(decision)) }

  /** Opens a round on this text and asks the director of each organisation (all, unless named). */
  roundOpened(text: Text, change: Partial<OpenRound> & { of?: readonly Id[] } = {}): this {
    const { of = this.organisations.map(one => one.id), ...wish } = change
    return this.decided(decideOpenRound(this.statement, this.dossier, {
      roundId: `r${this.statement.rounds.length + 1}`, text: { version: versionName(text), words: 10, title: 'Brief', passages: prints(text) }, dates: DATES,
      asked: of.map(organisationId => ({ organisationId, personId: `${organisationId}-director`, reason: null })), mustAnswer: [], minimum: null,
      proposalsAllowed: false, silenceRule: null, ...wish,
    }, this.now))
  }

  /** The wish of the director of an organisation on the current version. */
  wish(organisationId: Id, answer: Answer, change: Partial<GiveAnswer> = {}): GiveAnswer {
    const round = lastRound(this.statement)
    this.counter += 1
    return {
      answerId: `a${this.counter}`, roundId: round?.roundId ?? 'none', version: round?.version ?? 'none', personId: `${organisationId}-director`, via: 'session', answer,
      capacity: 'organisation', hasRead: true, isAuthorised: true, reservations: answer === 'reserved' ? [aReservation()] : [], exceptions: [], conditions: [],
      nameInPrint: false, explanation: null, resolves: false, ...change,
    }
  }
  answered(organisationId: Id, answer: Answer, change: Partial<GiveAnswer> = {}): this {
    const wish = this.wish(organisationId, answer, change)
    return this.decided(decideAnswer(this.statement, this.organisation(organisationId), wish, this.now), wish.via)
  }
  closed(): this { return this.decided(decideCloseRound(this.statement, { silentAnswerIds: {} }, this.now)) }
  adopted(): this { return this.decided(decideAdopt(this.statement, this.coalition, this.now)) }
  published(change: { embargoUntil?: Instant | null; reason?: string | null } = {}): this {
    const number = workingEdition(this.statement)
    return this.decided(decidePublish(this.statement, this.coalition, { number, file: `edition-${number}`, embargoUntil: null, reason: number > 1 ? 'correctie' : null, ...change }, this.now))
  }
  reopened(): this { return this.decided(decideReopenDraft(this.statement, { reason: null })) }

  who(personId: Id, organisationId: Id, change: Partial<Who> = {}): Who {
    return { personId, organisationId, via: 'session', administrator: false, link: null, ...change }
  }
  situation(organisationId: Id): Situation {
    return { organisation: this.organisations.find(one => one.id === organisationId) ?? null, dossier: this.dossier, statement: this.statement, now: this.now }
  }
}

export const aStatement = (...partners: readonly Id[]): Story => new Story(partners)

export const aReservation = (): WishedReservation =>
  ({ id: 'v1', kind: 'substance', visibility: 'partners', passageId: null, listed: true, text: 'Wij denken anders over het tempo.', conditionTexts: [] })
export const aNoUnless = (): WishedReservation =>
  ({ id: 'v2', kind: 'no-unless', visibility: 'partners', text: null, conditionTexts: ['Er komt een overgangsjaar.', 'Het Rijk betaalt mee.'], conditions: 2 })
export const aFormReservation = (): WishedReservation => ({ id: 'v3', kind: 'form', visibility: 'partners', text: null, conditionTexts: [] })
