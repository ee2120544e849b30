/** What a partner that answered before reads in the request: the earlier answer, and why it is asked again. */
import type { Id } from '@draagvlak/domain/events'
import type { PassagePrint } from '@draagvlak/domain/passage'
import { answeredBefore, type AnsweredBefore } from '@draagvlak/domain/preview-round'
import { versionOf, type Statement } from '@draagvlak/domain/statement'
import type { Passage } from '@draagvlak/editor/passage'
import { numberedName } from '@draagvlak/editor/passage-name'
import { m, type Locale } from '@draagvlak/messages/m'
import { answerInWords } from '../sign-off/in-words.ts'

/** `reconfirm`: it is the words that changed, so that the request is to confirm again. */
export interface Earlier { readonly words: string; readonly reconfirm: boolean }
/** The text that is asked about. */
export interface Text { readonly prints: readonly PassagePrint[]; readonly passages: readonly Passage[] }

/** More than this many in a mail are counted; all of them stand on the page. */
const MOST_LINES = 8

/** @param statement as it is before the round opens. */
export function earlierInWords(statement: Statement, { id, name }: { readonly id: Id; readonly name: string }, text: Text, locale: Locale): Earlier | null {
  const before = answeredBefore(statement, id, text.prints)
  if (before === null) return null
  const said = m.sign_mail_before({ organisation: name, number: versionOf(statement, before.answer.version)?.number ?? 0, answer: answerInWords(before.answer.answer, locale) }, { locale })
  const { because } = before
  return { words: `${said} ${whyAgain(before, text.passages, locale)}\n\n`, reconfirm: because === 'passages-changed' || because === 'passages-new' || because === 'condition-gone' }
}

function whyAgain({ because, passages }: AnsweredBefore, text: readonly Passage[], locale: Locale): string {
  switch (because) {
    case 'passages-changed': case 'passages-new': return m.sign_mail_before_changed({ passages: linesOf(passages, text, locale) }, { locale })
    case 'condition-gone': return m.sign_mail_before_condition({}, { locale })
    case 'conditions-open': return m.sign_mail_before_open({}, { locale })
    case 'declined-before': return m.sign_mail_before_declined({}, { locale })
    default: return m.sign_mail_before_stands({}, { locale })
  }
}

function linesOf(passages: AnsweredBefore['passages'], text: readonly Passage[], locale: Locale): string {
  const lines = passages.map(({ passageId, is }) => `- ${numberedName(text, passageId, m.shared_kind_title({}, { locale }))}: ${(is === 'new' ? m.sign_change_new : m.sign_change_changed)({}, { locale })}`)
  const more = lines.length - MOST_LINES
  return [...lines.slice(0, MOST_LINES), ...(more > 0 ? [m.sign_mail_before_more({ count: more }, { locale })] : [])].join('\n')
}
