/** Every fact that can be recorded, in the past tense: one union per kind of stream. */
import type { Language, PassagePrint, StatementType } from './passage.ts'
import type { BodyKind } from './body-kind.ts'
import type { LogoFacts } from './logo-wall.ts'

/** UUIDv7, made by the app. Persons appear in events as ids only (T2). */
export type Id = string
/** A moment in UTC as `toISOString` writes it; compares as text. */
export type Instant = string
/** A calendar date, `2026-09-17`. */
export type Day = string
/** SHA-256 in lower-case hex. */
export type Sha256 = string

/** How an act came in. `telephone` is a yes entered by the coordinator (M4). */
export type Via = 'session' | 'link' | 'token' | 'telephone' | 'system'
export interface By { readonly personId: Id | null; readonly organisationId: Id | null; readonly via: Via }

export type Reach = 'national' | 'regional' | 'local'
export type OrganisationRole = 'mandate-holder' | 'logo-manager'
export type DossierRole = 'coordinator' | 'final-editor'
/** What a person of a partner may do with a text; each includes the next. */
export type Right = 'write' | 'propose' | 'read-along' | 'observe'
export type PartnerRole = 'partner' | 'addressee' | 'target'
/** A theme of the house, or one in words of its own for a subject that is none of these. */
export type Theme = KnownTheme | { readonly own: string }
export type KnownTheme =
  | 'social-base-and-prevention' | 'poverty-and-debt' | 'youth-and-parenting' | 'inclusion-and-participation'
  | 'politics-and-lobby' | 'social-and-healthy' | 'social-work-in-the-neighbourhood'

export type MandateScope =
  | { readonly kind: 'all' } | { readonly kind: 'dossier'; readonly dossierId: Id } | { readonly kind: 'statement'; readonly statementId: Id }

export type OrganisationFact =
  | Fact<'organisation-registered', { name: string; kind: BodyKind; reach: Reach; number: string | null; parentId: Id | null; place: string | null; website: string | null }>
  | Fact<'organisation-renamed', { name: string; validFrom: Day }>
  | Fact<'organisation-described', { kind: BodyKind; reach: Reach; number: string | null; parentId: Id | null; place: string | null; website: string | null; about: string }>
  | Fact<'member-count-stated', { count: number; countedOn: Day }>
  | Fact<'printed-name-set', { printedName: string | null; sortKey: string | null; minimumWidth: number | null }>
  | Fact<'person-joined', { personId: Id; roles: readonly OrganisationRole[] }>
  | Fact<'person-roles-set', { personId: Id; roles: readonly OrganisationRole[] }>
  | Fact<'person-left', { personId: Id }>
  | Fact<'mandate-recorded', { mandateId: Id; personId: Id; scope: MandateScope; until: Day | null; decidedOn: Day | null; body: string | null }>
  | Fact<'mandate-ended', { mandateId: Id; reason: string | null }>
  | Fact<'organisation-merged', { intoId: Id; reason: string }>
  | Fact<'decision-route-set', { route: 'short' | 'long'; leadDays: number; meetings: readonly Day[] }>
  | Fact<'logo-added', { logoId: Id; file: Sha256; mediaType: string; variant: LogoVariant; facts: LogoFacts }>
  | Fact<'logo-retired', { logoId: Id; reason: string | null }>

export type LogoVariant = 'colour' | 'single-colour' | 'reversed'

export type DossierFact =
  | Fact<'dossier-opened', { title: string; theme: Theme; accord: string | null; coalition: string; zone: string; defaultRight: Right }>
  /** `defaultRight` where it was changed with the rest. */
  | Fact<'dossier-described', { title: string; theme: Theme; accord: string | null; coalition: string; defaultRight?: Right }>
  | Fact<'dossier-archived', Record<string, never>>
  | Fact<'dossier-unarchived', Record<string, never>>
  | Fact<'role-given', { personId: Id; organisationId: Id; role: DossierRole }>
  | Fact<'role-ended', { personId: Id; role: DossierRole }>
  | Fact<'partner-added', { organisationId: Id; roles: readonly PartnerRole[] }>
  | Fact<'partnership-ended', { organisationId: Id; reason: string | null; by: 'partner' | 'coordinator' }>
  | Fact<'person-invited', { invitationId: Id; organisationId: Id; personId: Id; right: Right; roles: readonly OrganisationRole[]; expiresAt: Instant }>
  | Fact<'invitation-renewed', { invitationId: Id; expiresAt: Instant }>
  | Fact<'invitation-withdrawn', { invitationId: Id }>
  | Fact<'invitation-accepted', { invitationId: Id }>
  | Fact<'invitation-declined', { invitationId: Id; reason: string | null }>
  | Fact<'right-set', { organisationId: Id; personId: Id; right: Right | null }>
  | Fact<'partner-logo-leave-recorded', { organisationId: Id; decidedOn: Day; body: string }>

export type Answer = 'agreed' | 'reserved' | 'declined'
export type Capacity = 'organisation' | 'personal'
/** Who may read the words of a reservation (S4). */
export type Visibility = 'secretariat' | 'partners' | 'public'

/** [S4] The kind and the open facts of a reservation; its words are an event of their own, so that they can be withheld. */
export type Reservation =
  | { readonly id: Id; readonly kind: 'members'; readonly visibility: Visibility; readonly body: string; readonly decidesOn: Day | null }
  | { readonly id: Id; readonly kind: 'substance'; readonly visibility: Visibility; readonly passageId: string | null; readonly listed: boolean }
  | { readonly id: Id; readonly kind: 'no-unless'; readonly visibility: Visibility; readonly conditions: number }
  | { readonly id: Id; readonly kind: 'form'; readonly visibility: Visibility }

/** An answer may leave out, or put a condition on, single passages; the fingerprint says in which form they were seen. */
export interface PassageException { readonly passageId: string; readonly fingerprint: Sha256; readonly answer: 'reserved' | 'declined' }

/** On whose authority an answer stands: a recorded mandate, or the naming of the person in this round (M1). */
export type MandateCited = { readonly kind: 'recorded'; readonly mandateId: Id } | { readonly kind: 'asked-in-round'; readonly roundId: Id }

export interface Asked { readonly organisationId: Id; readonly personId: Id; readonly reason: string | null }
export interface RoundDates { readonly answerBy: Instant; readonly closesAt: Instant; readonly recipientAt: Instant | null; readonly zone: string }

/** Where a logo may stand: consent names the use (G3). */
export type Channel = 'website' | 'print' | 'mail' | 'newspaper'
export interface ConsentUse { readonly editions: 'this-edition' | 'all-editions'; readonly channels: readonly Channel[]; readonly until: Day | null }

/** [S4] A reservation that is for the public: own words, and the passage it is about; null for the whole text. */
export interface PublicReservation { readonly passageId: string | null; readonly text: string }

/** One line of the list of signatories as an edition keeps it: organisations only. */
export interface Listed {
  readonly organisationId: Id
  readonly name: string
  readonly sortKey: string
  readonly kind: BodyKind
  readonly place: 'wall' | 'state'
  readonly logo: { readonly logoId: Id; readonly file: Sha256; readonly mediaType: string; readonly facts: LogoFacts } | null
  readonly nameOnlyBecause: string | null
  readonly alsoFor: { readonly count: number; readonly countedOn: Day } | null
  readonly reservations: readonly PublicReservation[]
  readonly answerId: Id
}

/** `conditions` of an answer are the ids of passages without which it would not stand (V10). */
export type StatementFact =
  | Fact<'statement-started', { dossierId: Id; type: StatementType; language: Language; title: string; slug: string; wordBudget: number | null; copiedFrom: Id | null }>
  | Fact<'statement-renamed', { title: string }>
  | Fact<'word-budget-set', { wordBudget: number | null }>
  | Fact<'participants-set', { organisationIds: readonly Id[] | 'all' }>
  | Fact<'right-set', { organisationId: Id; personId: Id; right: Right | null }>
  | Fact<'right-follows-dossier', { organisationId: Id; personId: Id }>
  | Fact<'statement-archived', Record<string, never>>
  | Fact<'statement-unarchived', Record<string, never>>
  | Fact<'statement-deleted', Record<string, never>>
  | Fact<'statement-stopped', { reason: string }>
  | Fact<'version-frozen', { version: Sha256; number: number; words: number; title: string; passages: readonly PassagePrint[] }>
  | Fact<'round-opened', {
      roundId: Id; version: Sha256; edition: number; dates: RoundDates; asked: readonly Asked[]; mustAnswer: readonly Id[]
      minimum: number | null; proposalsAllowed: boolean; silenceRule: string | null
    }>
  | Fact<'round-date-moved', { roundId: Id; dates: RoundDates; reason: string | null }>
  | Fact<'person-asked', { roundId: Id; organisationId: Id; personId: Id; reason: string | null; replaces: Id | null }>
  | Fact<'silence-rule-accepted', { roundId: Id; organisationId: Id; personId: Id }>
  | Fact<'silence-counted', { answerId: Id; roundId: Id; version: Sha256; organisationId: Id; personId: Id }>
  | Fact<'must-answer-lifted', { roundId: Id; organisationId: Id; reason: string }>
  | Fact<'reminder-sent', { roundId: Id; organisationId: Id; personId: Id }>
  | Fact<'round-stopped', { roundId: Id; reason: string }>
  | Fact<'round-closed', { roundId: Id }>
  | Fact<'closing-withdrawn', { roundId: Id; reason: string }>
  | Fact<'draft-reopened', { epoch: number; reason: string | null }>
  | Fact<'version-read', { roundId: Id; version: Sha256; organisationId: Id; personId: Id }>
  | Fact<'authority-stated', { roundId: Id; version: Sha256; organisationId: Id; personId: Id; capacity: Capacity }>
  | Fact<'answer-given', {
      answerId: Id; roundId: Id; version: Sha256; organisationId: Id; personId: Id; answer: Answer; capacity: Capacity
      standing: 'counts' | 'provisional'; mandate: MandateCited | null; reservations: readonly Reservation[]; exceptions: readonly PassageException[]
      conditions: readonly string[]; nameInPrint: boolean; late: boolean
    }>
  | Fact<'reservation-worded', { answerId: Id; reservationId: Id; visibility: Visibility; text: string; conditions: readonly string[] }>
  | Fact<'refusal-explained', { answerId: Id; visibility: Visibility; text: string }>
  | Fact<'consideration-noted', { roundId: Id; organisationId: Id }>
  | Fact<'discussion-asked', { roundId: Id; organisationId: Id; personId: Id; until: Day }>
  | Fact<'not-authorised-stated', { roundId: Id; organisationId: Id; personId: Id; named: Id | null }>
  | Fact<'question-asked', { roundId: Id; organisationId: Id; personId: Id; text: string }>
  | Fact<'answer-ratified', { answerId: Id; organisationId: Id; mandate: MandateCited }>
  | Fact<'telephone-answer-confirmed', { answerId: Id; organisationId: Id }>
  | Fact<'condition-met', { answerId: Id; reservationId: Id; condition: number }>
  | Fact<'conditions-confirmed', { answerId: Id; reservationId: Id; organisationId: Id }>
  | Fact<'answer-withdrawn', { answerId: Id; organisationId: Id; reason: string | null }>
  | Fact<'answer-mistaken', { answerId: Id; organisationId: Id; reason: string | null }>
  | Fact<'late-answer-admitted', { answerId: Id; organisationId: Id; to: 'this-edition' | 'next-edition' }>
  | Fact<'name-in-print-set', { personId: Id; organisationId: Id; allowed: boolean }>
  | Fact<'logo-asked', { roundId: Id; organisationId: Id; personId: Id }>
  | Fact<'consent-given', { consentId: Id; organisationId: Id; logoId: Id; file: Sha256; use: ConsentUse; personId: Id }>
  | Fact<'consent-revoked', { consentId: Id; organisationId: Id; reason: string | null }>
  | Fact<'statement-adopted', { roundId: Id; version: Sha256; list: readonly Listed[] }>
  | Fact<'adoption-withdrawn', { roundId: Id; reason: string }>
  | Fact<'edition-published', { number: number; version: Sha256; file: Sha256; list: readonly Listed[]; reason: string | null; embargoUntil: Instant | null }>
  | Fact<'publication-withdrawn', { number: number; reason: string }>

/** [P1] What one organisation says about a statement among itself: a stream of its own, read by its own people only. */
export type PrivateFact =
  | Fact<'answer-prepared', { preparedId: Id; roundId: Id; version: Sha256; personId: Id; answer: Answer; note: string }>
  | Fact<'preparation-withdrawn', { preparedId: Id }>
  | Fact<'division-resolved', { roundId: Id; personId: Id }>

interface Fact<Type extends string, Data> { readonly type: Type; readonly data: Data }
export type AnyFact = OrganisationFact | DossierFact | StatementFact | PrivateFact

/** A fact as it stands in its stream. `data` is null where it was erased or is withheld; the chain still checks. */
export type Recorded<F extends AnyFact> = F extends { type: infer T; data: infer D }
  ? { readonly stream: string; readonly revision: number; readonly type: T; readonly v: number; readonly at: Instant; readonly by: By
      readonly reads: Readonly<Record<string, number>>; readonly dataHash: Sha256; readonly previous: Sha256 | null; readonly hash: Sha256; readonly data: D }
  : never

/** A recorded fact whose content may have been erased or withheld: what the folds take. */
export type Kept<F extends AnyFact> = F extends { type: infer T; data: infer D }
  ? Omit<Recorded<F>, 'type' | 'data'> & { readonly type: T; readonly data: D | null }
  : never

export type OrganisationStream = `organisation/${Id}`
export type DossierStream = `dossier/${Id}`
export type StatementStream = `statement/${Id}`
/** [P1] The private layer of one organisation about one statement. */
export type PrivateStream = `statement/${Id}/${Id}`

export const streamOf = {
  organisation: (id: Id): OrganisationStream => `organisation/${id}`,
  dossier: (id: Id): DossierStream => `dossier/${id}`,
  statement: (id: Id): StatementStream => `statement/${id}`,
  private: (statementId: Id, organisationId: Id): PrivateStream => `statement/${statementId}/${organisationId}`,
} as const
