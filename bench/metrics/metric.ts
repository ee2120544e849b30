/** What every metric gets and gives. */
import type { Figure } from '../figures.ts'
import type { Scale } from '../options.ts'
import type { Site } from '../site.ts'

export interface Bench {
  /** Started, and empty. */
  readonly site: Site
  readonly scale: Scale
  readonly round: number
  readonly trace: string | null
}
export interface Metric {
  readonly name: string
  /** Does not become truer by doing it again in every round. */
  readonly once?: true
  /** Says nothing of a server that keeps nothing. */
  readonly needsDisk?: true
  /** Says nothing of a server that can't share its database with another. */
  readonly needsSecond?: true
  readonly measure: (bench: Bench) => Promise<Figure[]>
}
