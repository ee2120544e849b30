import { layOutWall, PRINT_WALL } from '@draagvlak/domain/logo-wall'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { takeInLogo } from '../logo/take-in-logo.ts'
import type { PdfInput, PdfWallPlace } from './pdf-input.ts'
import { renderPdf } from './render-pdf.ts'
import { anEdition, LETTER, passage, passageOf, wallOf } from './testing.ts'

interface Tag { readonly role?: string; readonly alt?: string }

/** Reads a PDF back as a program for the blind would: words page by page, tags, language and properties. */
async function readBack(input: PdfInput) {
  const bytes = await renderPdf(input)
  const raw = Buffer.from(bytes).toString('latin1')
  const document = await getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 }).promise
  const pages: string[] = []
  let rightmost = 0
  const tags: Tag[] = []
  const walk = (node: unknown) => {
    if (typeof node !== 'object' || node === null) return
    tags.push(node)
    if ('children' in node && Array.isArray(node.children)) node.children.forEach(walk)
  }
  for (let at = 1; at <= document.numPages; at++) {
    const page = await document.getPage(at)
    const { items } = await page.getTextContent()
    for (const it of items) if ('str' in it && it.str.trim() !== '') rightmost = Math.max(rightmost, Number(it.transform[4]) + it.width)
    pages.push(items.map(it => 'str' in it ? it.str + (it.hasEOL ? '\n' : '') : '').join(''))
    walk(await page.getStructTree())
  }
  const { info, metadata } = await document.getMetadata()
  const marked = await document.getMarkInfo()
  await document.destroy()
  return { raw, pages, rightmost, text: pages.join('\n').replace(/\s+/g, ' '), tags, info: info as Record<string, unknown>, xmp: metadata?.getRaw() as string | undefined, marked }
}

const draft = (...passages: PdfInput['passages']): PdfInput => ({ kind: 'draft', language: 'nl', coalition: 'Preventiecoalitie', labels: { draft: 'concept' }, passages })

describe('an edition', () => {
  test('[S4] [G4] [S6] every part stands in reading order: text, signatories, State bodies, personal title, notes, line to check', async () => {
    const edition = await anEdition({
      stateBodies: { as: 'one-line', bodies: ['VWS', 'SZW', 'RIVM'] }, personalTitle: [{ name: 'Ingrid \'t Hart', person: 'hoogleraar' }],
      withdrawn: [{ name: 'Buurtkracht', line: 'ondertekende t/m 3 oktober 2026' }],
    })
    const { text } = await readBack({ ...edition, labels: { ...edition.labels, stateBodies: 'Overheid' } })
    const order = [
      'Preventiecoalitie Breder Gezond', 'Oeverdam, donderdag', 'Den Haag', 'Gezondheid begint aan de keukentafel', 'Geachte staatssecretaris', '€ 120 miljoen', 'Hoogachtend',
      'Ondertekend door zestien organisaties', 'Op alfabet', 'Anna Terwey Fonds', 'Esther Groen, directeur', 'Instituut Leefwereld', 'Kring van Naasten', 'mede namens 512 leden', 'Wonen en Omzien',
      'Overheid', 'Rijksoverheid', 'Op persoonlijke titel', 'Ingrid \'t Hart', 'Buurtkracht', 'ondertekende t/m 3 oktober 2026', 'Aangesloten op 2 oktober', 'Met voorbehoud bij de vijfde alinea', 'Uitgave 2', '41d7 90be 6a2c 77f1', 'draagvlak.example/p/keukentafel',
    ]
    const places = order.map(words => text.indexOf(words))
    expect(order.filter((_, at) => places[at] === -1)).toEqual([])
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(text).not.toContain('RIVM')
  }, 30_000)

  test('is tagged for everyone: standard, language, title, headings, footnote, and a name for every logo', async () => {
    const edition = await anEdition()
    const { raw, tags, marked, info, xmp } = await readBack(edition)
    const logos = edition.wall.filter(it => it.as === 'logo').map(it => it.name)
    expect(marked?.Marked).toBe(true)
    expect(xmp).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(raw).toMatch(/\/Lang \(nl/)
    expect(info['Title']).toBe('Gezondheid begint aan de keukentafel')
    expect(tags.filter(it => it.role === 'Figure').map(it => it.alt)).toEqual(logos)
    expect(tags.filter(it => /^H\d$/.test(it.role ?? '')).map(it => it.role)).toEqual(['H1', 'H2'])
    expect(tags.map(it => it.role)).toEqual(expect.arrayContaining(['P', 'L', 'LI', 'Note', 'Link']))
  }, 30_000)

  test('[G1] what the logo intake keeps can be set: a bitmap, a drawing with a style sheet, one with lettering', async () => {
    const sent = [
      await sharp({ create: { width: 300, height: 100, channels: 3, background: '#147' } }).jpeg().toBuffer(),
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 80" width="100%"><style>.a{fill:#174}</style><path class="a" d="M0 0h320v80H0z"/></svg>'),
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><text y="40" font-size="40">ActiZ</text></svg>'),
    ]
    const wall = await Promise.all(sent.map(async (bytes, at): Promise<PdfWallPlace> => {
      const logo = await takeInLogo(bytes)
      if (!logo.ok) throw new Error(logo.because)
      const [place] = layOutWall([{ id: `Partner ${at}`, kind: 'fund', mark: { facts: logo.facts } }], PRINT_WALL).places
      if (place?.as !== 'logo') throw new Error('no logo')
      return { ...place, name: place.id, mediaType: logo.mediaType, bytes: logo.bytes }
    }))
    const { tags } = await readBack(await anEdition({ wall }))
    expect(tags.filter(it => it.role === 'Figure').map(it => it.alt)).toEqual(['Partner 0', 'Partner 1', 'Partner 2'])
  }, 30_000)

  test('[E2] its properties name the coalition and no person', async () => {
    const { info, xmp, raw } = await readBack(await anEdition())
    expect(info['Author']).toBe('Preventiecoalitie Breder Gezond')
    const properties = JSON.stringify(info) + (xmp ?? '')
    expect(properties).not.toMatch(/Groen|Terpstra|Jansma|root|\/work|\/home|\/Users/)
    expect(raw).not.toMatch(/\/(?:work|home|Users)\/|\.svg/)
  }, 30_000)

  test('the same edition gives the same bytes', async () => {
    const edition = await anEdition()
    expect(Buffer.compare(await renderPdf(edition), await renderPdf(edition))).toBe(0)
  }, 30_000)

  test('notes at signatures go on counting where the footnotes of the text stop', async () => {
    const { text } = await readBack(await anEdition())
    expect(text).toMatch(/Vereniging Herstel en Nabijheid ?2/)
    expect(text).toMatch(/Huisartsen Samen ?3/)
  }, 30_000)

  test('a short text has its signatories on the same page, a long one on a page of their own', async () => {
    const short = await readBack(await anEdition({ passages: [passage('title', 'Drie woorden'), passage('paragraph', 'Kort.')], signatories: [{ name: 'De Brede Linde' }], wall: [] }))
    expect(short.pages).toHaveLength(1)
    const long = await readBack(await anEdition())
    expect(long.pages).toHaveLength(2)
    expect(long.pages[0]).not.toContain('Anna Terwey Fonds')
    const many = await readBack(await anEdition({ passages: [...LETTER, ...LETTER], signatories: Array.from({ length: 38 }, (_, at) => ({ name: `Partner ${at}`, person: 'Ada Voorzitter, voorzitter', note: `Met voorbehoud ${at}` })) }))
    for (const { pages } of [long, many]) expect(pages.map(it => /(\d+) \/ (\d+)\s*$/.exec(it)?.slice(1).join('/') ?? it.match(/\d+ \/ \d+/g)?.at(-1)?.replaceAll(' ', ''))).toEqual(pages.map((_, at) => `${at + 1}/${pages.length}`))
  }, 30_000)

  test('two hundred signatories all stand there, once', async () => {
    const names = Array.from({ length: 200 }, (_, at) => `Organisatie ${String(at + 1).padStart(3, '0')}`)
    const { text } = await readBack(await anEdition({ signatories: names.map(name => ({ name })), wall: [] }))
    expect(text.match(/Organisatie \d{3}/g)).toEqual(names)
  }, 30_000)
})

describe('names', () => {
  const names = [
    'Zorg & Welzijn <Noord> "A" B.V.', 'ActiZ', 'iZi', '\'t Groene Huis', 'de Vrolijkheid', '#read("/etc/passwd") *b* $x$ `raw` \\ @a', 'Élan--Été...',
    'Landelijke Vereniging van Samenwerkende Cliëntenorganisaties in de Jeugdgezondheidszorg en Maatschappelijke Ondersteuning',
  ]

  test('[G5] stand letter for letter, and nothing in them is read as markup', async () => {
    const { text } = await readBack(await anEdition({ signatories: names.map(name => ({ name })), wall: [] }))
    expect(names.filter(name => !text.includes(name))).toEqual([])
  }, 30_000)

  test('[G5] a word longer than its column is broken, never cut off', async () => {
    const word = 'Jeugdgezondheidszorgondersteuningscoördinatiefondsen'
    const { text, rightmost } = await readBack(await anEdition({ signatories: [{ name: 'Kort' }, { name: word }, { name: `Fonds ${word}`, note: 'Later.' }, { name: word, note: 'Later.' }], wall: await wallOf([['Kort', null], ['Kort', null], ['Kort', null], [word, null]]) }))
    expect(rightmost).toBeLessThanOrEqual((210 - 24) / 25.4 * 72 + 0.5)
    expect(text.replace(/[-‐\u00ad]? /g, '').replaceAll(/[-‐\u00ad]/g, '').split(word).length - 1).toBe(4)
  }, 30_000)
})

describe('a draft', () => {
  test('[E2] says concept on every page and has no place for a signatory', async () => {
    const { pages } = await readBack(draft(...LETTER, ...LETTER, ...LETTER))
    expect(pages.length).toBeGreaterThan(2)
    expect(pages.filter(it => !it.includes('concept'))).toEqual([])
    expect(pages.join('')).not.toMatch(/ndertekend/)
  }, 30_000)

  test('lists, quotations, key messages and links keep their words and get their tags', async () => {
    const { text, tags } = await readBack(draft(
      passage('title', 'Titel'), passage('heading3', 'Kop'), passage('bullet', 'punt'), passage('numbered', 'tweede', 1), passage('quote', 'gezegd'),
      passage('message', 'Boodschap'), passage('evidence', 'Feiten'), passage('ask', 'Vraag'),
      passageOf('paragraph', { type: 'text', text: 'zie ', marks: [{ type: 'bold' }] }, { type: 'text', text: 'hier', marks: [{ type: 'link', attrs: { href: 'https://voorbeeld.example/' } }] }),
    ))
    expect(text).toMatch(/Titel.*Kop.*punt.*tweede.*gezegd.*Boodschap.*Feiten.*Vraag.*zie hier/)
    expect(tags.map(it => it.role)).toEqual(expect.arrayContaining(['H1', 'H2', 'L', 'BlockQuote', 'Link']))
  }, 30_000)

  test('a letter that no font here can draw still gives a PDF', async () => {
    const { text, tags } = await readBack(draft(passage('title', 'Titel'), passage('paragraph', 'Voor \u{13000} en na')))
    expect(text).toContain('Titel')
    expect(tags.map(it => it.role)).toContain('H1')
  }, 30_000)
})

test('a confirmation says what was recorded, and on which words', async () => {
  const { text } = await readBack({
    kind: 'confirmation', language: 'en', coalition: 'Preventiecoalitie', passages: LETTER, labels: { title: 'This was recorded', text: 'The text' },
    recorded: [{ label: 'Organisation', value: 'Zorg & Welzijn <Noord> "A" B.V.' }, { label: 'Answer', value: 'agreed' }],
    check: { fingerprintLabel: 'fingerprint', fingerprint: '41d7 90be', chain: { label: 'chain', value: '9b1c 22d0' } },
  })
  expect(text).toMatch(/This was recorded.*Organisation.*Zorg & Welzijn <Noord> "A" B\.V\..*agreed.*The text.*Gezondheid begint.*fingerprint 41d7 90be.*chain 9b1c 22d0/)
}, 30_000)

test('a worker that is missing is a fault', async () => {
  await expect(renderPdf(draft(passage('title', 'x')), { workerPath: '/nowhere/pdf-worker.mjs' })).rejects.toThrow(/pdf-worker|ENOENT/)
})
