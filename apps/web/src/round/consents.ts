/** The leave for logos as the events tell it: what was given and not taken back. */
import type { EventView } from '@draagvlak/api/event'
import type { StatementFact } from '@draagvlak/domain/events'

export type ConsentGiven = Extract<StatementFact, { type: 'consent-given' }>['data']

/** @param events newest first. */
export function consentsIn(events: readonly EventView[], organisationId: string): ConsentGiven[] {
  const revoked = new Set(events.flatMap(({ type, data }) => (type === 'consent-revoked' && data ? [data.consentId] : [])))
  return events.flatMap(({ type, data }) => (type === 'consent-given' && data?.organisationId === organisationId && !revoked.has(data.consentId) ? [data as unknown as ConsentGiven] : []))
}
