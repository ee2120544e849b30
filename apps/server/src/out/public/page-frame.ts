/** The document around every public page: no script, no cookie, nothing from another host. */
import { createHash } from 'node:crypto'
import { escaped } from '@draagvlak/editor/html'
import { m, type Locale } from '@draagvlak/messages/m'
import { publicCss } from './public-css.ts'

export interface PageFrame {
  readonly locale: Locale
  readonly title: string
  /** Left out: the page is not for search engines. */
  readonly shared?: { readonly description: string; readonly canonical: string; readonly site: string; readonly kind: 'article' | 'website' }
  readonly alternates?: readonly { readonly type: string; readonly href: string }[]
  /** Nothing stands here that was made or signed. */
  readonly empty?: true
  /** Trusted HTML. */
  readonly body: string
}

/** The policy to serve these pages under: our one sheet, our pictures and fonts, our own forms. */
export const publicPolicy = [
  "default-src 'none'", `style-src 'sha256-${createHash('sha256').update(publicCss).digest('base64')}'`, "img-src 'self'", "font-src 'self'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'",
].join('; ')

export function pageFrame({ locale, title, shared, alternates = [], empty, body }: PageFrame): string {
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)}</title>
${shared ? sharedMeta(title, shared, locale) : '<meta name="robots" content="noindex">'}
${alternates.map(({ type, href }) => `<link rel="alternate" type="${type}" href="${escaped(href)}">`).join('\n')}
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="preload" href="/fonts/dv-serif-roman.woff2" as="font" type="font/woff2" crossorigin>
<style>${publicCss}</style>
</head>
<body>
<a class="skip" href="#text">${escaped(m.shared_to_content({}, { locale }))}</a>
${body}
<footer class="made"><p class="brand">${escaped(m.shared_brand({}, { locale }))}</p><p>${empty ? '' : `${escaped(m.public_made({}, { locale }))} `}${escaped(m.public_no_cookies({}, { locale }))}</p></footer>
</body>
</html>
`
}

const OG_LOCALE = { nl: 'nl_NL', en: 'en_GB' } as const
/** For previews elsewhere: the text and the coalition, never a person. */
function sharedMeta(title: string, { description, canonical, site, kind }: NonNullable<PageFrame['shared']>, locale: Locale): string {
  const og = { title, description, type: kind, url: canonical, site_name: site, locale: OG_LOCALE[locale] }
  return [
    `<meta name="description" content="${escaped(description)}">`, `<link rel="canonical" href="${escaped(canonical)}">`,
    ...Object.entries(og).map(([name, value]) => `<meta property="og:${name}" content="${escaped(value)}">`),
  ].join('\n')
}
