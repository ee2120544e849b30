/** Who stands under an edition, as HTML: every organisation exactly once for a screen reader, the wall for the eye only. */
import { escaped } from '@draagvlak/editor/html'
import { m, type Locale } from '@draagvlak/messages/m'
import type { PublicView, Signatory } from './public-view.ts'
import type { WallMark } from './public-wall.ts'
import { endedLine, footnoteText, inOrder, personLine, secondLines, signedBy } from './public-words.ts'

export function signatoriesHtml(view: PublicView, locale: Locale): string {
  const { zone } = view.edition
  const second = (lines: readonly string[]) => lines.map((line) => `<span>${escaped(line)}</span>`).join('')
  const item = (one: Signatory) => `<li${one.footnote === null ? '' : ` id="signed-${one.footnote}"`}><strong>${escaped(one.name)}</strong>${reference(one, locale)}${second(secondLines(one, zone, locale))}</li>`
  const state = view.stateBodies
  const sections = [
    view.signatories.length > 0 ? `<ol class="names">${view.signatories.map(item).join('')}</ol>` : '',
    state.bodies.length === 0 ? '' : state.as === 'one-line'
      ? `<p class="state-line">${escaped(m.public_state_line({}, { locale }))}</p>`
      : `<h3>${escaped(m.public_state_bodies({}, { locale }))}</h3><ol class="names">${state.bodies.map(item).join('')}</ol>`,
    view.personal.length === 0 ? '' : `<h3>${escaped(m.public_personal({}, { locale }))}</h3><ol class="names personal">${view.personal.map((person) => `<li>${escaped(personLine(person))}</li>`).join('')}</ol>`,
    view.ended.length === 0 ? '' : `<h3>${escaped(m.public_withdrawn({}, { locale }))}</h3><ul class="names ended">${view.ended.map((one) => `<li>${escaped(one.name)}<span>${escaped(endedLine(one, zone, locale))}</span></li>`).join('')}</ul>`,
    footnotes(view, locale),
    wallHtml(view.wall),
  ]
  return `<section class="fund" aria-labelledby="signed"><div class="rule"></div><h2 id="signed">${escaped(signedBy(view, locale))}</h2><p class="as-at">${escaped(inOrder(view, locale))}</p>${sections.join('\n')}</section>`
}

function reference({ footnote }: Signatory, locale: Locale): string {
  return footnote === null ? '' : `<sup><a href="#note-${footnote}" role="doc-noteref" aria-label="${escaped(m.public_footnote({ number: footnote }, { locale }))}">${footnote}</a></sup>`
}
/** The number leads back; the name is not said again, so that each organisation is announced once. */
function footnotes({ footnotes: notes, edition }: PublicView, locale: Locale): string {
  if (notes.length === 0) return ''
  const items = notes.map((note) => `<li id="note-${note.number}"><a href="#signed-${note.number}" role="doc-backlink" aria-label="${escaped(m.public_footnote({ number: note.number }, { locale }))}">${note.number}</a> <span>${escaped(footnoteText(note, edition.zone, locale))}</span></li>`)
  return `<section role="doc-endnotes" aria-label="${escaped(m.public_footnotes({}, { locale }))}"><ol class="notes">${items.join('')}</ol></section>`
}

/** Names and logos once more, for the eye: hidden from screen readers and left out of what is copied. Sizes are attributes, so no style has to be allowed. */
function wallHtml(wall: readonly WallMark[]): string {
  if (wall.every((mark) => mark.logo === null)) return ''
  return `<ul class="wall" aria-hidden="true">${wall.map((mark) => `<li>${logoSvg(mark)}${nameBeside(mark)}</li>`).join('')}</ul>`
}

function logoSvg({ logo, byName }: WallMark): string {
  if (logo === null) return ''
  const { width, height, image, file } = logo
  const hidden = [byName.phone ? 'not-phone' : '', byName.paper ? 'not-paper' : ''].filter(Boolean).join(' ')
  return `<svg${hidden ? ` class="${hidden}"` : ''} width="${px(width + 2)}" height="${px(height + 2)}" viewBox="-1 -1 ${px(width + 2)} ${px(height + 2)}"><image href="/files/${file}" x="${px(image.left)}" y="${px(image.top)}" width="${px(image.width)}" height="${px(image.height)}"/></svg>`
}
function nameBeside({ name, byName, logo }: WallMark): string {
  if (logo === null) return `<span>${escaped(name)}</span>`
  if (!byName.phone && !byName.paper) return ''
  return `<span class="${[byName.phone ? 'phone' : '', byName.paper ? 'paper' : ''].filter(Boolean).join(' ')}">${escaped(name)}</span>`
}
const px = (size: number): string => String(Math.round(size * 100) / 100)
