/** [P1, M3] What one organisation prepared about a statement among itself, and whether its own people disagree. */
import type { Answer, Id, Instant, Kept, PrivateFact, Sha256 } from './events.ts'

export interface Prepared {
  readonly preparedId: Id; readonly roundId: Id; readonly version: Sha256; readonly personId: Id; readonly answer: Answer; readonly note: string
  readonly at: Instant; readonly withdrawn: boolean
}

export interface PrivateLayer {
  readonly statementId: Id
  readonly organisationId: Id
  readonly revision: number
  /** In the order in which they were prepared; the last one of a person in a round is the one that person means. */
  readonly prepared: readonly Prepared[]
  readonly resolved: readonly { readonly roundId: Id; readonly personId: Id; readonly at: Instant }[]
}

export function foldPrivate(events: readonly Kept<PrivateFact>[]): PrivateLayer | null {
  return events.reduce<PrivateLayer | null>(applyPrivate, null)
}

/** Carries a state one event further. An erased event changes nothing but the revision. */
export function applyPrivate(state: PrivateLayer | null, event: Kept<PrivateFact>): PrivateLayer {
  const [, statementId = '', organisationId = ''] = event.stream.split('/')
  const before: PrivateLayer = state ?? { statementId, organisationId, revision: 0, prepared: [], resolved: [] }
  return { ...before, ...changeOf(before, event), revision: event.revision }
}

function changeOf(state: PrivateLayer, event: Kept<PrivateFact>): Partial<PrivateLayer> {
  if (event.data === null) return {}
  switch (event.type) {
    case 'answer-prepared': return { prepared: [...state.prepared, { ...event.data, at: event.at, withdrawn: false }] }
    case 'preparation-withdrawn': {
      const { preparedId } = event.data
      return { prepared: state.prepared.map(one => (one.preparedId === preparedId ? { ...one, withdrawn: true } : one)) }
    }
    case 'division-resolved': return { resolved: [...state.resolved, { ...event.data, at: event.at }] }
  }
}

/** What each colleague means in a round: the last preparation that was not taken back. */
export function preparedIn(layer: PrivateLayer | null, roundId: Id): readonly Prepared[] {
  const last: Record<Id, Prepared> = {}
  for (const one of layer?.prepared ?? []) if (one.roundId === roundId && !one.withdrawn) last[one.personId] = one
  return Object.values(last)
}
