// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { findings } from './findings.ts'
import { listPlaces } from './lists.ts'
import { textOf, type Passage } from './passage.ts'
import { cleanPastedHtml, passagesOfPlainText } from './paste.ts'
import { GOOGLE_DOCS, WEB_PAGE, WORD } from './paste-samples.ts'
import { p, steadyIds } from './testing.ts'

const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html')
const pasted = (html: string) => cleanPastedHtml(html, parse, steadyIds())

function written(passage: Passage): string {
  return passage.content.map(part => {
    if (part.type === 'hardBreak') return '|'
    if (part.type === 'source') return `^${part.attrs.label}^`
    return (part.marks ?? []).reduce((text, mark) => mark.type === 'bold' ? `**${text}**` : mark.type === 'italic' ? `_${text}_` : `${text}{${mark.attrs.href}}`, part.text)
  }).join('')
}

for (const [name, sample] of Object.entries({ Word: WORD, 'Google Docs': GOOGLE_DOCS, 'a web page': WEB_PAGE })) {
  test(`what ${name} puts on the clipboard comes in as passages, with nothing lost and nothing smuggled in`, () => {
    const passages = pasted(sample.html)
    expect(passages.map(passage => [passage.kind, passage.indent, written(passage)])).toEqual(sample.expected)
    expect(new Set(passages.map(({ id }) => id)).size).toBe(passages.length)
  })
}

test('a footnote of Word becomes a source with the address that stands in it', () => {
  expect(pasted(WORD.html).flatMap(({ content }) => content).find(({ type }) => type === 'source')).toEqual({ type: 'source', attrs: { label: 'Buurtmonitor 2026, tabel 3', address: 'https://example.nl/monitor', date: '' } })
})

test('a numbered list from Word keeps every item and its depth, and loses the numbers that Word typed', () => {
  const item = (number: string, level: number, words: string) => `<p class="MsoListParagraph" style="mso-list:l0 level${level} lfo1"><span style="mso-list:Ignore">${number}<span>&nbsp;</span></span>${words}</p>`
  const passages = pasted(item('1.', 1, 'Een') + item('a)', 2, 'Onder een') + item('2.', 1, 'Twee'))
  expect(passages.map(passage => [passage.kind, passage.indent, textOf(passage)])).toEqual([['numbered', 0, 'Een'], ['numbered', 1, 'Onder een'], ['numbered', 0, 'Twee']])
  expect(listPlaces(passages).map(place => place?.number)).toEqual(['1.', '1.', '2.'])
})

test('a soft hyphen from a PDF stays; a hard hyphen at a line end stays too and is pointed out', () => {
  expect(pasted('<p>preventie\u00adbeleid</p>').map(textOf)).toEqual(['preventie\u00adbeleid'])
  for (const passages of [passagesOfPlainText('De gemeen-\nten betalen.', steadyIds()), pasted('<p>De gemeen-\nten betalen.</p>'), pasted('<p>De gemeen-<br>ten betalen.</p>')]) {
    expect(passages.map(textOf)).toEqual(['De gemeen-\nten betalen.'])
    expect(findings([p('titel', 'Titel', 'title'), ...passages], 'position-paper').map(({ code }) => code)).toEqual(['hyphen-at-line-end'])
  }
})

test('plain text: blank lines part passages, single line ends stay, bullets become a list', () => {
  const passages = passagesOfPlainText('De minister\r\nDen Haag\r\n\r\n \r\n• een\r\n• twee\r\n  • dieper\r\n\r\n\u200b', steadyIds())
  expect(passages.map(passage => [passage.kind, passage.indent, textOf(passage)])).toEqual([['paragraph', 0, 'De minister\nDen Haag'], ['bullet', 0, 'een'], ['bullet', 0, 'twee'], ['bullet', 1, 'dieper']])
  expect(passagesOfPlainText(' \n\n ', steadyIds())).toEqual([])
})

test('what was copied from a text of ours keeps its kinds', () => {
  expect(pasted('<p data-kind="ask" data-passage="oud0000000">Maak tempo</p><h3 data-kind="heading2">Kop</h3><p data-kind="bullet" data-indent="2">punt</p>').map(({ kind, indent }) => [kind, indent])).toEqual([['ask', 0], ['heading2', 0], ['bullet', 2]])
})

test('words out of the middle of a line keep the space at their edges', () => {
  expect(pasted('<meta charset="utf-8"><!--StartFragment--><b> snelle en </b><i>goede&nbsp;</i><!--EndFragment-->').map(textOf)).toEqual([' snelle en goede\u00a0'])
  expect(pasted('<p> snelle </p>').map(textOf)).toEqual(['snelle'])
})
