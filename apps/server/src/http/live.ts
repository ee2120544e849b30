/** Tells open screens that a stream moved on: everything recorded on any node, in one place. */
export interface Moved { readonly stream: string; readonly revision: number }
export interface Live {
  /** Something was recorded, here or on another node. */
  tell(moved: Moved): void
  /** Messages may have been lost: whoever listens should fetch again. */
  gap(): void
  listen(heard: (moved: Moved | 'gap') => void): () => void
}

export function createLive(): Live {
  const listeners = new Set<(moved: Moved | 'gap') => void>()
  const tellAll = (what: Moved | 'gap') => { for (const listener of listeners) listener(what) }
  return {
    tell: tellAll,
    gap: () => tellAll('gap'),
    listen(heard) {
      listeners.add(heard)
      return () => listeners.delete(heard)
    },
  }
}
