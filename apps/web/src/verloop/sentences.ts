/** Every kind of fact as a sentence for a lay reader: complete, or it does not compile. */
import type { StatementFact } from '@draagvlak/domain/events'
import type { RelatedFact } from '@draagvlak/domain/related'
import { m } from '@draagvlak/messages/m'
import type { BeamState } from '../ui/beam-sentence.ts'
import { dayAndTime, dayInFull, dayWithoutWeekday } from '../ui/dates.ts'
import { RIGHT_WORDS } from '../ui/words.ts'

/** What an id is called, as far as this reader may know. */
export interface Names {
  readonly organisation: (id: string) => string
  readonly person: (id: string) => string
  /** The number of a version. */
  readonly version: (hash: string) => string
  readonly zone: string
  /** The organisation that did it, by name. */
  readonly by: string
}
export type Matter = 'decisions' | 'answers' | 'logos' | 'rest'
export interface Told {
  /** Comes first and strong: the organisation that acts, or what was decided. */
  readonly lead: string
  readonly text: string
  /** In somebody's own words. */
  readonly quote?: string | undefined
  readonly state?: BeamState
  readonly matter: Matter
  /** One of the acts that a text turns on. */
  readonly big?: true
}
export type FactType = StatementFact['type'] | RelatedFact['type']
type DataOf<T extends FactType> = Extract<StatementFact | RelatedFact, { type: T }>['data']
type Sentences = { readonly [T in FactType]: (data: DataOf<T>, names: Names) => Told }

const decided = (lead: string, text: string, quote?: string | null): Told => ({ lead, text, matter: 'decisions', big: true, quote: quote ?? undefined })
const rest = (lead: string, text: string, quote?: string | null): Told => ({ lead, text, matter: 'rest', quote: quote ?? undefined })
const answer = (lead: string, text: string, state?: BeamState, quote?: string | null): Told => ({ lead, text, matter: 'answers', quote: quote ?? undefined, ...(state ? { state } : {}) })
const logo = (lead: string, text: string, quote?: string | null): Told => ({ lead, text, matter: 'logos', quote: quote ?? undefined })
const logos = (list: readonly { readonly logo: unknown }[]): number => list.filter((line) => line.logo !== null).length

const GIVEN = { agreed: m.team_verloop_agrees, reserved: m.team_verloop_reserves, declined: m.team_verloop_declines } as const
const STATES = { agreed: 'carries', reserved: 'reserved', declined: 'declined' } as const satisfies Record<string, BeamState>

export const SENTENCES: Sentences = {
  'statement-started': ({ title, copiedFrom }) => decided(m.team_verloop_started(), copiedFrom ? m.team_verloop_started_copy({ title }) : m.team_verloop_started_as({ title })),
  'statement-renamed': ({ title }) => rest(m.team_verloop_renamed(), m.team_verloop_renamed_to({ title })),
  'word-budget-set': ({ wordBudget }) => rest(m.team_verloop_budget(), wordBudget === null ? m.team_verloop_budget_none() : m.team_verloop_budget_is({ words: wordBudget })),
  'participants-set': ({ organisationIds }, { organisation }) => rest(m.team_verloop_participants(), organisationIds === 'all' ? m.team_verloop_participants_all() : `${organisationIds.map(organisation).join(', ')}.`),
  'right-set': ({ organisationId, personId, right }, { organisation, person }) => rest(organisation(organisationId), right ? m.team_verloop_right({ person: person(personId), right: RIGHT_WORDS[right]() }) : m.team_verloop_right_none({ person: person(personId) })),
  'right-follows-dossier': ({ organisationId, personId }, { organisation, person }) => rest(organisation(organisationId), m.team_verloop_right_dossier({ person: person(personId) })),
  'statement-archived': () => rest(m.team_verloop_archived(), m.team_verloop_archived_what()),
  'statement-unarchived': () => rest(m.team_verloop_unarchived(), m.team_verloop_unarchived_what()),
  'statement-deleted': () => decided(m.team_verloop_deleted(), m.team_verloop_deleted_what()),
  'statement-stopped': ({ reason }) => decided(m.team_verloop_stopped(), '', reason),
  'version-frozen': ({ number, words, passages }) => decided(m.team_verloop_frozen({ number }), m.team_verloop_frozen_what({ words, count: passages.length })),
  'round-opened': ({ asked, dates, minimum }, { zone }) => decided(m.team_verloop_opened(), [m.team_verloop_opened_what({ count: new Set(asked.map(({ organisationId }) => organisationId)).size, moment: dayAndTime(dates.closesAt, { zone }) }), minimum === null ? null : m.team_verloop_minimum({ count: minimum })].filter((part) => part !== null).join(' ')),
  'round-date-moved': ({ dates, reason }, { zone }) => rest(m.team_verloop_moved(), m.team_verloop_moved_to({ moment: dayAndTime(dates.closesAt, { zone }) }), reason),
  'person-asked': ({ organisationId, personId, replaces, reason }, { organisation, person }) => rest(organisation(organisationId), replaces ? m.team_verloop_asked_instead({ person: person(personId), before: person(replaces) }) : m.team_verloop_asked({ person: person(personId) }), reason),
  'silence-rule-accepted': ({ organisationId }, { organisation }) => answer(organisation(organisationId), m.team_verloop_silence_accepted()),
  'silence-counted': ({ organisationId, version }, { organisation, version: number }) => answer(organisation(organisationId), m.team_verloop_silence_counted({ number: number(version) }), 'carries'),
  'must-answer-lifted': ({ organisationId, reason }, { organisation }) => rest(organisation(organisationId), m.team_verloop_lifted(), reason),
  'reminder-sent': ({ organisationId }, { organisation }) => rest(organisation(organisationId), m.team_verloop_reminded()),
  'round-stopped': ({ reason }) => decided(m.team_verloop_round_stopped(), '', reason),
  'round-closed': () => decided(m.team_verloop_closed(), m.team_verloop_closed_what()),
  'closing-withdrawn': ({ reason }) => decided(m.team_verloop_closing_withdrawn(), m.team_verloop_closing_withdrawn_what(), reason),
  'draft-reopened': ({ reason }) => decided(m.team_verloop_reopened(), m.team_verloop_reopened_what(), reason),
  'version-read': ({ organisationId, version }, { organisation, version: number }) => answer(organisation(organisationId), m.team_verloop_read({ number: number(version) })),
  'authority-stated': ({ organisationId, capacity }, { organisation }) => answer(organisation(organisationId), capacity === 'personal' ? m.team_verloop_authority_personal() : m.team_verloop_authority()),
  'answer-given': (data, { organisation, version }) => data.capacity === 'personal' ? answer(m.team_verloop_personal(), m.team_verloop_personal_what({ organisation: organisation(data.organisationId), number: version(data.version) }))
    : answer(organisation(data.organisationId), answerWords(data, version(data.version)), data.standing === 'counts' && !data.late ? STATES[data.answer] : 'waiting'),
  'reservation-worded': ({ text, conditions }, { by }) => answer(by, conditions.length > 0 ? m.team_verloop_conditions({ count: conditions.length }) : m.team_verloop_worded(), 'reserved', [text, ...conditions].filter((part) => part !== '').join(' · ')),
  'refusal-explained': ({ text }, { by }) => answer(by, m.team_verloop_explained(), 'declined', text),
  'consideration-noted': ({ organisationId }, { organisation }) => answer(organisation(organisationId), m.team_verloop_considered(), 'waiting'),
  'discussion-asked': ({ organisationId, until }, { organisation }) => answer(organisation(organisationId), m.team_verloop_discusses({ day: dayInFull(until) }), 'waiting'),
  'not-authorised-stated': ({ organisationId, personId, named }, { organisation, person }) => answer(organisation(organisationId), named ? m.team_verloop_not_authorised_named({ person: person(personId), named: person(named) }) : m.team_verloop_not_authorised({ person: person(personId) })),
  'question-asked': ({ organisationId, text }, { organisation }) => answer(organisation(organisationId), m.team_verloop_question(), undefined, text),
  'answer-ratified': ({ organisationId }, { organisation }) => answer(organisation(organisationId), m.team_verloop_ratified()),
  'telephone-answer-confirmed': ({ organisationId }, { organisation }) => answer(organisation(organisationId), m.team_verloop_telephone_confirmed(), 'carries'),
  'condition-met': ({ condition }) => answer(m.team_verloop_condition_met({ number: condition + 1 }), m.team_verloop_condition_met_what(), 'reserved'),
  'conditions-confirmed': ({ organisationId }, { organisation }) => answer(organisation(organisationId), m.team_verloop_conditions_confirmed(), 'carries'),
  'answer-withdrawn': ({ organisationId, reason }, { organisation }) => answer(organisation(organisationId), m.team_verloop_withdrawn(), 'declined', reason),
  'answer-mistaken': ({ organisationId, reason }, { organisation }) => answer(organisation(organisationId), m.team_verloop_mistaken(), 'waiting', reason),
  'late-answer-admitted': ({ organisationId, to }, { organisation }) => answer(organisation(organisationId), to === 'this-edition' ? m.team_verloop_admitted() : m.team_verloop_admitted_next()),
  'name-in-print-set': ({ organisationId, personId, allowed }, { organisation, person }) => rest(organisation(organisationId), allowed ? m.team_verloop_print({ person: person(personId) }) : m.team_verloop_print_not({ person: person(personId) })),
  'logo-asked': ({ organisationId }, { organisation }) => logo(organisation(organisationId), m.team_verloop_logo_asked()),
  'consent-given': ({ organisationId, use }, { organisation }) => logo(organisation(organisationId), consentWords(use)),
  'consent-revoked': ({ organisationId, reason }, { organisation }) => logo(organisation(organisationId), m.team_verloop_consent_revoked(), reason),
  'statement-adopted': ({ list }) => decided(m.team_verloop_adopted(), m.team_verloop_list({ count: list.length, logos: logos(list) })),
  'adoption-withdrawn': ({ reason }) => decided(m.team_verloop_adoption_withdrawn(), '', reason),
  'edition-published': ({ number, list, embargoUntil, reason }, { zone }) => decided(m.team_verloop_published({ number }), [m.team_verloop_list({ count: list.length, logos: logos(list) }), embargoUntil ? m.team_verloop_embargo({ moment: dayAndTime(embargoUntil, { zone }) }) : null].filter((part) => part !== null).join(' '), reason),
  'publication-withdrawn': ({ number, reason }) => decided(m.team_verloop_publication_withdrawn({ number }), '', reason),
  'logo-added': ({ organisationId }, { organisation }) => logo(organisation(organisationId), m.team_verloop_logo_added()),
  'logo-retired': ({ organisationId }, { organisation }) => logo(organisation(organisationId), m.team_verloop_logo_retired()),
  'partner-logo-leave-recorded': ({ organisationId }, { organisation }) => logo(organisation(organisationId), m.team_verloop_logo_leave()),
  'organisation-renamed': ({ organisationId, name, validFrom }, { organisation }) => rest(organisation(organisationId), m.team_verloop_organisation_renamed({ name, day: dayWithoutWeekday(validFrom) })),
  'printed-name-set': ({ organisationId, printedName }, { organisation }) => rest(organisation(organisationId), printedName ? m.team_verloop_printed_as({ name: printedName }) : m.team_verloop_printed()),
  'partner-added': ({ organisationId }, { organisation }) => rest(organisation(organisationId), m.team_verloop_partner_added()),
  'partnership-ended': ({ organisationId }, { organisation }) => rest(organisation(organisationId), m.team_verloop_partnership_ended()),
}

function answerWords({ answer: given, standing, late, exceptions, reservations }: DataOf<'answer-given'>, number: string): string {
  const marks = [
    late ? m.team_verloop_mark_late() : standing === 'provisional' ? m.team_verloop_mark_provisional() : null,
    exceptions.length > 0 ? m.team_verloop_mark_exceptions({ count: exceptions.length }) : null,
    reservations.some(({ kind }) => kind === 'form') ? m.team_verloop_mark_form() : null,
  ].filter((mark) => mark !== null)
  return [GIVEN[given]({ number }), ...marks].join(' ')
}

const CHANNEL = { website: m.team_channel_website, print: m.team_channel_print, mail: m.team_channel_mail, newspaper: m.team_channel_newspaper } as const
const consentWords = ({ channels, editions, until }: DataOf<'consent-given'>['use']): string => m.team_verloop_consent({
  channels: channels.map((channel) => CHANNEL[channel]()).join(', '), editions: editions === 'this-edition' ? m.team_verloop_consent_this() : m.team_verloop_consent_all(),
  until: until ? m.team_verloop_consent_until({ day: dayWithoutWeekday(until) }) : m.team_verloop_consent_open(),
})

/** @returns null for a kind that this version of the program does not know. */
export function tell(type: string, data: Readonly<Record<string, unknown>>, names: Names): Told | null {
  return type in SENTENCES ? (SENTENCES[type as FactType] as (facts: unknown, known: Names) => Told)(data, names) : null
}
