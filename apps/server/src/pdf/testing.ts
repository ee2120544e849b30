/** An invented open letter with everything that an edition can hold, for tests of the PDF. */

import { readFileSync } from 'node:fs'
import { layOutWall, PRINT_WALL } from '@draagvlak/domain/logo-wall'
import type { PassageKind } from '@draagvlak/domain/passage'
import type { Inline, Passage } from '@draagvlak/editor/passage'
import { plainPassage } from '@draagvlak/editor/passage'
import { takeInLogo } from '../logo/take-in-logo.ts'
import type { EditionPdf, PdfWallPlace } from './pdf-input.ts'

export function passage(kind: PassageKind, text: string, indent = 0): Passage {
  return plainPassage('abcdefghij', kind, text, indent)
}

export function passageOf(kind: PassageKind, ...content: readonly Inline[]): Passage {
  return { id: 'abcdefghij', kind, indent: 0, content }
}

export const LETTER: readonly Passage[] = [
  passage('addressee', 'Aan de staatssecretaris van Samenleven en Gezondheid\nDen Haag'),
  passage('title', 'Gezondheid begint aan de keukentafel'),
  passage('salutation', 'Geachte staatssecretaris,'),
  passage('paragraph', 'Deze maand besluit u over het vervolg op het Nationaal Preventieakkoord. Wij, organisaties uit welzijn, zorg, sport, wonen en wetenschap, vragen u om daarbij verder te kijken dan roken, overgewicht en alcohol.'),
  passage('paragraph', 'In onze spreekkamers, buurthuizen en sportclubs zien wij dagelijks wat mensen ziek maakt. Vaak is dat geen sigaret en geen frisdrank. Het is de brief van de deurwaarder die ongeopend blijft, de schimmel in de slaapkamer van een kind, de week waarin niemand belt.'),
  passageOf('paragraph',
    { type: 'text', text: 'Mensen met weinig geld leven gemiddeld vijftien jaar langer met gezondheidsklachten dan mensen met veel geld.' },
    { type: 'source', attrs: { label: 'Cijfers uit een voorbeeld', address: 'https://cijfers.example/gezondheid', date: '2025' } },
    { type: 'text', text: ' Dat verschil ontstaat ' }, { type: 'text', text: 'niet', marks: [{ type: 'italic' }] }, { type: 'text', text: ' in de spreekkamer en wordt daar ook niet opgelost.' }),
  passage('paragraph', 'Wat wel helpt, weten we. In 112 wijken verwijst de huisarts mensen met stressklachten door naar een welzijnscoach. Sportverenigingen openen overdag hun deuren voor wie alleen is. Corporaties sturen bij huurachterstand eerst iemand langs en pas daarna een brief.'),
  passage('paragraph', 'Wij verwachten van u drie dingen. Neem bestaanszekerheid en sociale basis op als volwaardig onderdeel van het akkoord. Maak daarvoor ten minste € 120 miljoen per jaar vrij, acht jaar lang. En geef gemeenten en welzijnsorganisaties een vaste plaats aan de tafel waar over het akkoord wordt besloten.'),
  passage('paragraph', 'Een gezonder Nederland begint niet bij een leefstijl, maar bij een leven waarin ruimte is om gezond te zijn. Wij denken graag met u mee, en doen dat bij voorkeur aan de keukentafel.'),
  passage('closing', 'Hoogachtend,'),
]

const SIGNED: readonly [name: string, file: string | null, person: string | null][] = [
  ['Anna Terwey Fonds', 'anna-terwey-fonds', 'Esther Groen, directeur'], ['De Brede Linde', 'de-brede-linde', 'Hanna Terpstra, bestuurder'],
  ['Federatie Buurtsport', 'federatie-buurtsport', 'Wim Aalders, voorzitter'], ['Gemeente Oeverdam', null, 'Fleur Stadhouder, wethouder'],
  ['Genootschap voor Sociale Geneeskunst', 'genootschap-sociale-geneeskunst', 'prof. Idris Benali, voorzitter'], ['Vereniging Herstel en Nabijheid', null, 'Lotte Verhulst, directeur'],
  ['Huisartsen Samen', 'huisartsen-samen', 'Marijke Veldhuis, directeur'], ['Instituut Leefwereld', 'instituut-leefwereld', 'Ilse Brandsma, directeur'],
  ['Kring van Naasten', 'kring-van-naasten', 'Joost van Dalen, directeur'], ['Landelijk Verbond Buurtwelzijn', 'landelijk-verbond-buurtwelzijn', 'Ruben Okhuijsen, voorzitter'],
  ['Platform Schuldenrust', 'platform-schuldenrust', null], ['Seniorenverbond Oost-West', null, 'Gerrit Hofman, voorzitter'],
  ['Tafelgenoot Schoolmaaltijden', 'tafelgenoot', 'Nadia Chaouch, oprichter'], ['Verbond Vroege Jaren', 'verbond-vroege-jaren', 'Bas Willemse, voorzitter'],
  ['Vereniging Voeding & Praktijk', null, 'Anneke Smit, voorzitter'], ['Wonen en Omzien', 'wonen-en-omzien', 'Pieter Jansma, directeur'],
]

export async function wallOf(signed: readonly (readonly [name: string, file: string | null, person?: string | null])[]): Promise<PdfWallPlace[]> {
  const directory = new URL('../demo/logos/', import.meta.url)
  const logos = new Map(await Promise.all(signed.flatMap(([name, file]) => file === null ? [] : [takeInLogo(readFileSync(new URL(`${file}.svg`, directory))).then(logo => [name, logo] as const)])))
  const { places } = layOutWall(signed.map(([id]) => {
    const logo = logos.get(id)
    return { id, kind: 'national-member', mark: logo?.ok === true ? { facts: logo.facts } : { because: 'no-consent' } }
  }), PRINT_WALL)
  return places.map(place => {
    const logo = logos.get(place.id)
    if (place.as === 'name' || logo?.ok !== true) return { as: 'name', name: place.id }
    return { as: 'logo', name: place.id, mediaType: logo.mediaType, bytes: logo.bytes, width: place.width, height: place.height, image: place.image }
  })
}

export async function anEdition(more: Partial<EditionPdf> = {}): Promise<EditionPdf> {
  return {
    kind: 'edition', language: 'nl', coalition: 'Preventiecoalitie Breder Gezond', dateLine: 'Oeverdam, donderdag 24 september 2026', passages: LETTER,
    labels: {
      signatories: 'Ondertekend door zestien organisaties', order: 'Op alfabet; stand per vrijdag 2 oktober 2026', personalTitle: 'Op persoonlijke titel',
      stateBodies: 'Rijksoverheid', stateBodiesInOneLine: 'Rijksoverheid', withdrawn: 'Ondertekenden eerder', edition: 'Uitgave',
    },
    signatories: SIGNED.map(([name, , person]) => ({
      name,
      ...(person === null ? {} : { person }),
      ...(name === 'Huisartsen Samen' ? { note: 'Met voorbehoud bij de vijfde alinea: ‘Het bedrag steunen wij, mits het niet ten koste gaat van de wijkverpleging.’' } : {}),
      ...(name === 'Vereniging Herstel en Nabijheid' ? { note: 'Aangesloten op 2 oktober, na de eerste uitgave.' } : {}),
      ...(name === 'Landelijk Verbond Buurtwelzijn' ? { alsoFor: 'mede namens 512 leden, peildatum 1 januari 2026' } : {}),
    })),
    personalTitle: [], stateBodies: { as: 'names', bodies: [] }, wall: await wallOf(SIGNED), withdrawn: [],
    editionNumber: 2, adoptedLine: 'vastgesteld vrijdag 18 september 2026',
    check: { fingerprintLabel: 'kenmerk', fingerprint: '41d7 90be 6a2c 77f1', address: { label: 'Controleer deze tekst op', value: 'draagvlak.example/p/keukentafel' } },
    ...more,
  }
}
