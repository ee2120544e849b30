/** The PDF of an edition: set like a printed letter, every logo with its organisation's name, no person in its metadata. */
import { layOutWall, PRINT_WALL } from '@draagvlak/domain/logo-wall'
import { m } from '@draagvlak/messages/m'
import type { Deps } from '../deps.ts'
import { dateInWords } from '../mail/dates.ts'
import type { PdfSignatory, PdfWallPlace } from '../pdf/pdf-input.ts'
import { renderPdf } from '../pdf/render-pdf.ts'
import { passageLabels, typeLine } from '../pdf/words.ts'
import { wallEntries } from '../round/listing.ts'
import { readFile } from '../store/files.ts'
import type { PublicView, Signatory } from './public/public-view.ts'
import { footnoteText, inOrder, personLine, secondLines, shortFingerprint, signedBy } from './public/public-words.ts'

export async function editionPdf(deps: Deps, view: PublicView): Promise<Uint8Array> {
  const { edition } = view
  const locale = edition.language
  const options = { locale }
  const signatory = (one: Signatory): PdfSignatory => {
    const note = view.footnotes.find((footnote) => footnote.number === one.footnote)
    const [alsoFor] = one.alsoFor ? secondLines({ ...one, persons: [] }, edition.zone, locale) : []
    const person = one.persons.map(personLine).join('; ')
    return { name: one.name, ...(alsoFor ? { alsoFor } : {}), ...(person ? { person } : {}), ...(note ? { note: footnoteText(note, edition.zone, locale) } : {}) }
  }
  return renderPdf({
    kind: 'edition', language: locale, coalition: edition.coalition, dateLine: dateInWords(view.publishedAt, edition.zone, locale), typeLine: typeLine(edition.type, locale), passages: edition.passages,
    passageLabels: passageLabels(locale),
    labels: {
      signatories: signedBy(view, locale), order: inOrder(view, locale), personalTitle: m.shared_pdf_personal({}, options), stateBodies: m.shared_pdf_state_bodies({}, options),
      stateBodiesInOneLine: m.shared_pdf_state_one_line({}, options), withdrawn: m.shared_pdf_withdrawn({}, options), edition: m.shared_pdf_edition({}, options),
    },
    signatories: view.signatories.map(signatory), personalTitle: view.personal.map((person) => ({ name: person.name, ...(person.function ? { person: person.function } : {}) })),
    stateBodies: view.stateBodies.as === 'names' ? { as: 'names', bodies: view.stateBodies.bodies.map((body) => body.name) } : { as: 'one-line', bodies: view.stateBodies.bodies.map((body) => body.name) },
    wall: await printedWall(deps, view), editionNumber: edition.number, adoptedLine: m.public_adopted({ date: dateInWords(view.adoptedAt, edition.zone, locale) }, options),
    withdrawn: view.ended.map((one) => ({ name: one.name, line: one.as === 'withdrawn' ? m.shared_pdf_signed_until({ date: dateInWords(one.at, edition.zone, locale) }, options) : m.shared_pdf_mistaken({}, options) })),
    check: {
      fingerprintLabel: m.shared_pdf_fingerprint({}, options), fingerprint: shortFingerprint(edition.version), chain: { label: m.public_seal({}, options), value: shortFingerprint(view.seal) },
      address: { label: m.shared_pdf_check_at({}, options), value: `${view.address}/verify`.replace(/^https?:\/\//, '') },
    },
  })
}

/** Logos that stand on the page stand in print; the others stand there by name, in the same order. */
async function printedWall(deps: Deps, view: PublicView): Promise<PdfWallPlace[]> {
  const lines = view.signatories.flatMap((signatory, at) => {
    const line = view.edition.list.find((one) => one.organisationId === signatory.id)
    return line ? [view.wall[at]?.byName.paper === false ? line : { ...line, logo: null, nameOnlyBecause: 'no-logo' }] : []
  })
  const { places } = layOutWall(wallEntries(lines, new Map()), PRINT_WALL)
  return Promise.all(places.map(async (place): Promise<PdfWallPlace> => {
    const line = lines.find((one) => one.organisationId === place.id)!
    const file = place.as === 'logo' && line.logo ? await readFile(deps.connection.db, line.logo.file) : null
    if (place.as !== 'logo' || !file) return { as: 'name', name: line.name }
    return { as: 'logo', name: line.name, mediaType: file.mediaType as 'image/svg+xml' | 'image/png', bytes: new Uint8Array(file.bytes), width: place.width, height: place.height, image: place.image }
  }))
}
