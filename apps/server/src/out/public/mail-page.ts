/** `/p/<slug>?als=mail`: the letter as HTML that survives a mail program, to copy as source or from the example. */
import { escaped, htmlOf } from '@draagvlak/editor/html'
import { m, type Locale } from '@draagvlak/messages/m'
import { dateInWords } from '../../mail/dates.ts'
import { passageLabels } from '../../pdf/words.ts'
import { pageFrame } from './page-frame.ts'
import { mast } from './public-page.ts'
import type { PublicView, Signatory } from './public-view.ts'
import { endedLine, footnoteText, inOrder, personLine, secondLines, shortFingerprint, signedBy } from './public-words.ts'

/** Styles on the elements alone, no classes, ids, pictures or links into the page: names instead of a wall, as mail programs keep pictures out. In the language of the text. */
export function mailHtml(view: PublicView): string {
  const { edition, stateBodies, personal, ended, footnotes, address } = view
  const { language: locale, zone } = edition
  const options = { locale }
  const name = (one: Signatory) => `<strong>${escaped(one.name)}</strong>${one.footnote === null ? '' : `<sup>${one.footnote}</sup>`}${secondLines(one, zone, locale).map((line) => `<br><span style="font-size:14px">${escaped(line)}</span>`).join('')}`
  const list = (lines: readonly string[]) => lines.length === 0 ? '' : `<p>${lines.join('<br>')}</p>`
  const under = (heading: string, lines: readonly string[]) => lines.length === 0 ? '' : `<p><strong>${escaped(heading)}</strong></p>${list(lines)}`
  return `<div lang="${edition.language}" style="max-width:592px;font:17px/26px Georgia,'Times New Roman',serif">
<p>${escaped(edition.coalition)}<br>${escaped(dateInWords(view.publishedAt, zone, locale))}</p>
${htmlOf(edition.passages, { target: 'mail', labels: passageLabels(edition.language), words: { sources: m.public_sources({}, options), back: '' } })}
<hr style="height:3px;border:0;background:#1a1d21">
<p><strong>${escaped(signedBy(view, locale))}</strong><br><span style="font-size:14px">${escaped(inOrder(view, locale))}</span></p>
${list(view.signatories.map(name))}
${stateBodies.as === 'one-line' ? list([escaped(m.public_state_line({}, options))]) : under(m.public_state_bodies({}, options), stateBodies.bodies.map(name))}
${under(m.public_personal({}, options), personal.map((one) => escaped(personLine(one))))}
${under(m.public_withdrawn({}, options), ended.map((one) => `${escaped(one.name)}, ${escaped(endedLine(one, zone, locale))}`))}
${list(footnotes.map((note) => `<sup>${note.number}</sup> ${escaped(footnoteText(note, zone, locale))}`))}
<p style="font-size:14px">${escaped(m.public_edition_number({ number: edition.number }, options))}, ${escaped(m.public_fingerprint({}, options))} ${shortFingerprint(edition.version)}. <a href="${escaped(address)}">${escaped(m.public_check_at({ address: address.replace(/^https?:\/\//, '') }, options))}</a></p>
</div>`.replaceAll(/\n+/g, '\n')
}

export function mailPage(view: PublicView, locale: Locale): string {
  const options = { locale }
  const title = m.public_mail_title({}, options)
  const html = mailHtml(view)
  // Headings of the example move below those of the page.
  const example = html.replaceAll(/<(\/?)h([1-4])>/g, (_, slash: string, level: string) => `<${slash}h${Number(level) + 2}>`).replaceAll(/ style="[^"]*"/g, '')
  return pageFrame({
    locale, title: `${title} – ${view.title}`,
    body: `${mast(view, locale)}
<main id="text" class="checking">
<p><a href="${escaped(view.address)}">${escaped(m.public_back_to_statement({}, options))}</a></p>
<h1>${escaped(title)}</h1>
<p>${escaped(m.public_mail_what({}, options))}</p>
<div class="field"><label for="source">${escaped(m.public_mail_source({}, options))}</label><textarea id="source" readonly rows="10" spellcheck="false">
${escaped(html)}</textarea></div>
<h2>${escaped(m.public_mail_example({}, options))}</h2>
<div class="example">${example}</div>
</main>`,
  })
}
