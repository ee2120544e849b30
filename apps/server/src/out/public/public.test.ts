/** What outsiders see of an edition, told through the pages themselves. */
import { plainPassage } from '@draagvlak/editor/passage'
import { describe, expect, test } from 'vitest'
import { mailHtml, mailPage } from './mail-page.ts'
import { notFoundPage } from './not-found-page.ts'
import { pageFrame, publicPolicy } from './page-frame.ts'
import { publicPage } from './public-page.ts'
import { publicText } from './public-text.ts'
import { anEdition, aView, hashLike, listed, SEAL, VERSION, WIDE, withLogo } from './testing.ts'
import { checkFingerprint, verifyPage } from './verify-page.ts'

const ODD = 'Zorg & Welzijn <Noord> "A" B.V.'
const LONG = 'Landelijke Vereniging van Samenwerkende Cliëntenorganisaties in de Jeugdgezondheidszorg en Maatschappelijke Ondersteuning'

/** What a screen reader finds: the page without what is hidden from it, without tags, entities read. */
const aloud = (html: string): string => read(html.replace(/^[\s\S]*?<body>/, '').replaceAll(/<(ul|svg)[^>]*aria-hidden="true"[\s\S]*?<\/\1>/g, '').replaceAll(/<textarea[\s\S]*?<\/textarea>/g, '').replaceAll(/<[^>]+>/g, ' '))
const read = (html: string): string => html.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&').replaceAll(/\s+/g, ' ')
const times = (text: string, part: string): number => text.split(part).length - 1

describe('the list of signatories', () => {
  test('[G5] a name with signs that mean something to a machine reads as it was written, in page, mail and text', () => {
    const view = aView(anEdition([listed(ODD)], { coalition: ODD }))
    for (const html of [publicPage(view, 'nl'), mailPage(view, 'nl'), mailHtml(view)]) {
      expect(read(html)).toContain(ODD)
      expect(html).not.toContain('<Noord>')
      expect(html.replaceAll(/<textarea[\s\S]*?<\/textarea>/g, '')).not.toContain('&amp;amp;')
    }
    expect(publicText(view)).toContain(ODD)
  })

  test('[G5] capitals of names stand letter for letter and no style changes them', () => {
    const names = ['ActiZ', 'InEen', 'MEE NL', 'iZi', 'VNG', 'de Vrolijkheid', "'t Groene Huis"]
    const html = publicPage(aView(anEdition(names.map((name) => listed(name)))), 'nl')
    for (const name of names) expect(aloud(html)).toContain(name)
    expect(html).not.toMatch(/text-transform/)
  })

  test('[G5] a very long name stands there whole', () => {
    const view = aView(anEdition([listed(LONG)]))
    expect(aloud(publicPage(view, 'nl'))).toContain(LONG)
    expect(publicPage(view, 'nl')).not.toMatch(/text-overflow/)
  })

  test('[G5] the order is that of the edition', () => {
    const html = aloud(publicPage(aView(anEdition([listed('De Brede Linde'), withLogo('Federatie Buurtsport'), listed('Wonen en Omzien')])), 'nl'))
    expect(html).toMatch(/De Brede Linde.*Federatie Buurtsport.*Wonen en Omzien/)
  })

  test('[G5] each organisation is announced exactly once, also with a wall of logos and a footnote', () => {
    const names = ['Anna Terwey Fonds', 'Federatie Buurtsport', 'Wonen en Omzien']
    const html = publicPage(aView(anEdition([withLogo(names[0]!), withLogo(names[1]!, { reservations: [{ passageId: null, text: 'Mits het geld er komt.' }] }), listed(names[2]!)])), 'nl')
    expect(html).toContain('<ul class="wall" aria-hidden="true">')
    for (const name of names) expect(times(aloud(html), name)).toBe(1)
    expect(aloud(html)).not.toMatch(/\blogo\b|\.svg|[0-9a-f]{64}/i)
  })

  test('[S6] an umbrella signs in its own name, with the number of its members and the day they were counted', () => {
    const view = aView(anEdition([listed('Verbond Vroege Jaren', { kind: 'umbrella', alsoFor: { count: 512, countedOn: '2026-01-01' } })]))
    expect(aloud(publicPage(view, 'nl'))).toContain('mede namens 512 leden, peildatum 1 januari 2026')
    expect(aloud(publicPage(view, 'nl'))).toContain('Ondertekend door één organisatie')
  })

  test('[S6] a person is printed only while the yes to it stands', () => {
    const edition = anEdition([listed('Huisartsen Samen')], { printed: [{ personId: 'marijke', organisationId: 'huisartsen samen' }], personal: [{ personId: 'anneke', organisationId: 'x' }] })
    const persons = new Map([['marijke', { name: 'Marijke Veldhuis', function: 'directeur' }], ['anneke', { name: 'Anneke de Vries', function: 'hoogleraar' }]])
    const withYes = aloud(publicPage(aView(edition, { persons }), 'nl'))
    expect(withYes).toContain('Marijke Veldhuis, directeur')
    expect(withYes).toMatch(/Op persoonlijke titel.*Anneke de Vries, hoogleraar/)
    expect(withYes).toContain('Ondertekend door één organisatie')
    const without = publicPage(aView(edition), 'nl')
    expect(without).not.toMatch(/Marijke|Anneke|Op persoonlijke titel/)
  })

  test('[G5] who signs on personal title stands in the order of surnames', () => {
    const personal = ['anneke', 'joost', 'ingrid', 'gilles'].map((personId) => ({ personId, organisationId: 'x' }))
    const persons = new Map([['anneke', { name: 'Anneke de Vries', function: '' }], ['joost', { name: 'Joost van der Meer', function: '' }], ['ingrid', { name: "Ingrid 't Hart", function: '' }], ['gilles', { name: 'Gilles Van Assche', function: '', ownKey: 'Van Assche' }]])
    expect(aView(anEdition([], { personal }), { persons }).personal.map((one) => one.name)).toEqual(["Ingrid 't Hart", 'Joost van der Meer', 'Gilles Van Assche', 'Anneke de Vries'])
  })

  test('[S4] a public reservation is a numbered footnote at the name', () => {
    const html = publicPage(aView(anEdition([listed('De Brede Linde'), listed('Huisartsen Samen', { reservations: [{ passageId: null, text: 'Mits het niet ten koste gaat van de wijkverpleging.' }] })])), 'nl')
    expect(html).toMatch(/<li id="signed-1"><strong>Huisartsen Samen<\/strong><sup><a href="#note-1"/)
    expect(aloud(html)).toContain('Met voorbehoud: ‘Mits het niet ten koste gaat van de wijkverpleging.’')
  })
  test('[S4] a reservation about one passage says which, on the page and in plain text, also where it has more lines', () => {
    const view = aView(anEdition([listed('Huisartsen Samen', { reservations: [{ passageId: 'dddddddddd', text: 'Niet deze maand.\nWel dit jaar.' }] })]))
    for (const said of [aloud(publicPage(view, 'nl')), publicText(view)]) {
      expect(said.replaceAll(/\s+/g, ' ')).toContain('Met voorbehoud bij ‘Deze maand besluit u over het vervolg.’: ‘Niet deze maand. Wel dit jaar.’')
    }
  })

  test('[S5] a withdrawal leaves list, count and wall and stays readable with its date; a mistake is marked', () => {
    const edition = anEdition([withLogo('De Brede Linde'), withLogo('Federatie Buurtsport'), withLogo('Wonen en Omzien')])
    const html = publicPage(aView(edition, { ended: [{ organisationId: 'de brede linde', at: '2026-10-01T10:00:00Z', as: 'withdrawn' }, { organisationId: 'federatie buurtsport', at: '2026-10-01T10:00:00Z', as: 'mistake' }] }), 'nl')
    expect(aloud(html)).toContain('Ondertekend door één organisatie')
    expect(aloud(html)).toMatch(/De Brede Linde ondertekende t\/m 1 oktober 2026/)
    expect(aloud(html)).toMatch(/Federatie Buurtsport stond hier bij vergissing, hersteld op 1 oktober 2026/)
    expect(html).not.toContain(hashLike('De Brede Linde'))
    expect(times(html, '<image ')).toBe(1)
  })

  test('who joined after the first edition is said so at the name', () => {
    const edition = anEdition([listed('Kring van Naasten')], { number: 2 })
    expect(aloud(publicPage(aView(edition, { joined: new Map([['kring van naasten', '2026-10-02T10:00:00Z']]) }), 'nl'))).toContain('Aangesloten op 2 oktober 2026, na de eerste uitgave.')
  })
})

describe('bodies of the State', () => {
  const state = (name: string) => listed(name, { kind: 'state-body', place: 'state', nameOnlyBecause: 'state-body' })

  test('[G4] two stand by name in a list of their own, never on the wall', () => {
    const html = publicPage(aView(anEdition([withLogo('De Brede Linde'), state('Ministerie van Samenleven'), state('Rijksdienst voor Rust')])), 'nl')
    expect(aloud(html)).toMatch(/De Brede Linde Rijksoverheid Ministerie van Samenleven Rijksdienst voor Rust/)
    expect(html.split('class="wall"')[1]).not.toContain('Ministerie')
  })
  test('[G4] three become one line', () => {
    const html = aloud(publicPage(aView(anEdition([state('Ministerie van Samenleven'), state('Rijksdienst voor Rust'), state('Inspectie Inspraak')])), 'nl'))
    expect(html).toContain('Rijksoverheid')
    expect(html).not.toContain('Ministerie')
  })
  test('[G4] a partner logo that is no longer valid sends the body back to the list of the State', () => {
    const partner = withLogo('Rijksdienst voor Rust', { kind: 'state-body' })
    expect(aView(anEdition([partner])).wall).toHaveLength(1)
    const view = aView(anEdition([partner]), { logosOff: new Set([partner.organisationId]) })
    expect(view.wall).toHaveLength(0)
    expect(view.stateBodies.bodies.map((one) => one.name)).toEqual(['Rijksdienst voor Rust'])
  })
})

describe('the wall', () => {
  test('[G5] the ink fills its box: the whole file lies behind it, moved so that its own padding plays no part', () => {
    const [mark] = aView(anEdition([withLogo('De Brede Linde')])).wall
    const { width, image } = mark!.logo!
    expect(image.width).toBeCloseTo(width / WIDE.inkBox.width)
    expect(image.left).toBeCloseTo(-WIDE.inkBox.x * image.width)
  })
  test('[G5] where a minimum width does not fit on a phone, the name stands there on a phone only', () => {
    const view = aView(anEdition([withLogo('De Brede Linde')]), { minimumWidths: new Map([['de brede linde', 45]]) })
    expect(view.wall[0]!.byName).toEqual({ screen: false, phone: true, paper: true })
    expect(publicPage(view, 'nl')).toMatch(/<svg class="not-phone not-paper"[\s\S]*<span class="phone paper">De Brede Linde<\/span>/)
  })
  test('[G3] without consent the name takes the same place in the order', () => {
    const view = aView(anEdition([withLogo('A'), listed('B'), withLogo('C')]))
    expect(view.wall.map((mark) => [mark.name, mark.logo !== null])).toEqual([['A', true], ['B', false], ['C', true]])
  })
  test('[G2] a revoked consent takes the logo off and leaves the name', () => {
    expect(aView(anEdition([withLogo('A')]), { logosOff: new Set(['a']) }).wall[0]).toMatchObject({ name: 'A', logo: null })
  })
})

describe('the page itself', () => {
  const view = aView(anEdition([withLogo('De Brede Linde')], { printed: [{ personId: 'p', organisationId: 'de brede linde' }] }), { persons: new Map([['p', { name: 'Hanna Terpstra', function: 'bestuurder' }]]) })
  const pages = { page: publicPage(view, 'nl'), verify: verifyPage(view, null, 'en'), mail: mailPage(view, 'nl'), missing: notFoundPage('nl') }

  test('no page has a script, a handler, a style on an element or anything from another host', () => {
    for (const [name, html] of Object.entries(pages)) {
      const shown = html.replaceAll(/<textarea[\s\S]*?<\/textarea>/g, '')
      expect(shown, name).not.toMatch(/<script|<[^>]* (?:on\w+|style)=|<iframe|javascript:/i)
      expect(shown.match(/(?:src|href|url\()="?https?:\/\/(?!draagvlak\.example)[^"]*/g), name).toBeNull()
    }
    expect(publicPolicy).toContain("default-src 'none'")
    expect(publicPolicy).not.toContain('unsafe')
  })
  test('[E2] previews elsewhere say the text and the coalition, and no person', () => {
    const head = pages.page.split('</head>')[0]!
    expect(head).toContain('<meta property="og:site_name" content="Preventiecoalitie Breder Gezond">')
    expect(head).toContain('<link rel="canonical" href="https://draagvlak.example/p/keukentafel">')
    expect(head).not.toContain('Hanna')
  })
  test('each page has one heading of the first level', () => {
    for (const [name, html] of Object.entries(pages)) expect(times(html, '<h1'), name).toBe(name === 'mail' ? 1 + times(html.match(/<textarea[\s\S]*<\/textarea>/)?.[0] ?? '', '<h1') : 1)
    const untitled = aView(anEdition([], { passages: view.edition.passages.filter((passage) => passage.kind !== 'title') }))
    expect(times(publicPage(untitled, 'nl'), '<h1')).toBe(1)
  })
  test('the text keeps its own language under the words of the reader', () => {
    const html = publicPage(view, 'en')
    expect(html).toContain('<html lang="en">')
    expect(html).toContain('lang="nl"')
    expect(html).toContain('Signed by one organisation')
  })
  test('an earlier edition says so and leads to the newest; a withdrawn one says why', () => {
    const editions = [1, 2].map((number) => ({ number, version: VERSION, publishedAt: '2026-09-24T07:00:00Z', adoptedAt: '2026-09-18T07:30:00.000Z', withdrawnAt: null, seal: SEAL }))
    const earlier = publicPage(aView(anEdition([listed('A')]), { editions }), 'nl')
    expect(aloud(earlier)).toContain('Dit is een eerdere uitgave. De nieuwste is uitgave 2.')
    expect(earlier).toContain('<meta name="robots" content="noindex">')
    expect(aloud(publicPage(aView(anEdition([listed('A')]), { withdrawn: { at: '2026-09-30T10:00:00Z', reason: 'verkeerd bedrag' } }), 'nl'))).toContain('ingetrokken op 30 september 2026: verkeerd bedrag')
  })
  test('[E1] what is not out yet and what never existed are the same page', () => {
    expect(notFoundPage.length).toBe(1)
    expect(notFoundPage('nl')).toBe(notFoundPage('nl'))
    expect(notFoundPage('nl')).not.toContain('og:')
    expect(notFoundPage('nl'), 'nothing was signed there').not.toContain('ondertekend')
    expect(pageFrame({ locale: 'nl', title: 'x', body: '' })).toContain('noindex')
  })
  test('the mail holds no class, id, picture or link into the page', () => {
    expect(mailHtml(view)).not.toMatch(/ (?:class|id)=|<img|<svg|href="#/)
  })
})

describe('checking a fingerprint', () => {
  const editions = [
    { number: 1, version: 'ab'.repeat(32), publishedAt: '2026-09-01T07:00:00Z', adoptedAt: '2026-08-31T07:30:00Z', withdrawnAt: null, seal: 'cd'.repeat(32) },
    { number: 2, version: VERSION, publishedAt: '2026-09-24T07:00:00Z', adoptedAt: '2026-09-18T07:30:00.000Z', withdrawnAt: null, seal: SEAL },
  ]
  const view = aView(anEdition([], { number: 2 }), { editions })

  test('a part of it, with spaces and capitals as somebody copies it, is the same text, and the page says since when', () => {
    expect(checkFingerprint(view, ' 41D7-90be 6a2c ')).toEqual({ as: 'same', since: '2026-09-18T07:30:00.000Z' })
    expect(aloud(verifyPage(view, '41d7 90be', 'nl'))).toContain('Dit is dezelfde tekst. Ongewijzigd sinds vrijdag 18 september 2026, 09.30 uur.')
  })
  test('the text of another edition is named; anything else is not the same', () => {
    expect(checkFingerprint(view, 'abababab')).toMatchObject({ as: 'other-edition', edition: { number: 1 } })
    expect(aloud(verifyPage(view, 'deadbeef', 'nl'))).toContain('Dit is niet dezelfde tekst.')
  })
  test('plain text says above evidence and ask what they are, for claim and ask can not be told apart there', () => {
    const passages = [plainPassage('aaaaaaaaaa', 'message', 'Wacht niet.'), plainPassage('bbbbbbbbbb', 'evidence', 'Het kost later meer.'), plainPassage('cccccccccc', 'ask', 'Stel een plafond.')]
    expect(publicText(aView(anEdition([], { type: 'key-messages', passages })))).toContain('Wacht niet.\n\nOnderbouwing:\nHet kost later meer.\n\nWat wij vragen:\nStel een plafond.')
  })
  test('the seal that stands beside the fingerprint is known too, and is no false alarm', () => {
    expect(checkFingerprint(view, '9c0f fee1')).toMatchObject({ as: 'seal', edition: { number: 2 } })
    expect(aloud(verifyPage(view, '9c0f fee1 d00d', 'nl'))).toContain('Dit is het zegel van uitgave 2.')
    expect(aloud(publicPage(view, 'nl'))).toContain('zegel 9c0f fee1 d00d 5ea1')
    expect(publicText(view)).toContain('zegel 9c0f fee1 d00d 5ea1')
  })
  test('too few digits, or signs that no fingerprint has, say what would be right', () => {
    for (const typed of ['', '41d7', 'hallo daar allemaal', '<script>alert(1)</script>']) {
      expect(checkFingerprint(view, typed)).toEqual({ as: 'too-short' })
      expect(verifyPage(view, typed, 'nl')).not.toContain('<script>')
    }
  })
  test('a second edition of the same words is unchanged since the first', () => {
    const again = aView(anEdition([], { number: 2 }), { editions: editions.map((one) => ({ ...one, version: VERSION })) })
    expect(checkFingerprint(again, VERSION)).toEqual({ as: 'same', since: '2026-08-31T07:30:00Z' })
  })
})
