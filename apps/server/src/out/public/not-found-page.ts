/** What an outsider gets where nothing is published: the same bytes for what never existed and for what is not out yet (E1). */
import { escaped } from '@draagvlak/editor/html'
import { m, type Locale } from '@draagvlak/messages/m'
import { pageFrame } from './page-frame.ts'

/** Takes no address, so that it can't say anything about one. Serve it with 404. */
export function notFoundPage(locale: Locale): string {
  const title = m.public_missing_title({}, { locale })
  return pageFrame({ locale, title, empty: true, body: `<main id="text" class="checking"><h1>${escaped(title)}</h1><p>${escaped(m.public_missing_what({}, { locale }))} <a href="/aanmelden">${escaped(m.public_missing_way_on({}, { locale }))}</a></p></main>` })
}
