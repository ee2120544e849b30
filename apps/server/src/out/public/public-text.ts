/** `/p/<slug>.txt`: the text and who stands under it, for whoever takes only plain words. */
import { plainTextOf } from '@draagvlak/editor/plain-text'
import { m } from '@draagvlak/messages/m'
import { dateInWords } from '../../mail/dates.ts'
import { passageLabels } from '../../pdf/words.ts'
import type { PublicView, Signatory } from './public-view.ts'
import { endedLine, footnoteText, inOrder, personLine, secondLines, shortFingerprint, signedBy } from './public-words.ts'

/** In the language of the text. Lines end in `\n`. */
export function publicText(view: PublicView): string {
  const { edition, stateBodies, personal, ended, footnotes, address } = view
  const { language: locale, zone } = edition
  const options = { locale }
  const name = (one: Signatory) => [`${one.name}${one.footnote === null ? '' : ` (${one.footnote})`}`, ...secondLines(one, zone, locale).map((line) => `  ${line}`)].join('\n')
  const under = (heading: string, lines: readonly string[]) => lines.length === 0 ? [] : [`${heading}\n\n${lines.join('\n')}`]
  return `${[
    edition.coalition, dateInWords(view.publishedAt, zone, locale),
    plainTextOf(edition.passages, passageLabels(locale)),
    '---',
    `${signedBy(view, locale)}\n${inOrder(view, locale)}`,
    ...(view.signatories.length > 0 ? [view.signatories.map(name).join('\n')] : []),
    ...(stateBodies.as === 'one-line' ? [m.public_state_line({}, options)] : under(m.public_state_bodies({}, options), stateBodies.bodies.map(name))),
    ...under(m.public_personal({}, options), personal.map(personLine)),
    ...under(m.public_withdrawn({}, options), ended.map((one) => `${one.name}, ${endedLine(one, zone, locale)}`)),
    ...(footnotes.length === 0 ? [] : [footnotes.map((note) => `(${note.number}) ${footnoteText(note, zone, locale)}`).join('\n')]),
    '---',
    `${m.public_edition_number({ number: edition.number }, options)}, ${m.public_adopted({ date: dateInWords(view.adoptedAt, zone, locale) }, options)}, ${m.public_fingerprint({}, options)} ${shortFingerprint(edition.version)}, ${m.public_seal({}, options)} ${shortFingerprint(view.seal)}`,
    m.public_check_at({ address }, options),
  ].join('\n\n')}\n`
}
