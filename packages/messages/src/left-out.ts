/** Why an organisation does not stand under an edition, as part of a sentence to that organisation: complete, or it does not compile. */
import type { LeftOutReason } from '@draagvlak/domain/listing'
import { m, type Locale } from './m.ts'

const REASONS = {
  'no-answer': m.sign_left_out_no_answer, 'not-asked': m.sign_left_out_not_asked, 'provisional': m.sign_left_out_provisional, 'declined': m.sign_left_out_declined, 'withdrawn': m.sign_left_out_withdrawn,
  'late': m.sign_left_out_late, 'conditions-open': m.sign_left_out_conditions, 'reconfirm': m.sign_left_out_reconfirm, 'asked-not-to-be-listed': m.sign_left_out_unlisted, 'partnership-ended': m.sign_left_out_ended,
} as const satisfies Record<LeftOutReason, unknown>

export const becauseLeftOut = (because: LeftOutReason, locale: Locale): string => REASONS[because]({}, { locale })
