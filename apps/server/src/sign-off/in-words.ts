/** An answer in the words of a mail and a confirmation: the same names of passages as on the page, and what holds from here on. */
import type { Receipt } from '@draagvlak/api/sign-off'
import type { AnswerKept } from '@draagvlak/domain/answer'
import type { Instant } from '@draagvlak/domain/events'
import type { Round } from '@draagvlak/domain/rounds'
import { isLateNow } from '@draagvlak/domain/sign-off'
import type { Passage } from '@draagvlak/editor/passage'
import { numberedName } from '@draagvlak/editor/passage-name'
import { m, type Locale } from '@draagvlak/messages/m'
import { momentInWords } from '../mail/dates.ts'

const ANSWERS = { 'agreed': m.shared_answer_agreed, 'reserved': m.shared_answer_reserved, 'declined': m.shared_answer_declined, 'discuss-first': m.shared_answer_discuss_first, 'not-authorised': m.shared_answer_not_authorised, 'logo-only': m.shared_answer_logo_only }
const LOGOS = { consented: m.shared_logo_consented, refused: m.shared_logo_refused, unchanged: m.shared_logo_unchanged }
const READERS = { secretariat: m.sign_visibility_secretariat, partners: m.sign_visibility_partners, public: m.sign_visibility_public_reason }
export const answerInWords = (answer: Receipt['answer'], locale: Locale): string => ANSWERS[answer]({}, { locale })
export const logoInWords = (logo: Receipt['logo'], locale: Locale): string => LOGOS[logo]({}, { locale })

export interface OwnWords { readonly reservations: string; readonly exceptions: string; readonly reason: string; /** Who may read the reason. */ readonly readers: string }
/** What somebody said besides yes or no, each in one line; empty where nothing was said. */
export function ownWords(kept: AnswerKept, passages: readonly Passage[], locale: Locale): OwnWords {
  const name = (id: string) => numberedName(passages, id, m.shared_kind_title({}, { locale }))
  const told = kept.reservations.flatMap((one) => {
    const words = [one.kind === 'members' ? one.body : '', one.text, ...one.conditionTexts].filter(Boolean).join('; ')
    return words === '' ? [] : [one.kind === 'substance' && one.passageId ? `${name(one.passageId)}: ${words}` : words]
  })
  const exceptions = kept.exceptions.map(({ passageId, answer }) => `${name(passageId)}: ${(answer === 'reserved' ? m.sign_exception_reserved : m.sign_exception_declined)({}, { locale })}`)
  return { reservations: told.join('; '), exceptions: exceptions.join('; '), reason: kept.explanation?.text ?? '', readers: kept.explanation ? READERS[kept.explanation.visibility]({}, { locale }) : '' }
}

/** Lines for a mail. */
export function ownWordsMailed({ reservations, exceptions, reason, readers }: OwnWords, locale: Locale): string {
  const lines = [
    reservations && m.sign_mail_words({ words: reservations }, { locale }), exceptions && m.sign_mail_exceptions({ exceptions }, { locale }), reason && m.sign_mail_reason({ reason, readers }, { locale }),
  ]
  return lines.filter((one) => one !== '').map((one) => `${one}\n`).join('')
}

/** [L5] What can still be changed, and until when: said in the mail as the rules have it at this moment. */
export function whatHolds(receipt: Receipt, round: Round, now: Instant, { logoAlone, locale }: { readonly logoAlone: boolean; readonly locale: Locale }): string {
  const say = { locale }
  if (logoAlone) return receipt.logo === 'consented' ? m.sign_mail_holds_logo({}, say) : m.sign_mail_holds_no_logo({}, say)
  if (receipt.answer === 'not-authorised') return m.sign_mail_holds_named({}, say)
  const moment = momentInWords(round.dates.closesAt, round.dates.zone, locale)
  const late = isLateNow(round, now)
  if (receipt.answer === 'discuss-first') return late ? m.sign_mail_holds_discuss_late({}, say) : m.sign_mail_holds_discuss({ moment }, say)
  if (receipt.standing === 'late') return m.sign_mail_holds_late({}, say)
  const change = late ? m.sign_mail_holds_otherwise({}, say) : (receipt.answer === 'declined' ? m.sign_mail_holds_open_declined : m.sign_mail_holds_open)({ moment }, say)
  return receipt.standing === 'provisional' ? `${m.sign_recorded_provisional({}, say)}\n\n${change}` : change
}
