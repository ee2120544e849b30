/** `/p/<slug>/verify`: says whether the words on a copy are the words that were signed, and how to work that out without us. */
import { escaped } from '@draagvlak/editor/html'
import { m, type Locale } from '@draagvlak/messages/m'
import { momentInWords } from '../../mail/dates.ts'
import { pageFrame } from './page-frame.ts'
import { editionAddress, mast, verifyForm } from './public-page.ts'
import type { PublicEdition, PublicView } from './public-view.ts'
import { inFours } from '../../statement/in-fours.ts'

export type Checked =
  | { readonly as: 'too-short' }
  | { readonly as: 'same'; readonly since: string }
  /** Not the fingerprint of the words but the seal of the edition: the head of the chain when it was published. */
  | { readonly as: 'seal'; readonly edition: PublicEdition }
  | { readonly as: 'other-edition'; readonly edition: PublicEdition }
  | { readonly as: 'different' }

/** Fewer digits would be the same by chance too often. */
const AT_LEAST = 8

/** Spaces, hyphens and capitals don't matter; a part is compared with the beginning of the fingerprint. */
export function checkFingerprint(view: PublicView, typed: string): Checked {
  const asked = typed.toLowerCase().replaceAll(/[^\da-z]/g, '')
  if (asked.length < AT_LEAST || !/^[\da-f]+$/.test(asked)) return { as: 'too-short' }
  if (view.edition.version.startsWith(asked) || view.file.startsWith(asked)) return { as: 'same', since: sinceOf(view) }
  const sealed = view.editions.find((one) => one.seal.startsWith(asked))
  if (sealed) return { as: 'seal', edition: sealed }
  const other = view.editions.find((one) => one.version.startsWith(asked))
  return other === undefined ? { as: 'different' } : { as: 'other-edition', edition: other }
}

/** The words may be older than this edition: an edition for new signatories has the text of the one before. */
const sinceOf = ({ editions, edition, adoptedAt }: PublicView): string =>
  editions.filter((one) => one.version === edition.version).map((one) => one.adoptedAt).concat(adoptedAt).sort()[0] ?? adoptedAt

/** @param typed what stood in the form; null when nothing was asked yet. */
export function verifyPage(view: PublicView, typed: string | null, locale: Locale): string {
  const options = { locale }
  const { edition, address, file } = view
  const checked = typed === null ? null : checkFingerprint(view, typed)
  const title = m.public_verify_title({}, options)
  const body = `${mast(view, locale)}
<main id="text" class="checking">
<p><a href="${escaped(editionAddress(view, edition.number))}">${escaped(m.public_back_to_statement({}, options))}</a></p>
<h1>${escaped(title)}</h1>
<p class="about" lang="${edition.language}">${escaped(view.title)}</p>
<p>${escaped(m.public_verify_what({}, options))}</p>
${verifyForm(view, typed ?? '', locale, checked?.as === 'too-short' ? m.public_verify_too_short({}, options) : undefined)}
${checked === null ? '' : outcome(view, checked, locale)}
<h2>${escaped(m.public_verify_current({ number: edition.number }, options))}</h2>
<dl><dt>${escaped(m.public_verify_text_hash({}, options))}</dt><dd class="fingerprint">${inFours(edition.version)}</dd><dt>${escaped(m.public_verify_file_hash({}, options))}</dt><dd class="fingerprint">${inFours(file)}</dd><dt>${escaped(m.public_verify_seal_hash({}, options))}</dt><dd class="fingerprint">${inFours(view.seal)}</dd></dl>
<h2>${escaped(m.public_verify_self({}, options))}</h2>
<p>${escaped(m.public_verify_bundle({}, options))}</p>
<p><a href="${escaped(address)}.zip">${escaped(m.public_verify_download({}, options))}</a></p>
<p>${escaped(m.public_verify_command({}, options))}</p>
<pre><code>npm run draagvlak -- verify ${escaped(edition.slug)}.zip</code></pre>
<p>${escaped(m.public_verify_algorithm({}, options))}</p>
</main>`
  return pageFrame({ locale, title: `${title} – ${view.title}`, body })
}

function outcome(view: PublicView, checked: Checked, locale: Locale): string {
  const options = { locale }
  const said = (look: string, strong: string, rest: string) => `<div class="outcome ${look}" role="status"><p><strong>${escaped(strong)}</strong> ${rest}</p></div>`
  switch (checked.as) {
    case 'too-short': return ''
    case 'same': return said('same', m.public_verify_same({}, options), escaped(m.public_verify_since({ moment: momentInWords(checked.since, view.edition.zone, locale) }, options)))
    case 'seal': return said('same', m.public_verify_seal({ number: checked.edition.number }, options), escaped(m.public_verify_seal_what({ moment: momentInWords(checked.edition.publishedAt, view.edition.zone, locale) }, options)))
    case 'other-edition': {
      const { number } = checked.edition
      return said('other', m.public_verify_other_edition({ number, current: view.edition.number }, options), `<a href="${escaped(editionAddress(view, number))}">${escaped(m.public_verify_see_edition({ number }, options))}</a>`)
    }
    case 'different': return said('different', m.public_verify_different({}, options), escaped(m.public_verify_different_what({}, options)))
  }
}
