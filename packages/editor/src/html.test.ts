import { expect, test } from 'vitest'
import { htmlOf } from './html.ts'
import type { Passage } from './passage.ts'
import { plainTextOf } from './plain-text.ts'
import { p } from './testing.ts'

const bare = (html: string) => html.replaceAll(/ id="[^"]*"/g, '')
const sourced: Passage = { ...p('bron', ''), content: [
  { type: 'text', text: 'Lees ' }, { type: 'text', text: 'dit', marks: [{ type: 'bold' }, { type: 'link', attrs: { href: 'https://a.nl/?b=1&c="2' } }] },
  { type: 'source', attrs: { label: 'CPB & SCP', address: 'https://cpb.nl/', date: 'mei 2026' } }, { type: 'hardBreak' }, { type: 'text', text: 'Slot', marks: [{ type: 'italic' }] },
] }

test('a letter is headings, paragraphs and a quotation', () => {
  expect(bare(htmlOf([p('t', 'Titel', 'title'), p('a', 'De minister', 'addressee'), p('k', 'Kop', 'heading3'), p('e', 'Een\ntwee'), p('q', 'Citaat', 'quote')]))).toBe(
    '<h1>Titel</h1><p class="addressee">De minister</p><h4>Kop</h4><p>Een<br>twee</p><blockquote><p>Citaat</p></blockquote>')
  expect(bare(htmlOf([p('t', 'Titel', 'title'), p('k', 'Kop', 'heading3')], { headingOffset: 1 }))).toBe('<h2>Titel</h2><h5>Kop</h5>')
})

test('neighbouring list passages become real nested lists', () => {
  expect(bare(htmlOf([p('a', 'a', 'numbered'), p('b', 'b', 'bullet', 1), p('c', 'c', 'numbered'), p('d', 'd'), p('e', 'e', 'bullet')]))).toBe(
    '<ol><li>a<ul><li>b</li></ul></li><li>c</li></ol><p>d</p><ul><li>e</li></ul>')
})

test('a message and what carries it are one section', () => {
  const html = bare(htmlOf([p('m', 'm', 'message'), p('b', 'b', 'evidence'), p('l', 'l', 'bullet'), p('v', 'v', 'ask'), p('n', 'n', 'message'), p('s', 's')]))
  expect(html).toBe('<section class="message"><p class="claim">m</p><p class="evidence">b</p><ul><li>l</li></ul><p class="ask">v</p></section><section class="message"><p class="claim">n</p></section><p>s</p>')
})

test('under every passage there is room, inside the item for a list', () => {
  const html = bare(htmlOf([p('a', 'a'), p('b', 'b', 'bullet')], { afterPassage: id => `<i>${id.slice(0, 1)}</i>` }))
  expect(html).toBe('<p>a</p><i>a</i><ul><li>b<i>b</i></li></ul>')
})

test('footnotes are numbered through the text and lead there and back', () => {
  const html = htmlOf([sourced, { ...sourced, id: 'nogeen0000' }], { idPrefix: 'x-', words: { sources: 'Bronnen', back: 'Terug naar' } })
  expect(html).toContain('<sup><a href="#x-fn-2" id="x-fnref-2" role="doc-noteref">2</a></sup>')
  expect(html).toContain('<section class="footnotes" role="doc-endnotes"><h2>Bronnen</h2><ol><li id="x-fn-1"><a href="https://cpb.nl/" rel="noopener">CPB &amp; SCP</a>, mei 2026 <a href="#x-fnref-1" role="doc-backlink" aria-label="Terug naar 1">↩</a></li>')
})

test('nothing that a writer types becomes markup, and a link that runs is only its words', () => {
  const nasty = '"><script>alert(1)</script>\''
  const html = htmlOf([p('a', nasty), { ...p('b', ''), id: '"><b>', content: [{ type: 'text', text: 'klik', marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }] }, { type: 'source', attrs: { label: nasty, address: 'javascript:alert(1)', date: nasty } }] }])
  expect(html).not.toContain('<script')
  expect(html).not.toContain('<b>')
  expect(html).not.toContain('javascript')
  expect(htmlOf([sourced])).toContain('<a href="https://a.nl/?b=1&amp;c=&quot;2" rel="noopener"><strong>dit</strong></a>')
})

test('for a mail there are no ids, classes, sections or links inside the page', () => {
  const labels = { evidence: 'Onderbouwing', ask: 'Wat <wij> vragen' }
  expect(htmlOf([p('v', 'v', 'ask')], { target: 'mail', labels })).toBe('<p><em>Wat &lt;wij&gt; vragen</em><br>v</p>')
  expect(bare(htmlOf([p('b', 'b', 'evidence')], { labels }))).toContain('<span class="label">Onderbouwing</span> b')
  const html = htmlOf([p('m', 'm', 'message'), p('b', 'b', 'evidence'), sourced], { target: 'mail' })
  expect(html).toBe('<p><strong>m</strong></p><p>b</p><p>Lees <a href="https://a.nl/?b=1&amp;c=&quot;2" rel="noopener"><strong>dit</strong></a><sup>1</sup><br><em>Slot</em></p><ol><li><a href="https://cpb.nl/" rel="noopener">CPB &amp; SCP</a>, mei 2026</li></ol>')
})

test('plain text keeps lists together and gives addresses and footnotes', () => {
  expect(plainTextOf([p('t', 'Titel', 'title'), p('a', 'Een\ntwee', 'numbered'), p('b', 'b', 'bullet', 1), p('c', 'c', 'numbered'), sourced])).toBe(
    'Titel\n\n1. Een\n   twee\n   - b\n2. c\n\nLees dit (https://a.nl/?b=1&c="2) [1]\nSlot\n\n[1] CPB & SCP, mei 2026, https://cpb.nl/')
  expect(plainTextOf([])).toBe('')
})
