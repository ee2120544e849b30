/** The mail as it will go, with the dates and the note as they are filled in. */
import { m } from '@draagvlak/messages/m'
import type { ReactNode } from 'react'
import { dayAndTime } from '../ui/dates.ts'
import { momentOf } from './moments.ts'
import type { Preview, RoundWish } from './round-wish.ts'

export function MailPreview({ preview, wish }: { readonly preview: Preview; readonly wish: RoundWish }): ReactNode {
  const { zone } = preview.suggestedDates
  // The mail was made with the suggested dates: each stands in it as written in full.
  const withDate = (text: string, which: 'answerBy' | 'closesAt'): string => {
    const chosen = momentOf(wish.dates[which], zone)
    return chosen ? replaceDate(text, preview.suggestedDates[which], chosen, zone) : text
  }
  const text = withDate(withDate(preview.mail.text, 'answerBy'), 'closesAt')
  return (
    <div className="mail-preview">
      <p className="strong">{preview.mail.subject}</p>
      <p className="small quiet">{m.team_open_mail_what()}</p>
      <div className="mail-text">{text.split('\n\n').map((paragraph, index) => <p key={index}>{paragraph}</p>)}{wish.note.trim() ? <p className="mail-note"><span className="small quiet">{m.team_open_mail_note()}</span><br />{wish.note.trim()}</p> : null}</div>
    </div>
  )
}

function replaceDate(text: string, from: string, to: string, zone: string): string {
  for (const locale of ['nl', 'en'] as const) {
    const [was, is] = [dayAndTime(from, { zone, locale }), dayAndTime(to, { zone, locale })]
    if (text.includes(was)) return text.replaceAll(was, is)
    const plain = was.replaceAll(/\s/gu, ' ')
    if (text.includes(plain)) return text.replaceAll(plain, is)
  }
  return text
}
