/** The words of a row on the board: what was answered, what is waited for, and why a partner deviates. */
import type { Board, BoardRow } from '@draagvlak/api/round'
import type { StatementFull } from '@draagvlak/api/statement'
import { m } from '@draagvlak/messages/m'
import type { BeamState } from '../ui/beam-sentence.ts'
import { shortDay } from '../ui/dates.ts'

type Word = () => string
export type Group = BoardRow['group']
export type ReservationView = BoardRow['reservations'][number]
/** By what has to happen, not by alphabet. */
export const GROUPS = ['late', 'waiting', 'reconfirm', 'reserved', 'declined', 'agreed', 'not-asked'] as const satisfies readonly Group[]
const GROUP_WORDS = {
  late: m.team_round_group_late, waiting: m.team_round_group_waiting, reconfirm: m.team_round_group_reconfirm, reserved: m.team_round_group_reserved, declined: m.team_round_group_declined, agreed: m.team_round_group_agreed, 'not-asked': m.team_round_group_not_asked,
} as const satisfies Record<Group, Word>
/** Once a round has ended nobody waits for an answer any more: it came, or it did not. */
export const groupWords = (group: Group, { phase }: Pick<StatementFull, 'phase'>): string => (group === 'waiting' && phase !== 'in-round' ? m.team_round_group_unanswered() : GROUP_WORDS[group]())
export const RESERVATION_WORDS = {
  'members': m.team_round_reservation_members, 'substance': m.team_round_reservation_substance, 'no-unless': m.team_round_reservation_no_unless, 'form': m.team_round_reservation_form,
} as const satisfies Record<ReservationView['kind'], Word>
export const VISIBILITY_WORDS = { secretariat: m.team_visible_secretariat, partners: m.team_visible_partners, public: m.team_visible_public } as const satisfies Record<ReservationView['visibility'], Word>
export const LOGO_WORDS = {
  'consented': m.team_round_logo_consented, 'not-asked': m.team_round_logo_not_asked, 'refused': m.team_round_logo_refused, 'no-logo': m.team_round_logo_none, 'revoked': m.team_round_logo_revoked,
} as const satisfies Record<BoardRow['logo'], Word>

const STATE_WORDS = {
  'asked': m.team_round_state_asked, 'provisional': m.team_round_state_provisional, 'agreed': m.team_round_state_agreed, 'reserved': m.team_round_state_reserved, 'declined': m.team_round_state_declined,
  'withdrawn': m.team_round_state_withdrawn, 'under-consideration': m.team_round_state_considered, 'not-asked': m.team_round_state_not_asked,
} as const satisfies Record<BoardRow['state'], Word>

/** What this partner said, in two or three words. */
export function answerWords(row: BoardRow): string {
  if (row.dividedInside) return m.team_round_state_divided()
  if (row.late) return m.team_round_state_late()
  if (row.state === 'asked' && row.waitsFor?.what === 'discussion') return m.team_round_state_discussing()
  if (row.state === 'asked' && row.notAuthorised) return m.team_round_state_not_authorised()
  if (row.state === 'reserved' && row.reservations.some(({ kind }) => kind === 'no-unless')) return m.team_round_state_no_unless()
  return STATE_WORDS[row.state]()
}

export function swatchOf({ group, beam }: Pick<BoardRow, 'group' | 'beam'>): BeamState {
  switch (group) {
    case 'late':
    case 'waiting': return 'waiting'
    case 'reconfirm': return 'reconfirm'
    case 'declined': return 'declined'
    case 'agreed': return 'carries'
    case 'not-asked': return 'not-asked'
    // *Nee, tenzij* carries nothing until it is confirmed (S4).
    case 'reserved': return beam.some(({ state }) => state === 'reserved' || state === 'carries') ? 'reserved' : beam[0]?.state ?? 'waiting'
  }
}

const NOT_ASKED_BECAUSE = { 'joined-later': m.team_round_joined_later, 'left-out': m.team_round_left_out } as const satisfies Record<NonNullable<BoardRow['notAskedBecause']>, Word>
/** Why a round did not ask this partner. */
export const notAskedWords = ({ notAskedBecause }: Pick<BoardRow, 'notAskedBecause'>): string | null => (notAskedBecause ? NOT_ASKED_BECAUSE[notAskedBecause]() : null)

/** Who answered, when and how; the same for a yes as for a no. */
export function saidWords(row: BoardRow, { versions, dossier: { zone } }: Pick<StatementFull, 'versions' | 'dossier'>): string | null {
  const said = [
    row.capacity === 'personal' ? m.team_round_personal() : null,
    row.at ? shortDay(row.at, { zone }) : null,
    row.via === 'telephone' ? m.team_round_by_telephone() : null,
    row.group === 'reconfirm' && row.version ? m.team_round_answered_version({ number: versions.find(({ hash }) => hash === row.version)?.number ?? '?' }) : null,
    row.dividedInside ? m.team_round_only_own() : null,
    notAskedWords(row),
  ].filter((part) => part !== null)
  return said.length === 0 ? null : [row.person?.name ?? null, ...said].filter((part) => part !== null).join(', ')
}

/** Whether its logo may stand there, for a partner whose name would. */
export const logoLine = ({ group, logo }: Pick<BoardRow, 'group' | 'logo'>): string | null => (group === 'declined' || group === 'not-asked' ? null : `${LOGO_WORDS[logo]()}.`)

type WaitSentence = (row: BoardRow) => string
const WAITS: Readonly<Record<string, WaitSentence>> = {
  'answer': ({ person }) => person?.name ?? m.team_round_waits_person(),
  'discussion': () => m.team_round_waits_discussion(),
  'naming': () => m.team_round_waits_naming(),
  'admission': () => m.team_round_waits_admission(),
  'consideration': () => m.team_round_waits_consideration(),
  'ratification': () => m.team_round_waits_ratification(),
  'resolution': () => m.team_round_waits_resolution(),
  'telephone-confirmation': ({ person }) => person ? m.team_round_waits_telephone_of({ name: person.name }) : m.team_round_waits_telephone(),
  'reconfirmation': ({ person }) => person?.name ?? m.team_round_waits_person(),
  'conditions': () => m.team_round_waits_conditions(),
  'members': ({ reservations }) => reservations.find(({ kind }) => kind === 'members')?.body ?? m.team_round_waits_members(),
}
/** Who is to move next. */
export const waitsWords = (row: BoardRow): string | null => (row.waitsFor ? WAITS[row.waitsFor.what]?.(row) ?? null : null)

/** Until or from when: *haalbaar voor wo 16 sept*. Today is no news. */
export function waitsUntil({ waitsFor }: Pick<BoardRow, 'waitsFor'>, today: string, zone: string): string | null {
  if (!waitsFor?.until || waitsFor.until <= today) return null
  const day = shortDay(waitsFor.until, { zone })
  return waitsFor.what === 'answer' ? m.team_round_feasible({ day }) : waitsFor.what === 'discussion' ? m.team_round_until({ day }) : m.team_round_on({ day })
}

/** Why a partner deviates, by organisation, for the lists under the beams. */
export function reasonsOf(board: Board | null, zone: string): ReadonlyMap<string, string> {
  return new Map(board?.rows.flatMap((row) => {
    const words = row.reservations.find(({ text }) => text)?.text ?? row.explanation
    const until = row.waitsFor?.until ? shortDay(row.waitsFor.until, { zone }) : null
    const reason = words ? m.team_quoted({ text: words }) : until && row.waitsFor?.what === 'discussion' ? m.team_round_until({ day: until }) : notAskedWords(row)
    return reason ? [[row.organisation.id, reason] as const] : []
  }) ?? [])
}
