/** What a new text begins with: passages whose brackets say what to write, per type and language. */
import type { Language, PassageKind, StatementType } from '@draagvlak/domain/passage'
import { plainPassage, type Passage } from './passage.ts'

type Line = readonly [kind: PassageKind, text: string]

const TEMPLATES: Record<StatementType, Record<Language, readonly Line[]>> = {
  'key-messages': {
    nl: [
      ['title', '[Onderwerp in enkele woorden: waarover gaan deze kernboodschappen?]'],
      ['paragraph', '[Voor welk gesprek of besluit zijn deze boodschappen bedoeld, en wanneer valt dat?]'],
      ['message', '[Eerste boodschap: één zin die iedereen aan tafel kan herhalen]'],
      ['evidence', '[Waar blijkt dat uit? Noem een cijfer of voorbeeld, met bron en peildatum]'],
      ['ask', '[Wat vragen we, aan wie, en voor wanneer?]'],
      ['message', '[Tweede boodschap]'],
      ['evidence', '[Waar blijkt dat uit?]'],
      ['ask', '[Wat vragen we?]'],
      ['message', '[Derde boodschap: meer dan drie onthoudt niemand]'],
      ['evidence', '[Waar blijkt dat uit?]'],
      ['ask', '[Wat vragen we?]'],
    ],
    en: [
      ['title', '[Subject in a few words: what are these key messages about?]'],
      ['paragraph', '[For which meeting or decision are these messages meant, and when is it?]'],
      ['message', '[First message: one sentence that everyone at the table can repeat]'],
      ['evidence', '[What shows this? Give a figure or an example, with source and date]'],
      ['ask', '[What do we ask, of whom, and by when?]'],
      ['message', '[Second message]'],
      ['evidence', '[What shows this?]'],
      ['ask', '[What do we ask?]'],
      ['message', '[Third message: nobody remembers more than three]'],
      ['evidence', '[What shows this?]'],
      ['ask', '[What do we ask?]'],
    ],
  },
  'position-paper': {
    nl: [
      ['title', '[Titel: ons standpunt in één regel]'],
      ['paragraph', '[Samenvatting: wat er moet veranderen en waarom juist nu, in drie of vier zinnen]'],
      ['heading1', 'Waar het om gaat'],
      ['paragraph', '[Beschrijf de situatie zoals mensen die meemaken. Onderbouw elk cijfer met een bron]'],
      ['heading1', 'Wat wij ervan vinden'],
      ['paragraph', '[Ons standpunt, en welke ruimte er is]'],
      ['heading2', '[Deelonderwerp]'],
      ['paragraph', '[Toelichting op dit deelonderwerp]'],
      ['heading1', 'Wat wij vragen'],
      ['ask', '[Eerste vraag: aan wie, wat en voor wanneer?]'],
      ['ask', '[Tweede vraag]'],
      ['heading1', 'Wat wij zelf doen'],
      ['bullet', '[Een toezegging van de gezamenlijke partners]'],
      ['bullet', '[Nog een toezegging]'],
    ],
    en: [
      ['title', '[Title: our position in one line]'],
      ['paragraph', '[Summary: what has to change and why now, in three or four sentences]'],
      ['heading1', 'What is at stake'],
      ['paragraph', '[Describe the situation as people live it. Give a source for every figure]'],
      ['heading1', 'Where we stand'],
      ['paragraph', '[Our position, and how much room there is]'],
      ['heading2', '[Part of the subject]'],
      ['paragraph', '[More about this part]'],
      ['heading1', 'What we ask'],
      ['ask', '[First ask: of whom, what and by when?]'],
      ['ask', '[Second ask]'],
      ['heading1', 'What we do ourselves'],
      ['bullet', '[A commitment of the partners together]'],
      ['bullet', '[Another commitment]'],
    ],
  },
  'open-letter': {
    nl: [
      ['title', '[Kop: waarom iemand deze brief zou lezen]'],
      ['addressee', '[Geadresseerde: naam en functie]'],
      ['salutation', '[Aanhef],'],
      ['paragraph', '[Aanleiding: wat is er gebeurd of staat er te gebeuren?]'],
      ['paragraph', '[Wat dat betekent voor mensen, met één voorbeeld]'],
      ['paragraph', '[Waarom het anders kan, en wat daarvoor al klaarligt]'],
      ['ask', '[De ene vraag van deze brief: wat moet de geadresseerde doen, en voor wanneer?]'],
      ['paragraph', '[Wat wij daartegenover stellen]'],
      ['closing', '[Slotformule]'],
    ],
    en: [
      ['title', '[Headline: why anyone would read this letter]'],
      ['addressee', '[Addressee: name and office]'],
      ['salutation', '[Salutation],'],
      ['paragraph', '[Occasion: what has happened, or is about to?]'],
      ['paragraph', '[What that means for people, with one example]'],
      ['paragraph', '[Why it can be different, and what is ready for it]'],
      ['ask', '[The one ask of this letter: what must the addressee do, and by when?]'],
      ['paragraph', '[What we offer in return]'],
      ['closing', '[Closing words]'],
    ],
  },
}

/** The first passages of a new text, under its title where it has one. Whatever stands in brackets is a finding until it is filled in. */
export function templatePassages(type: StatementType, language: Language, newId: () => string, title = ''): Passage[] {
  return TEMPLATES[type][language].map(([kind, text]) => plainPassage(newId(), kind, kind === 'title' && title !== '' ? title : text))
}
