/** Who may do what, and at which stage: the complete table. What is left out means no. */
import { PHASES } from './statement.ts'

export const ROLES = [
  'administrator', 'coordinator', 'final-editor', 'write', 'propose', 'read-along', 'observe',
  'mandate-holder', 'logo-manager', 'link', 'logo-link', 'reading-link', 'public',
] as const
export type Role = (typeof ROLES)[number]

export const ACTS = [
  'open-dossier', 'register-organisation', 'merge-organisations', 'erase-person', 'change-installation',
  'appoint', 'invite-partner', 'set-partner-rights', 'end-partnership', 'see-contacts', 'invite-colleague', 'set-colleague-rights', 'give-organisation-role', 'leave-dossier',
  'read-dossier', 'describe-dossier', 'archive-dossier', 'record-partner-logo-leave',
  'start-statement', 'rename-statement', 'duplicate-statement', 'archive-statement', 'choose-participants', 'delete-statement', 'stop-statement', 'set-statement-right',
  'read-draft', 'read-round-version', 'comment', 'propose', 'write', 'decide-proposal', 'mark-editorial', 'reopen-draft',
  'open-round', 'move-date', 'ask-person', 'stop-round', 'close-round', 'remind', 'read-mails', 'admit-late', 'lift-must-answer', 'withdraw-closing',
  'enter-telephone-yes', 'answer', 'object-to-editorial', 'accept-silence-rule', 'confirm-telephone', 'confirm-conditions', 'tick-condition',
  'answer-personally', 'set-name-in-print', 'prepare-answer', 'ratify', 'resolve', 'withdraw-answer', 'mistake',
  'discuss-first', 'not-authorised', 'ask-coordinator', 'record-mandate', 'set-route', 'see-answers', 'see-carriers', 'see-secretariat-reservations', 'see-own-answers',
  'change-organisation', 'manage-logos', 'set-printed-name', 'give-consent', 'revoke-consent', 'ask-logo', 'nudge-wall',
  'adopt', 'withdraw-adoption', 'publish', 'withdraw-publication', 'see-list', 'see-own-line',
  'read-published', 'read-bundle', 'use-private-layer',
] as const
export type Act = (typeof ACTS)[number]

/** Where an act takes place: in a phase of a statement, or outside any statement. */
export const PLACES = ['no-statement', ...PHASES] as const
export type Place = (typeof PLACES)[number]

type Cell = readonly Place[]
const ALWAYS = PLACES
const IN_STATEMENT = PHASES
const WRITING = ['concept'] as const
const ROUND = ['in-round'] as const
const TALKING = ['concept', 'in-round'] as const
/** From the opening of a round on; after reopening the last round's version is still there to be read and answered (late, L5). */
const SINCE_ROUND = ['concept', 'in-round', 'round-closed', 'adopted', 'published'] as const
const UNTIL_PUBLICATION = ['concept', 'in-round', 'round-closed', 'adopted'] as const
/** The coalition is fixed from the closing of a round until publication. */
const COALITION_MAY_CHANGE = ['no-statement', 'concept', 'in-round', 'published', 'stopped'] as const

const leaders = <C extends Cell>(when: C) => ({ 'coordinator': when, 'final-editor': when }) as const
/** The mandate holder by session, or the person who came by a personal link and typed the code. */
const answerers = <C extends Cell>(when: C) => ({ 'mandate-holder': when, 'link': when }) as const

/**
 * `observe` is what *schrijven*, *voorstellen* and *meelezen* include, so a row names the least right that suffices.
 * Coordinator and final editor answer for no organisation by that role.
 */
export const ACCESS = {
  'open-dossier': { 'administrator': ALWAYS, 'coordinator': ALWAYS },
  'register-organisation': { 'administrator': ALWAYS, 'coordinator': ALWAYS },
  'merge-organisations': { 'administrator': ALWAYS },
  'erase-person': { 'administrator': ALWAYS },
  'change-installation': { 'administrator': ALWAYS },

  'appoint': { 'coordinator': ALWAYS, 'administrator': ALWAYS },
  'invite-partner': { 'coordinator': COALITION_MAY_CHANGE },
  'set-partner-rights': { 'coordinator': COALITION_MAY_CHANGE },
  'end-partnership': { 'coordinator': COALITION_MAY_CHANGE },
  'see-contacts': { 'coordinator': ALWAYS },
  'invite-colleague': { 'mandate-holder': ALWAYS },
  'set-colleague-rights': { 'mandate-holder': ALWAYS },
  'give-organisation-role': { 'mandate-holder': ALWAYS },
  'leave-dossier': { 'mandate-holder': ALWAYS },
  'read-dossier': { ...leaders(ALWAYS), 'observe': ALWAYS, 'mandate-holder': ALWAYS },
  'describe-dossier': { 'coordinator': ALWAYS },
  'archive-dossier': { 'coordinator': ALWAYS },
  'record-partner-logo-leave': { 'coordinator': ALWAYS },

  'start-statement': leaders(ALWAYS),
  'rename-statement': leaders(ALWAYS),
  'duplicate-statement': leaders(ALWAYS),
  'archive-statement': leaders(ALWAYS),
  'choose-participants': leaders(ALWAYS),
  'delete-statement': { 'coordinator': IN_STATEMENT },
  'stop-statement': { 'coordinator': UNTIL_PUBLICATION },
  /** The coordinator for everybody, a mandate holder for colleagues. */
  'set-statement-right': { 'coordinator': COALITION_MAY_CHANGE, 'mandate-holder': ALWAYS },

  'read-draft': { ...leaders(IN_STATEMENT), 'observe': IN_STATEMENT, 'mandate-holder': IN_STATEMENT },
  'read-round-version': { ...leaders(IN_STATEMENT), 'observe': IN_STATEMENT, 'mandate-holder': IN_STATEMENT, 'link': IN_STATEMENT, 'logo-link': IN_STATEMENT, 'reading-link': IN_STATEMENT },
  'comment': { ...leaders(TALKING), 'read-along': TALKING },
  'propose': { 'propose': TALKING },
  'write': { 'final-editor': WRITING, 'write': WRITING },
  'decide-proposal': { 'final-editor': WRITING, 'write': WRITING },
  'mark-editorial': { 'final-editor': WRITING },
  'reopen-draft': leaders(['concept', 'round-closed', 'published']),

  'open-round': { 'coordinator': WRITING },
  'move-date': { 'coordinator': ROUND },
  'ask-person': { 'coordinator': ROUND },
  'stop-round': { 'coordinator': ROUND },
  'close-round': { 'coordinator': ROUND },
  'remind': { 'coordinator': ROUND },
  'read-mails': { 'coordinator': IN_STATEMENT },
  'admit-late': { 'coordinator': SINCE_ROUND },
  'lift-must-answer': { 'coordinator': ['in-round', 'round-closed'] },
  'withdraw-closing': { 'coordinator': ['round-closed'] },
  'enter-telephone-yes': { 'coordinator': ROUND },

  'answer': answerers(SINCE_ROUND),
  'object-to-editorial': answerers(SINCE_ROUND),
  'accept-silence-rule': answerers(ROUND),
  'confirm-telephone': answerers(SINCE_ROUND),
  'confirm-conditions': answerers(SINCE_ROUND),
  'tick-condition': leaders(SINCE_ROUND),
  'answer-personally': { 'observe': ROUND, 'mandate-holder': ROUND, 'link': ROUND },
  'set-name-in-print': { 'observe': IN_STATEMENT, 'mandate-holder': IN_STATEMENT, 'link': IN_STATEMENT },
  'prepare-answer': { 'propose': ROUND },
  'ratify': { 'mandate-holder': SINCE_ROUND },
  'resolve': { 'mandate-holder': SINCE_ROUND },
  'withdraw-answer': { 'mandate-holder': SINCE_ROUND },
  'mistake': { 'mandate-holder': SINCE_ROUND },
  'discuss-first': answerers(ROUND),
  'not-authorised': answerers(ROUND),
  'ask-coordinator': answerers(ROUND),
  'record-mandate': { 'mandate-holder': ALWAYS },
  'set-route': { 'mandate-holder': ALWAYS },
  'see-answers': { ...leaders(IN_STATEMENT), 'observe': IN_STATEMENT, 'mandate-holder': IN_STATEMENT },
  /** Who carries which passage, beside the frozen text: the state per organisation, no words and no persons. A link without the code reads the text only (decision 11). */
  'see-carriers': { ...leaders(IN_STATEMENT), 'observe': IN_STATEMENT, 'mandate-holder': IN_STATEMENT, 'link': IN_STATEMENT },
  'see-secretariat-reservations': leaders(IN_STATEMENT),
  'see-own-answers': { 'observe': IN_STATEMENT, 'mandate-holder': IN_STATEMENT, 'link': IN_STATEMENT },

  'change-organisation': { 'mandate-holder': ALWAYS, 'coordinator': ALWAYS, 'administrator': ALWAYS },
  'manage-logos': { 'logo-manager': ALWAYS, 'mandate-holder': ALWAYS, 'link': ALWAYS, 'logo-link': ALWAYS },
  'set-printed-name': { 'logo-manager': ALWAYS, 'mandate-holder': ALWAYS, 'link': ALWAYS },
  'give-consent': { 'logo-manager': IN_STATEMENT, 'mandate-holder': IN_STATEMENT, 'link': IN_STATEMENT, 'logo-link': IN_STATEMENT },
  'revoke-consent': { 'logo-manager': IN_STATEMENT, 'mandate-holder': IN_STATEMENT, 'link': IN_STATEMENT, 'logo-link': IN_STATEMENT },
  'ask-logo': { 'coordinator': SINCE_ROUND },
  'nudge-wall': { 'coordinator': ['concept', 'in-round', 'round-closed'] },

  'adopt': { 'final-editor': ['round-closed'] },
  'withdraw-adoption': { 'final-editor': ['adopted'] },
  'publish': { 'final-editor': ['adopted'] },
  'withdraw-publication': { 'final-editor': SINCE_ROUND },
  'see-list': leaders(SINCE_ROUND),
  'see-own-line': { 'observe': SINCE_ROUND, 'mandate-holder': SINCE_ROUND, 'link': SINCE_ROUND },

  'read-published': { 'public': IN_STATEMENT },
  'read-bundle': { ...leaders(IN_STATEMENT), 'observe': IN_STATEMENT, 'mandate-holder': IN_STATEMENT },
  'use-private-layer': { 'observe': IN_STATEMENT, 'mandate-holder': IN_STATEMENT },
} as const satisfies Record<Act, Partial<Record<Role, Cell>>>

/** An API token has its person's rights but these: whatever makes an answer, consent or publication count, or says whose does, is done by a person in person (decision 10). */
export const NEVER_BY_TOKEN: readonly Act[] = [
  'merge-organisations', 'erase-person', 'answer', 'object-to-editorial', 'accept-silence-rule', 'confirm-telephone', 'confirm-conditions', 'enter-telephone-yes',
  'answer-personally', 'set-name-in-print', 'prepare-answer', 'ratify', 'resolve', 'withdraw-answer', 'mistake',
  'give-consent', 'revoke-consent', 'adopt', 'withdraw-adoption', 'publish', 'withdraw-publication', 'record-mandate', 'give-organisation-role',
]

/** Acts on an organisation's own affairs: only for the organisation one acts for. */
export const ON_OWN_ORGANISATION: readonly Act[] = [
  'invite-colleague', 'set-colleague-rights', 'give-organisation-role', 'leave-dossier', 'answer', 'accept-silence-rule', 'confirm-telephone', 'confirm-conditions', 'prepare-answer', 'ratify', 'resolve',
  'withdraw-answer', 'mistake', 'discuss-first', 'not-authorised', 'record-mandate', 'set-route', 'see-own-answers', 'manage-logos', 'set-printed-name',
  'give-consent', 'revoke-consent', 'see-own-line', 'use-private-layer', 'object-to-editorial', 'change-organisation',
]

export const whenMay = (act: Act, role: Role): Cell => (ACCESS[act] as Partial<Record<Role, Cell>>)[role] ?? []

const LETTER = {
  'no-statement': '–', 'concept': 'C', 'in-round': 'R', 'round-closed': 'K', 'adopted': 'A', 'published': 'P', 'stopped': 'S',
} as const satisfies Record<Place, string>

/** The table as Markdown, for RULES.md. */
export function accessMarkdown(): string {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const cell = (when: Cell) => (when.length === 0 ? '' : when.length === PLACES.length ? 'always' : when.map(place => LETTER[place]).join(''))
  return [
    row(['act', ...ROLES]), row(['---', ...ROLES.map(() => '---')]),
    ...ACTS.map(act => row([`${act}${NEVER_BY_TOKEN.includes(act) ? ' †' : ''}`, ...ROLES.map(role => cell(whenMay(act, role)))])),
  ].join('\n')
}
