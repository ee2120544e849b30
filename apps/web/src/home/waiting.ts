/** What can wait for a person: the sentence, the word on the button, and the screen where it is done. */
import type { AnswerOf } from '@draagvlak/api/endpoint'
import type { seeHome } from '@draagvlak/api/desk'
import { m } from '@draagvlak/messages/m'

export type Waiting = AnswerOf<typeof seeHome>['forMe'][number]
type Sentence = (inputs: { organisation: string }) => string
export type Where = 'text' | 'round' | 'dossier' | 'organisation'
interface Act { readonly say: Sentence; readonly press: () => string; readonly where: Where }

export const ACTS = {
  'answer': { say: m.team_home_answer, press: m.team_home_do_answer, where: 'round' },
  'reconfirm': { say: m.team_home_reconfirm, press: m.team_home_do_answer, where: 'round' },
  'ratify': { say: m.team_home_ratify, press: m.team_home_do_look, where: 'round' },
  'logo': { say: m.team_home_logo, press: m.team_home_do_logo, where: 'organisation' },
  'adopt': { say: () => m.team_home_adopt(), press: m.team_home_do_adopt, where: 'round' },
  'publish': { say: () => m.team_home_publish(), press: m.team_home_do_publish, where: 'round' },
  'close-round': { say: () => m.team_home_close_round(), press: m.team_home_do_close, where: 'round' },
  'invite-named': { say: () => m.team_home_invite_named(), press: m.team_home_do_ask, where: 'round' },
  'condition': { say: () => m.team_home_condition(), press: m.team_home_do_meet, where: 'round' },
  'confirm-telephone': { say: () => m.team_home_confirm_telephone(), press: m.team_home_do_confirm, where: 'round' },
  'admit-late': { say: () => m.team_home_admit_late(), press: m.team_home_do_look, where: 'round' },
  'start-statement': { say: () => m.team_home_start_statement(), press: m.team_home_do_start, where: 'dossier' },
  'invitation-declined': { say: () => m.team_home_invitation_declined(), press: m.team_home_do_look, where: 'dossier' },
  'invite-partners': { say: () => m.team_home_invite_partners(), press: m.team_home_do_invite, where: 'dossier' },
} as const satisfies Record<Waiting['what'], Act>

/** The address where it is done. */
export function addressOf(waiting: Waiting, organisationId: string | null): string {
  const { where } = ACTS[waiting.what]
  if (where === 'organisation' && organisationId) return `/organisaties/${organisationId}`
  if (waiting.statementId) return `/teksten/${waiting.statementId}${where === 'round' ? '/ronde' : ''}`
  return waiting.dossierId ? `/dossiers/${waiting.dossierId}` : '/'
}
