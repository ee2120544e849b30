/** What may be said about somebody's words at this moment: never more than is known to be true. */

/** Why a connection ended for good. */
export type ClosedBecause = 'signed-out' | 'not-yours' | 'no-such-text' | 'closed-for-writing' | 'too-large' | 'not-valid' | 'client-too-old' | 'bad-frame' | 'read-only'

export type SaveState =
  /** Nothing is known yet. */
  | { readonly is: 'connecting' }
  /** In touch with the server, and nothing was typed here. */
  | { readonly is: 'connected' }
  /** Words are on their way: to the server's disk, or to the store of this browser. */
  | { readonly is: 'saving' }
  /** Everything typed here is on the server's disk. */
  | { readonly is: 'saved' }
  /** No server; the store of this browser was asked to hold what was typed last, and has not answered yet. */
  | { readonly is: 'offline-keeping' }
  /** No server; the store of this browser has answered that it holds everything. */
  | { readonly is: 'offline-kept' }
  /** No server, and no store: the words are in this tab and nowhere else. */
  | { readonly is: 'offline-not-kept' }
  | { readonly is: 'closed'; readonly because: ClosedBecause }

export interface SaveFacts {
  readonly closed: ClosedBecause | null
  /** Both sides have told each other on this connection what they have. */
  readonly inTouch: boolean
  /** The first attempt to connect has failed or succeeded. */
  readonly tried: boolean
  /** Something was typed here, now or in an earlier page that the store remembers. */
  readonly typed: boolean
  /** Something typed here is not known to be on the server's disk. */
  readonly unsaved: boolean
  /** What the store of this browser says: it has all, it has been asked, it refuses. */
  readonly store: 'has-all' | 'asked' | 'refuses'
}

export function saveState({ closed, inTouch, tried, typed, unsaved, store }: SaveFacts): SaveState {
  if (closed !== null) return { is: 'closed', because: closed }
  if (inTouch) return { is: unsaved ? 'saving' : typed ? 'saved' : 'connected' }
  if (store === 'refuses') return tried || unsaved ? { is: 'offline-not-kept' } : { is: 'connecting' }
  if (store === 'asked') return { is: !unsaved ? 'connecting' : tried ? 'offline-keeping' : 'saving' }
  return { is: tried ? 'offline-kept' : 'connecting' }
}

/** Whether words would be gone with this tab. */
export const onlyInThisTab = ({ unsaved, store }: Pick<SaveFacts, 'unsaved' | 'store'>): boolean => unsaved && store !== 'has-all'
