/** The example coalition: invented organisations with logos drawn for this project, and the people who act for them. */
import type { BodyKind } from '@draagvlak/domain/body-kind'
import type { OrganisationRole, Right } from '@draagvlak/domain/events'

export interface DemoPerson {
  /** What this person shows in the demo. */
  readonly role: string
  readonly name: string
  readonly function: string
  readonly right: Right
  readonly roles: readonly OrganisationRole[]
}
export interface DemoOrganisation {
  readonly name: string
  readonly kind: BodyKind
  readonly reach: 'national' | 'regional' | 'local'
  readonly place: string
  readonly number: string
  readonly logo: string
  readonly about: string
  readonly members?: number
  readonly people: readonly DemoPerson[]
}

const director = (role: string, name: string, title = 'directeur'): DemoPerson => ({ role, name, function: title, right: 'observe', roles: ['mandate-holder', 'logo-manager'] })

export const HOST: DemoOrganisation = {
  name: 'Landelijk Verbond Buurtwelzijn', kind: 'umbrella', reach: 'national', place: 'Oeverdam', number: '90000001', logo: 'landelijk-verbond-buurtwelzijn', members: 512,
  about: 'Koepel van lokale welzijnsorganisaties. Samen werken onze leden in bijna elke buurt van het land.',
  people: [
    { role: 'coördinator', name: 'Noor Hageman', function: 'coördinator', right: 'write', roles: [] },
    { role: 'eindredacteur', name: 'Ruben Okhuijsen', function: 'eindredacteur', right: 'write', roles: [] },
    director('directeur van de koepel', 'Heleen Brouwer'),
  ],
}

export const PARTNERS: readonly DemoOrganisation[] = [
  { name: 'Anna Terwey Fonds', kind: 'fund', reach: 'national', place: 'Lindehaven', number: '90000002', logo: 'anna-terwey-fonds', about: 'Wij geven geld en tijd aan plannen van bewoners.', people: [director('bestuurder', 'Esther Groen')] },
  { name: 'De Brede Linde', kind: 'local-member', reach: 'local', place: 'Lindehaven', number: '90000003', logo: 'de-brede-linde', about: 'Buurthuis, spreekuur en eettafel onder één dak.', people: [director('directeur', 'Hanna Terpstra', 'bestuurder'), { role: 'toehoorder', name: 'Pim de Wit', function: 'sociaal werker', right: 'observe', roles: [] }] },
  { name: 'Federatie Buurtsport', kind: 'branche-organisation', reach: 'national', place: 'Meerwijk', number: '90000004', logo: 'federatie-buurtsport', about: 'Wij brengen bewegen dichtbij, voor iedereen.', people: [director('voorzitter', 'Wim Aalders', 'voorzitter'), { role: 'schrijver', name: 'Samira El Amrani', function: 'beleidsadviseur', right: 'write', roles: [] }] },
  { name: 'Genootschap voor Sociale Geneeskunst', kind: 'professional-association', reach: 'national', place: 'Oeverdam', number: '90000005', logo: 'genootschap-sociale-geneeskunst', about: 'Beroepsvereniging van artsen die kijken naar wat mensen ziek maakt.', people: [director('voorzitter', 'Idris Benali', 'voorzitter')] },
  { name: 'Huisartsen Samen', kind: 'professional-association', reach: 'national', place: 'Meerwijk', number: '90000006', logo: 'huisartsen-samen', about: 'Huisartsen die samen optrekken in de wijk.', people: [director('directeur zonder account', 'Marijke Veldhuis'), { role: 'meelezer', name: 'Lot Verhagen', function: 'adviseur', right: 'read-along', roles: [] }] },
  { name: 'Instituut Leefwereld', kind: 'knowledge-institute', reach: 'national', place: 'Oeverdam', number: '90000007', logo: 'instituut-leefwereld', about: 'Onderzoek naar het leven van alledag.', people: [director('directeur', 'Ilse Brandsma'), { role: 'schrijver', name: 'Tjeerd Wassenaar', function: 'onderzoeker', right: 'write', roles: [] }] },
  { name: 'Kring van Naasten', kind: 'national-member', reach: 'national', place: 'Lindehaven', number: '90000008', logo: 'kring-van-naasten', about: 'Van en voor mensen die voor een ander zorgen.', people: [director('directeur', 'Joost van Dalen')] },
  { name: 'Platform Schuldenrust', kind: 'branche-organisation', reach: 'national', place: 'Meerwijk', number: '90000009', logo: 'platform-schuldenrust', about: 'Gemeenten, schuldhulp en schuldeisers aan één tafel.', people: [director('directeur', 'Chantal Rijnders')] },
  { name: 'Tafelgenoot', kind: 'company', reach: 'national', place: 'Oeverdam', number: '90000010', logo: 'tafelgenoot', about: 'Schoolmaaltijden van goede grondstoffen.', people: [director('oprichter', 'Nadia Chaouch', 'oprichter')] },
  { name: 'Verbond Vroege Jaren', kind: 'national-member', reach: 'national', place: 'Lindehaven', number: '90000011', logo: 'verbond-vroege-jaren', about: 'Voor een goede start van elk kind.', people: [director('voorzitter', 'Bas Willemse', 'voorzitter')] },
  { name: 'Wonen en Omzien', kind: 'housing-corporation', reach: 'regional', place: 'Meerwijk', number: '90000012', logo: 'wonen-en-omzien', about: 'Wij verhuren woningen en zien naar elkaar om.', people: [director('directeur', 'Pieter Jansma')] },
]

/** `noor.hageman@landelijk-verbond-buurtwelzijn.example` */
export const emailOf = (organisation: DemoOrganisation, person: DemoPerson): string => `${person.name.toLowerCase().normalize('NFKD').replace(/[^a-z ]/g, '').replace(/ +/g, '.')}@${organisation.logo}.example`
