/** The steps from each schema to the next: what a text that an older program wrote becomes in a newer one, on the server's document and without losing what others type. */
import * as Y from 'yjs'
import { whyInvalid, type Invalid } from './gate.ts'

export interface SchemaStep {
  /**
   * Raises in place what needs it, and nothing else. It is given a text of the schema before, or one that was raised already: then it changes nothing.
   * What it leaves alone keeps what others type at this moment; where it can it changes an attribute and does not put another passage in the place of one.
   * It changes the form and never what a passage says: its fingerprint stays (F12).
   */
  readonly raise: (ydoc: Y.Doc) => void
  /** The gate of the schema before, see `whyInvalid`: what stands in a room until it is raised must be readable for those who know only that. */
  readonly gateBefore: (ydoc: Y.Doc, touched?: Iterable<unknown>) => Invalid | null
}
/** From schema 1 to 2 stands first, from 2 to 3 second, and so on. */
export type SchemaSteps = readonly SchemaStep[]

/** As many as `SCHEMA_VERSION` is above 1. */
export const SCHEMA_STEPS: SchemaSteps = []

/** The newest schema that a program with these steps knows. */
export const newestSchema = (steps: SchemaSteps): number => steps.length + 1

/** The gate for a text under this schema. */
export const gateOf = (schema: number, steps: SchemaSteps): SchemaStep['gateBefore'] => steps[schema - 1]?.gateBefore ?? whyInvalid

/**
 * Raises a text, all steps in one transaction.
 * @returns the one update that does it; null where nothing needed it.
 * @throws RangeError for a schema that a program with these steps does not know.
 */
export function raiseText(ydoc: Y.Doc, from: number, to: number, steps: SchemaSteps): Uint8Array | null {
  if (from < 1 || from > to || to > newestSchema(steps)) throw new RangeError(`schema ${from} can't be raised to ${to} by a program that knows 1 to ${newestSchema(steps)}`)
  let update: Uint8Array | null = null
  const keep = (made: Uint8Array): void => { update = made }
  ydoc.on('update', keep)
  try {
    ydoc.transact(() => { for (const { raise } of steps.slice(from - 1, to - 1)) raise(ydoc) })
  } finally {
    ydoc.off('update', keep)
  }
  return update
}
