/** The example texts, written for this project; figures in them are invented and only illustrate. */
import type { PassageKind } from '@draagvlak/domain/passage'

export interface DemoPassage { readonly kind: PassageKind; readonly text: string; readonly source?: { readonly label: string; readonly address: string; readonly date: string } }
const line = (kind: PassageKind, text: string, source?: DemoPassage['source']): DemoPassage => (source ? { kind, text, source } : { kind, text })

export const POSITION_PAPER: readonly DemoPassage[] = [
  line('title', 'Voorbij roken en overgewicht'),
  line('paragraph', 'Het Nationaal Preventieakkoord kijkt naar roken, alcohol en overgewicht. Dat blijft nodig. Maar wie elke maand geld tekortkomt, in een vochtig huis woont of niemand heeft om op terug te vallen, wordt van een folder niet gezonder. Wij vragen om een vervolg dat begint waar gezondheid begint: in het dagelijks leven.'),
  line('heading1', 'Waarom nu'),
  line('paragraph', 'Mensen met een laag inkomen leven gemiddeld jaren korter in goede gezondheid dan mensen met een hoog inkomen. Dat verschil is in acht jaar niet kleiner geworden.', { label: 'Instituut Leefwereld, Gezonde jaren in beeld', address: 'https://leefwereld.example/gezonde-jaren', date: 'peildatum 1 januari 2026' }),
  line('paragraph', 'Dit najaar besluit het kabinet over het vervolg van het akkoord. Wat er nu niet in staat, komt er de komende jaren niet meer in.'),
  line('heading1', 'Wat er ontbreekt'),
  line('paragraph', 'Schulden, eenzaamheid en slechte huisvesting komen in geen enkel deelakkoord voor. Toch bepalen juist die drie of iemand ruimte heeft om gezond te leven.'),
  line('bullet', 'Geldzorgen geven langdurige stress, en stress maakt ziek.'),
  line('bullet', 'Wie niemand kent in de buurt, gaat later naar de huisarts en blijft er langer komen.'),
  line('bullet', 'Schimmel in huis en astma bij kinderen gaan samen.'),
  line('heading1', 'Wat al werkt'),
  line('paragraph', 'In 112 wijken verwijst de huisarts mensen met stressklachten, slapeloosheid of somberheid door naar een welzijnscoach. Na een half jaar komen vier van de tien minder vaak op het spreekuur.', { label: 'Huisartsen Samen en Instituut Leefwereld, Welzijn op verwijzing', address: 'https://leefwereld.example/welzijn-op-verwijzing', date: '15 november 2025' }),
  line('heading1', 'Wat wij vragen'),
  line('numbered', 'Neem bestaanszekerheid en sociale basis op als vierde deelakkoord.'),
  line('numbered', 'Maak daarvoor ten minste €\u00a0120 miljoen per jaar vrij, acht jaar lang.'),
  line('numbered', 'Geef gemeenten en welzijnsorganisaties een vaste plaats aan de tafel waar over het akkoord wordt besloten.'),
  line('heading1', 'Wat wij zelf doen'),
  line('paragraph', 'Onze organisaties wachten daar niet op. Wij leiden elkaars medewerkers op, delen cijfers per wijk en spreken af dat niemand wordt weggestuurd omdat hij bij het verkeerde loket staat.'),
]

export const OPEN_LETTER: readonly DemoPassage[] = [
  line('addressee', 'Aan de staatssecretaris van Samenleven en Gezondheid'),
  line('title', 'Gezondheid begint aan de keukentafel'),
  line('salutation', 'Geachte staatssecretaris,'),
  line('paragraph', 'Deze maand besluit u over het vervolg op het Nationaal Preventieakkoord. Wij, organisaties uit welzijn, zorg, sport, wonen en wetenschap, vragen u om daarbij verder te kijken dan roken, overgewicht en alcohol.'),
  line('paragraph', 'In onze spreekkamers, buurthuizen en sportclubs zien wij dagelijks wat mensen ziek maakt. Vaak is dat geen sigaret en geen frisdrank. Het is de brief van de deurwaarder die ongeopend blijft, de schimmel in de slaapkamer van een kind, de week waarin niemand belt.'),
  line('paragraph', 'Wat wel helpt, weten we. In 112 wijken verwijst de huisarts door naar een welzijnscoach. Sportverenigingen openen overdag hun deuren voor wie alleen is. Corporaties sturen bij huurachterstand eerst iemand langs en pas daarna een brief.', { label: 'Instituut Leefwereld, Welzijn op verwijzing', address: 'https://leefwereld.example/welzijn-op-verwijzing', date: '15 november 2025' }),
  line('ask', 'Wij verwachten van u drie dingen. Neem bestaanszekerheid op als volwaardig onderdeel van het akkoord. Maak daarvoor ten minste €\u00a0120 miljoen per jaar vrij, acht jaar lang. En geef gemeenten en welzijnsorganisaties een vaste plaats aan de tafel waar over het akkoord wordt besloten.'),
  line('paragraph', 'Een gezonder land begint niet bij een leefstijl, maar bij een leven waarin ruimte is om gezond te zijn. Wij denken graag met u mee, en doen dat bij voorkeur aan de keukentafel.'),
  line('closing', 'Hoogachtend,'),
]

export const KEY_MESSAGES: readonly DemoPassage[] = [
  line('title', 'Ouder worden doe je niet alleen'),
  line('message', 'Ouderenbeleid gaat over het hele leven, niet alleen over zorg.'),
  line('evidence', 'Zes van de tien vragen die ouderen in het buurthuis stellen, gaan over geld, vervoer of gezelschap. Eén gaat er over zorg.', { label: 'Landelijk Verbond Buurtwelzijn, telling bij 48 buurthuizen', address: 'https://buurtwelzijn.example/telling', date: 'maart 2026' }),
  line('ask', 'Geef in het Ouderenpact de sociale basis een eigen hoofdstuk met een eigen budget.'),
  line('message', 'Wie voor een ander zorgt, moet dat kunnen volhouden.'),
  line('evidence', 'Een op de drie mantelzorgers slaat de eigen afspraak bij de huisarts over.', { label: 'Kring van Naasten, ledenpeiling', address: 'https://naasten.example/peiling', date: 'februari 2026' }),
  line('ask', 'Regel in elke gemeente een vast aanspreekpunt dat binnen drie werkdagen terugbelt.'),
  line('message', 'Een huis dat past, houdt mensen langer thuis.'),
  line('evidence', 'In Meerwijk verhuisden 240 ouderen naar een gelijkvloerse woning in dezelfde buurt; driekwart houdt dezelfde contacten.', { label: 'Wonen en Omzien, verhuizen in de eigen buurt', address: 'https://wonenenomzien.example/verhuizen', date: 'december 2025' }),
  line('ask', 'Maak doorstromen in de eigen buurt onderdeel van elke prestatieafspraak.'),
]
