/** Which law folds which stream: its name says which kind it is; a statement's name with an organisation behind it is a private layer. */
import { applyDossier, type Dossier } from '@draagvlak/domain/dossier'
import type { DossierStream, OrganisationStream, PrivateStream, StatementStream } from '@draagvlak/domain/events'
import { applyOrganisation, type Organisation } from '@draagvlak/domain/organisation'
import { applyPrivate, type PrivateLayer } from '@draagvlak/domain/private'
import { applyStatement, type Statement } from '@draagvlak/domain/statement'

export type Stream = OrganisationStream | DossierStream | StatementStream | PrivateStream
export type StateOf<S extends Stream> =
  S extends OrganisationStream ? Organisation : S extends DossierStream ? Dossier : S extends PrivateStream ? PrivateLayer : Statement

export type StreamKind = 'organisation' | 'dossier' | 'statement' | 'private'

/** @throws Error for a stream of a kind that nobody knows. */
export function kindOf(stream: string): StreamKind {
  const [kind, , organisationId] = stream.split('/')
  if (kind === 'statement') return organisationId === undefined ? 'statement' : 'private'
  if (kind === 'organisation' || kind === 'dossier') return kind
  throw new Error(`No law folds the stream ${stream}`)
}

type Apply = (state: never, event: never) => unknown
const APPLY = { organisation: applyOrganisation, dossier: applyDossier, statement: applyStatement, private: applyPrivate } satisfies Record<StreamKind, Apply>

/** Carries the stored state of a stream one event further. */
export function carryForward(state: unknown, event: { readonly stream: string }): unknown {
  const apply: Apply = APPLY[kindOf(event.stream)]
  return apply(state as never, event as never)
}
