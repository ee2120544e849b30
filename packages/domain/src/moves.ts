/** [S1] The move table: what each act does to the state of an organisation's answer. It is complete, and the whole truth about moves. */
import type { Answer } from './events.ts'
import type { Refusal } from './refusals.ts'

/** No states: stale (a verdict per passage), late (a mark, L5), divided (M3). */
export const SIGN_OFF_STATES = ['asked', 'provisional', 'agreed', 'reserved', 'declined', 'withdrawn'] as const
export type SignOffState = (typeof SIGN_OFF_STATES)[number]

export const MOVE_NAMES = [
  'ask-again', 'agree', 'reserve', 'decline', 'answer-provisionally', 'contradict', 'prepare', 'telephone', 'confirm-telephone', 'ratify',
  'answer-late', 'decline-late', 'admit-late', 'confirm-conditions', 'withdraw', 'mistake', 'discuss-first', 'not-authorised', 'ask-question', 'answer-personally',
] as const
export type Move = (typeof MOVE_NAMES)[number]

/** `as-answered`: what the answer concerned says. `as-before`: what counted before that answer, or asked. */
export type Outcome = SignOffState | 'as-answered' | 'as-before' | { readonly because: Refusal }

const no = <R extends Refusal>(because: R): { readonly because: R } => ({ because })

/** Every act leaves the state as it is for these: they are no answers. */
const noAnswer = <S extends SignOffState>(state: S) =>
  ({ 'discuss-first': state, 'not-authorised': state, 'ask-question': state, 'answer-late': state, 'answer-personally': state }) as const

/** A mandate holder answers from any state, and the newest counts. */
const holderAnswers = { 'agree': 'agreed', 'reserve': 'reserved', 'decline': 'declined', 'decline-late': 'declined', 'admit-late': 'as-answered' } as const

/** Once a mandate holder has spoken, nobody without a mandate moves it (M3), and the coordinator enters nothing over it (M4). */
const holderHasSpoken = {
  'answer-provisionally': no('mandate-holder-has-answered'), 'telephone': no('mandate-holder-has-answered'),
  'contradict': 'provisional', 'ratify': no('nothing-to-ratify'), 'confirm-telephone': no('nothing-to-confirm'),
} as const

export const MOVES = {
  'asked': {
    ...holderAnswers, ...noAnswer('asked'), 'ask-again': 'asked',
    'answer-provisionally': 'provisional', 'contradict': no('nothing-to-contradict'), 'prepare': 'provisional', 'telephone': 'provisional',
    'confirm-telephone': no('nothing-to-confirm'), 'ratify': no('nothing-to-ratify'), 'confirm-conditions': no('no-conditions-to-confirm'),
    'withdraw': no('nothing-to-withdraw'), 'mistake': no('no-answer-yet'),
  },
  'provisional': {
    ...holderAnswers, ...noAnswer('provisional'), 'ask-again': 'provisional',
    'answer-provisionally': 'provisional', 'contradict': 'provisional', 'prepare': 'provisional', 'telephone': 'provisional',
    'confirm-telephone': 'as-answered', 'ratify': 'as-answered', 'confirm-conditions': no('no-conditions-to-confirm'),
    'withdraw': 'as-before', 'mistake': 'as-before',
  },
  'agreed': {
    ...holderAnswers, ...noAnswer('agreed'), ...holderHasSpoken, 'ask-again': 'agreed', 'prepare': 'agreed',
    'confirm-conditions': no('no-conditions-to-confirm'), 'withdraw': 'withdrawn', 'mistake': 'asked',
  },
  'reserved': {
    ...holderAnswers, ...noAnswer('reserved'), ...holderHasSpoken, 'ask-again': 'reserved', 'prepare': 'reserved',
    'confirm-conditions': 'reserved', 'withdraw': 'withdrawn', 'mistake': 'asked',
  },
  'declined': {
    ...holderAnswers, ...noAnswer('declined'), ...holderHasSpoken, 'ask-again': 'asked', 'prepare': 'declined',
    'confirm-conditions': no('no-conditions-to-confirm'), 'withdraw': no('nothing-to-withdraw'), 'mistake': 'asked',
  },
  'withdrawn': {
    ...holderAnswers, ...noAnswer('withdrawn'), 'ask-again': 'asked',
    'answer-provisionally': 'provisional', 'contradict': no('nothing-to-contradict'), 'prepare': 'provisional', 'telephone': 'provisional',
    'confirm-telephone': no('nothing-to-confirm'), 'ratify': no('nothing-to-ratify'), 'confirm-conditions': no('no-conditions-to-confirm'),
    'withdraw': no('nothing-to-withdraw'), 'mistake': 'asked',
  },
} as const satisfies Record<SignOffState, Record<Move, Outcome>>

export const outcomeOf = (state: SignOffState, move: Move): Outcome => MOVES[state][move]

/** The lawful "no" of a move, or null where the table lets it through. */
export function whyNotMove(state: SignOffState, move: Move): Refusal | null {
  const outcome = outcomeOf(state, move)
  return typeof outcome === 'string' ? null : outcome.because
}

export const MOVE_OF_ANSWER = { agreed: 'agree', reserved: 'reserve', declined: 'decline' } as const satisfies Record<Answer, Move>
