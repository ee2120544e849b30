/** An invented open letter as the public pages get it, for tests. */
import type { Id, Listed } from '@draagvlak/domain/events'
import type { LogoFacts } from '@draagvlak/domain/logo-wall'
import { organisationSortKey } from '@draagvlak/domain/sort-key'
import { plainPassage } from '@draagvlak/editor/passage'
import type { EditionFile } from '../edition-file.ts'
import { publicViewOf, type PublicSources, type PublicView } from './public-view.ts'

export const WIDE: LogoFacts = {
  format: 'svg', stored: 'svg', width: 320, height: 80, transparent: true, background: 'transparent', readsOn: 'light',
  inkBox: { x: 0.1, y: 0.25, width: 0.8, height: 0.5 }, ink: 30_000, boxWidth: 640, boxHeight: 100, hasText: false, hasRaster: false, fitForPrint: true, notes: [],
}

export const listed = (name: string, more: Partial<Listed> = {}): Listed => ({
  organisationId: name.toLowerCase(), name, sortKey: organisationSortKey({ name, ownKey: null }), kind: 'national-member', place: 'wall', logo: null, nameOnlyBecause: 'no-consent', alsoFor: null, reservations: [], answerId: name, ...more,
})
export const withLogo = (name: string, more: Partial<Listed> = {}): Listed =>
  listed(name, { logo: { logoId: name, file: hashLike(name), mediaType: 'image/svg+xml', facts: WIDE }, nameOnlyBecause: null, ...more })
/** A hash that a test can recognise. */
export const hashLike = (name: string): string => Array.from(name).reduce((hash, sign) => (hash * 31 + sign.codePointAt(0)!) % 0xffffffff, 7).toString(16).padStart(8, '0').repeat(8)

export const SEAL = '9c0ffee1d00d5ea1'.padEnd(64, '3')
export const VERSION = '41d790be6a2c77f1'.padEnd(64, '0')

export function anEdition(list: readonly Listed[], more: Partial<EditionFile> = {}): EditionFile {
  return {
    schema: 1, statementId: 'statement', slug: 'keukentafel', number: 1, type: 'open-letter', language: 'nl', coalition: 'Preventiecoalitie Breder Gezond', dossier: 'Preventie', zone: 'Europe/Amsterdam', version: VERSION,
    passages: [
      plainPassage('aaaaaaaaaa', 'addressee', 'Aan de staatssecretaris\nDen Haag'), plainPassage('bbbbbbbbbb', 'title', 'Gezondheid begint aan de keukentafel'),
      plainPassage('cccccccccc', 'salutation', 'Geachte staatssecretaris,'), plainPassage('dddddddddd', 'paragraph', 'Deze maand besluit u over het vervolg.'), plainPassage('eeeeeeeeee', 'closing', 'Hoogachtend,'),
    ],
    list, personal: [], printed: [], reason: null, madeAt: '2026-09-24T07:00:00.000Z', ...more,
  }
}

export function aView(edition: EditionFile, more: Partial<PublicSources> = {}): PublicView {
  return publicViewOf({
    edition, file: 'f'.repeat(64), publishedAt: '2026-09-24T07:00:00.000Z', adoptedAt: '2026-09-18T07:30:00.000Z', withdrawn: null, now: '2026-10-02T10:00:00.000Z', baseUrl: 'https://draagvlak.example',
    persons: new Map<Id, { name: string; function: string }>(), ended: [], logosOff: new Set<Id>(), minimumWidths: new Map<Id, number>(), joined: new Map<Id, string>(),
    editions: [{ number: edition.number, version: edition.version, publishedAt: '2026-09-24T07:00:00.000Z', adoptedAt: '2026-09-18T07:30:00.000Z', withdrawnAt: null, seal: SEAL }],
    ...more,
  })
}
