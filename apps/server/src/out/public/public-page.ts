/** A published statement, set as a printed open letter: text, rule, names, wall, edition line. */
import { escaped, htmlOf } from '@draagvlak/editor/html'
import { m, type Locale } from '@draagvlak/messages/m'
import { dateInWords } from '../../mail/dates.ts'
import { passageLabels } from '../../pdf/words.ts'
import { pageFrame } from './page-frame.ts'
import type { PublicEdition, PublicView } from './public-view.ts'
import { shortDate, shortFingerprint, typeInWords } from './public-words.ts'
import { signatoriesHtml } from './signatories-html.ts'

/** `/p/<slug>`, and `/p/<slug>/editions/<n>` for an earlier edition: the view knows which one it is. */
export function publicPage(view: PublicView, locale: Locale): string {
  const { edition, title, address } = view
  const isNewest = edition.number === view.newest && view.withdrawn === null
  const body = `${mast(view, locale)}
<main id="text">
${standing(view, locale)}
${letterHtml(view)}
${signatoriesHtml(view, locale)}
${aboutEdition(view, locale)}
</main>`
  return pageFrame({
    locale, title: `${title} – ${edition.coalition}`, body,
    ...(isNewest ? {
      shared: { description: view.description, canonical: address, site: edition.coalition, kind: 'article' as const },
      alternates: [{ type: 'application/pdf', href: `${address}.pdf` }, { type: 'text/plain', href: `${address}.txt` }, { type: 'application/json', href: `${address}.json` }],
    } : {}),
  })
}

export function mast(view: PublicView, locale: Locale): string {
  return `<header class="mast"><p class="from">${escaped(view.edition.coalition)}</p><p class="quiet">${escaped(m.public_edition({ type: typeInWords(view, locale), number: view.edition.number }, { locale }))}</p></header>`
}

/** The text in its own language; the heading of the page is the title that stands in it. */
function letterHtml(view: PublicView): string {
  const { edition, title, publishedAt } = view
  const words = { sources: m.public_sources({}, { locale: edition.language }), back: m.public_back_to_text({}, { locale: edition.language }) }
  const ownTitle = edition.passages.some((passage) => passage.kind === 'title') ? '' : `<h1 class="aloud">${escaped(title)}</h1>`
  return `<article class="letter ${edition.type}" lang="${edition.language}"><p class="date">${escaped(startOfLine(dateInWords(publishedAt, edition.zone, edition.language)))}</p>${ownTitle}${htmlOf(edition.passages, { words, labels: passageLabels(edition.language) })}</article>`
}

const startOfLine = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

/** What became of this edition, above everything else. */
function standing(view: PublicView, locale: Locale): string {
  const { edition, withdrawn, newest, address } = view
  if (withdrawn) return `<p class="standing">${escaped(m.public_this_withdrawn({ date: shortDate(withdrawn.at, edition.zone, locale), reason: withdrawn.reason }, { locale }))}</p>`
  if (newest <= edition.number) return ''
  return `<p class="standing">${escaped(m.public_older({ number: newest }, { locale }))} <a href="${escaped(address)}">${escaped(m.public_see_newest({}, { locale }))}</a></p>`
}

function aboutEdition(view: PublicView, locale: Locale): string {
  const { edition, address, adoptedAt } = view
  const { zone } = edition
  return `<section class="edition" aria-labelledby="about">
<h2 id="about" class="aloud">${escaped(m.public_about_edition({}, { locale }))}</h2>
<p class="line"><span>${escaped(m.public_edition_number({ number: edition.number }, { locale }))}</span><span>${escaped(m.public_adopted({ date: dateInWords(adoptedAt, zone, locale) }, { locale }))}</span><span>${escaped(m.public_fingerprint({}, { locale }))} <span class="fingerprint">${shortFingerprint(edition.version)}</span></span><span>${escaped(m.public_seal({}, { locale }))} <span class="fingerprint">${shortFingerprint(view.seal)}</span></span></p>
${edition.reason ? `<p class="reason">${escaped(m.public_reason({ reason: edition.reason }, { locale }))}</p>` : ''}
<details class="check"><summary>${escaped(m.public_verify({}, { locale }))}</summary><div><p>${escaped(m.public_verify_what({}, { locale }))}</p>${verifyForm(view, shortFingerprint(edition.version), locale)}</div></details>
<nav aria-label="${escaped(m.public_links({}, { locale }))}"><ul class="links">${links(view, locale).map(([href, words]) => `<li><a href="${escaped(href)}">${escaped(words)}</a></li>`).join('')}</ul></nav>
${otherEditions(view, locale)}
<p class="paper-only">${escaped(m.public_check_at({ address: address.replace(/^https?:\/\//, '') }, { locale }))}</p>
</section>`
}

function links({ address }: PublicView, locale: Locale): (readonly [string, string])[] {
  const options = { locale }
  return [
    [`${address}.pdf`, m.public_pdf({}, options)], [`${address}.txt`, m.public_txt({}, options)], [`${address}?als=mail`, m.public_for_mail({}, options)],
    [`${address}.json`, m.public_json({}, options)], [`${address}.zip`, m.public_zip({}, options)],
  ]
}

function otherEditions(view: PublicView, locale: Locale): string {
  const others = view.editions.filter((one) => one.number !== view.edition.number)
  if (others.length === 0) return ''
  const words = ({ number, publishedAt, withdrawnAt }: PublicEdition) => withdrawnAt === null
    ? m.public_edition_of({ number, date: shortDate(publishedAt, view.edition.zone, locale) }, { locale })
    : m.public_edition_withdrawn({ number, date: shortDate(withdrawnAt, view.edition.zone, locale) }, { locale })
  return `<nav aria-label="${escaped(m.public_editions({}, { locale }))}"><ul class="links">${others.map((one) => `<li><a href="${escaped(editionAddress(view, one.number))}">${escaped(words(one))}</a></li>`).join('')}</ul></nav>`
}

export const editionAddress = (view: PublicView, number: number): string => number === view.newest ? view.address : `${view.address}/editions/${number}`

/** A form that needs no script: the answer is a page of its own, which can be linked to. */
export function verifyForm({ address }: PublicView, typed: string, locale: Locale, error?: string): string {
  return `<form class="verify" action="${escaped(address)}/verify" method="get"><div class="field"><label for="code">${escaped(m.public_verify_label({}, { locale }))}</label><p class="hint" id="code-hint">${escaped(m.public_verify_hint({}, { locale }))}</p><input id="code" name="kenmerk" value="${escaped(typed)}" autocomplete="off" spellcheck="false" maxlength="120" required aria-describedby="code-hint${error ? ' code-error' : ''}"${error ? ' aria-invalid="true"' : ''}>${error ? `<p class="error" id="code-error">${escaped(error)}</p>` : ''}</div><button type="submit">${escaped(m.public_verify_do({}, { locale }))}</button></form>`
}
