/** The one act that comes next, by role and stage, as a word and the screen where it is done. */
import type { StatementFull } from '@draagvlak/api/statement'
import { m } from '@draagvlak/messages/m'

export interface PrimaryAct { readonly words: string; readonly to: 'round' | 'public' }

export function primaryAct({ phase, may, round, access, myRoles }: Pick<StatementFull, 'phase' | 'may' | 'round' | 'access' | 'myRoles'>): PrimaryAct | null {
  const toRound = (words: string): PrimaryAct => ({ words, to: 'round' })
  switch (phase) {
    case 'concept':
      return may.includes('open-round') && myRoles.includes('coordinator') ? toRound(m.team_act_open_round()) : round && access !== 'none' ? toRound(m.team_to_round()) : null
    // Who leads the round finds the own answer there, beside the rest.
    case 'in-round': return toRound(may.includes('answer') && !myRoles.includes('coordinator') ? m.team_act_answer() : m.team_to_round())
    case 'round-closed': return toRound(may.includes('adopt') ? m.team_act_adopt() : m.team_to_round())
    case 'adopted': return toRound(may.includes('publish') ? m.team_act_publish() : m.team_to_round())
    case 'published': return { words: m.team_act_see_edition(), to: 'public' }
    case 'stopped': return null
  }
}
