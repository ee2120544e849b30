/** What can be done with a statement as a whole, and in words why not: asked from the acts that the server allows. */
import type { StatementFull } from '@draagvlak/api/statement'
import type { Act } from '@draagvlak/domain/access-table'
import { m } from '@draagvlak/messages/m'
import { sayWhy } from '@draagvlak/messages/refusals'

export type LifeAct = 'withdraw-edition' | 'rename' | 'participants' | 'duplicate' | 'archive' | 'rights' | 'stop' | 'delete'
export type Living = Pick<StatementFull, 'may' | 'myRoles' | 'stage' | 'edition' | 'round'>

const ACT = {
  'withdraw-edition': 'withdraw-publication', 'rename': 'rename-statement', 'participants': 'choose-participants', 'duplicate': 'duplicate-statement', 'archive': 'archive-statement', 'rights': 'set-statement-right', 'stop': 'stop-statement', 'delete': 'delete-statement',
} as const satisfies Record<LifeAct, Act>

/** Whoever leads the dossier sees the acts, also those of the other role; to everybody else they would only be noise. */
export const leadsIt = ({ myRoles }: Pick<StatementFull, 'myRoles'>): boolean => myRoles.includes('coordinator') || myRoles.includes('final-editor')

/** Whoever may at some time change what people may do with this text: the others would see a list they can do nothing with. */
export const setsRights = ({ myRoles }: Pick<StatementFull, 'myRoles'>): boolean => myRoles.includes('coordinator') || myRoles.includes('mandate-holder')

/** Null where the act can be done now. The server looks again: somebody may have been asked in the meantime. */
export function whyNotLife(act: LifeAct, { may, myRoles, stage, edition, round }: Living): string | null {
  if (act === 'delete' && round !== null) return sayWhy('partners-were-asked')
  if (act === 'stop' && stage === 'gestopt') return sayWhy('statement-is-stopped')
  if (act === 'stop' && edition !== null) return sayWhy('already-published')
  if (may.includes(ACT[act])) return null
  if (act === 'withdraw-edition' && !myRoles.includes('final-editor')) return m.team_out_only_final_editor()
  if ((act === 'delete' || act === 'stop') && !myRoles.includes('coordinator')) return m.team_life_only_coordinator()
  return sayWhy(stage === 'gestopt' ? 'statement-is-stopped' : may.length === 0 ? 'not-yours' : 'not-at-this-stage')
}
