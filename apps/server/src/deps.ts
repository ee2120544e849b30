/** What the parts of the house are handed: made once in main.ts, and in the tests. */
import type { Instant } from '@draagvlak/domain/events'
import type { SchemaSteps } from '@draagvlak/editor/schema-steps'
import type { Logger } from 'pino'
import type { Config } from './config.ts'
import type { Live } from './http/live.ts'
import type { Meter } from './meter.ts'
import type { Bus } from './store/bus.ts'
import type { Connection } from './store/database.ts'
import type { Events } from './store/events.ts'

export interface Deps {
  readonly config: Config
  readonly secret: string
  readonly connection: Connection
  readonly events: Events
  readonly bus: Bus
  readonly live: Live
  readonly log: Logger
  readonly meter: Meter
  readonly now: () => Instant
  /** From each schema of a text to the next: those of the editor, or invented ones in a test. */
  readonly steps: SchemaSteps
  /** Wakes the sender of mail after a commit. */
  readonly mailWaits: () => void
  /** In tests every answer is checked against the contract. */
  readonly checkAnswers: boolean
}
