/** What the screen says about saving: words first, and always true. */
import { m } from '@draagvlak/messages/m'
import type { ClosedBecause, SaveState } from '@draagvlak/sync/save-state'

export interface SaveWords { readonly words: string; /** For a bar of 390 px; never less true. */ readonly short: string; readonly look: 'calm' | 'busy' | 'off' | 'wrong' }

const CLOSED = {
  'signed-out': m.team_save_signed_out, 'not-yours': m.team_save_not_yours, 'no-such-text': m.team_save_no_such_text, 'closed-for-writing': m.team_save_closed,
  'too-large': m.team_save_not_taken, 'not-valid': m.team_save_not_taken, 'client-too-old': m.team_save_too_old, 'bad-frame': m.team_save_not_taken, 'read-only': m.team_save_closed,
} as const satisfies Record<ClosedBecause, () => string>

export function saveWords(state: SaveState): SaveWords {
  switch (state.is) {
    case 'connecting': return same(m.team_save_connecting(), 'busy')
    case 'connected': return same(m.team_save_connected(), 'calm')
    case 'saving': return same(m.team_save_saving(), 'busy')
    case 'saved': return same(m.team_save_saved(), 'calm')
    case 'offline-keeping': return { words: m.team_save_offline_keeping(), short: m.team_save_offline_keeping_short(), look: 'off' }
    case 'offline-kept': return { words: m.team_save_offline_kept(), short: m.team_save_offline_kept_short(), look: 'off' }
    case 'offline-not-kept': return { words: m.team_save_offline_not_kept(), short: m.team_save_offline_not_kept_short(), look: 'wrong' }
    case 'closed': return { words: CLOSED[state.because](), short: (state.because === 'client-too-old' ? m.team_save_too_old_short : CLOSED[state.because])(), look: state.because === 'closed-for-writing' || state.because === 'read-only' ? 'busy' : 'wrong' }
  }
}
const same = (words: string, look: SaveWords['look']): SaveWords => ({ words, short: words, look })
