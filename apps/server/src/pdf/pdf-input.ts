/** What a PDF is made from, as plain data. Every word that is shown comes in with it, in the language of the text. */

import type { StateBodyLine } from '@draagvlak/domain/body-kind'
import type { Language } from '@draagvlak/domain/passage'
import type { Passage } from '@draagvlak/editor/passage'

interface Sheet {
  readonly language: Language
  /** Also the creator that the file names: never a person (E2). */
  readonly coalition: string
  /** "Oeverdam, donderdag 24 september 2026". */
  readonly dateLine?: string
  /** What kind of text it is, above its title: "Position paper". */
  readonly typeLine?: string
  readonly passages: readonly Passage[]
  /** Small words above the parts of a key message. */
  readonly passageLabels?: { readonly evidence?: string; readonly ask?: string }
}

/** [E2] Says that it is a draft on every page, and has no place for signatories. */
export interface DraftPdf extends Sheet {
  readonly kind: 'draft'
  readonly labels: { /** "concept", on every page. */ readonly draft: string; /** A sentence under the coalition's name. */ readonly explanation?: string }
  readonly check?: CheckLine
}

export interface EditionPdf extends Sheet {
  readonly kind: 'edition'
  readonly labels: {
    /** "Ondertekend door zestien organisaties". */
    readonly signatories: string
    /** "Op alfabet; stand per vrijdag 2 oktober 2026". */
    readonly order?: string
    readonly personalTitle: string
    readonly stateBodies: string
    /** [G4] "Rijksoverheid". */
    readonly stateBodiesInOneLine: string
    readonly withdrawn: string
    /** "Uitgave". */
    readonly edition: string
  }
  /** In the order of the edition (G5). */
  readonly signatories: readonly PdfSignatory[]
  /** [S6] Persons who signed for themselves. */
  readonly personalTitle: readonly PdfSignatory[]
  readonly stateBodies: StateBodyLine<string>
  /** Laid out with PRINT_WALL. */
  readonly wall: readonly PdfWallPlace[]
  /** [S5] Who signed this edition until a date. */
  readonly withdrawn: readonly { readonly name: string; /** "ondertekende t/m 3 oktober 2026". */ readonly line: string }[]
  readonly editionNumber: number
  /** "vastgesteld vrijdag 18 september 2026". */
  readonly adoptedLine?: string
  readonly check: CheckLine
}

/** What one partner answered, to keep: the words that were recorded and the text they speak of. */
export interface ConfirmationPdf extends Sheet {
  readonly kind: 'confirmation'
  readonly labels: { /** Heading: "Dit is vastgelegd". */ readonly title: string; /** Heading above the text itself. */ readonly text: string }
  /** "Organisatie", "Huisartsen Samen"; in the order shown. */
  readonly recorded: readonly { readonly label: string; readonly value: string }[]
  readonly check: CheckLine
}

export type PdfInput = DraftPdf | EditionPdf | ConfirmationPdf

export interface PdfSignatory {
  /** Printed letter for letter. */
  readonly name: string
  /** [S6] "mede namens 512 leden, peildatum 1 januari 2026". */
  readonly alsoFor?: string
  /** [S6] "Esther Groen, directeur"; only after a separate yes. */
  readonly person?: string
  /** A public reservation, or another remark that belongs to this signature. */
  readonly note?: string
}

/** Sizes in mm. */
export type PdfWallPlace =
  | { readonly as: 'name'; readonly name: string }
  | {
    readonly as: 'logo'
    /** The organisation's name, as alternative text. */
    readonly name: string
    readonly mediaType: 'image/svg+xml' | 'image/png'
    readonly bytes: Uint8Array
    /** The ink, and the whole file around it: as `layOutWall` gives them. */
    readonly width: number
    readonly height: number
    readonly image: { readonly width: number; readonly height: number; readonly left: number; readonly top: number }
  }

/** By what a reader can check these words. */
export interface CheckLine {
  /** "kenmerk" and "41d7 90be 6a2c 77f1". */
  readonly fingerprintLabel: string
  readonly fingerprint: string
  /** The head of the chain of events. */
  readonly chain?: { readonly label: string; readonly value: string }
  /** "Controleer deze tekst op" and "draagvlak.example/p/keukentafel". */
  readonly address?: { readonly label: string; readonly value: string }
}
