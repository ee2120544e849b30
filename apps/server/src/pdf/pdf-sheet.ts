/** Brings the three kinds of PDF to the one shape that the template sets: strings and numbers, no choices left. */

import type { Block } from './pdf-blocks.ts'
import { blocksOf, printable, sourceCount, titleOf } from './pdf-blocks.ts'
import { signaturesHeight } from './signatures-height.ts'
import type { CheckLine, PdfInput, PdfSignatory, PdfWallPlace } from './pdf-input.ts'

export interface SheetSignatory { readonly name: string; readonly lines: readonly string[]; /** Number of its note, or null. */ readonly note: number | null }
export type SheetPlace =
  | { readonly as: 'name'; readonly name: string }
  | { readonly as: 'logo'; readonly name: string; readonly file: string; readonly width: number; readonly height: number; readonly image: { readonly width: number; readonly height: number; readonly left: number; readonly top: number } }

export interface SignatureSheet {
  readonly heading: string
  readonly order: string | null
  readonly level: number
  readonly signatories: readonly SheetSignatory[]
  readonly lists: readonly { readonly heading: string; readonly entries: readonly SheetSignatory[] }[]
  readonly notes: readonly { readonly number: number; readonly text: string }[]
  readonly wall: readonly SheetPlace[]
  /** In mm, see `signaturesHeight`. */
  readonly height: number
}

/** Crosses to the template as JSON, and to nothing else. */
export interface PdfSheet {
  readonly language: string
  readonly title: string
  readonly coalition: string
  readonly mark: string | null
  /** A sentence above everything. */
  readonly notice: string | null
  readonly dateLine: string | null
  readonly typeLine: string | null
  readonly recorded: { readonly heading: string; readonly lines: readonly { readonly label: string; readonly value: string }[]; readonly textHeading: string } | null
  readonly passageLabels: { readonly evidence: string | null; readonly ask: string | null }
  readonly blocks: readonly Block[]
  readonly signatures: SignatureSheet | null
  readonly closing: { readonly parts: readonly { readonly text: string; readonly strong: string | null }[]; readonly address: { readonly label: string; readonly value: string } | null } | null
}

/** A picture that the template asks for by name. */
export interface SheetFile { readonly name: string; readonly bytes: Uint8Array }

export function sheetFor(input: PdfInput): { readonly sheet: PdfSheet; readonly files: readonly SheetFile[] } {
  const { files, wall } = filesOf(input.kind === 'edition' ? input.wall : [])
  const title = titleOf(input.passages)
  const isConfirmation = input.kind === 'confirmation'
  const sheet: PdfSheet = {
    language: input.language,
    title: isConfirmation ? printable(input.labels.title) : title ?? printable(input.typeLine ?? input.coalition),
    coalition: printable(input.coalition),
    mark: input.kind === 'draft' ? printable(input.labels.draft) : null,
    notice: input.kind === 'draft' ? orNull(input.labels.explanation) : null,
    dateLine: orNull(input.dateLine),
    typeLine: orNull(input.typeLine),
    recorded: isConfirmation ? { heading: printable(input.labels.title), textHeading: printable(input.labels.text), lines: input.recorded.map(it => ({ label: printable(it.label), value: printable(it.value) })) } : null,
    passageLabels: { evidence: orNull(input.passageLabels?.evidence), ask: orNull(input.passageLabels?.ask) },
    blocks: blocksOf(input.passages, isConfirmation ? 3 : 1),
    signatures: input.kind === 'edition' ? signaturesOf(input, wall, title === null ? 1 : 2) : null,
    closing: closingOf(input),
  }
  return { sheet, files }
}

function signaturesOf(input: PdfInput & { kind: 'edition' }, wall: readonly SheetPlace[], level: number): SignatureSheet {
  const notes: { number: number; text: string }[] = []
  // Notes go on where the footnotes of the text stop, so that no number means two things.
  const first = sourceCount(input.passages) + 1
  const entry = (it: PdfSignatory): SheetSignatory => {
    if (it.note === undefined) return { name: printable(it.name), lines: present([it.alsoFor, it.person]), note: null }
    const number = first + notes.length
    notes.push({ number, text: printable(it.note) })
    return { name: printable(it.name), lines: present([it.alsoFor, it.person]), note: number }
  }
  const { labels, stateBodies } = input
  const names = stateBodies.as === 'one-line' ? [labels.stateBodiesInOneLine] : stateBodies.bodies
  const lists = [
    { heading: labels.stateBodies, entries: names.map(name => entry({ name })) },
    { heading: labels.personalTitle, entries: input.personalTitle.map(entry) },
    { heading: labels.withdrawn, entries: input.withdrawn.map(it => entry({ name: it.name, person: it.line })) },
  ]
  const parts = { signatories: input.signatories.map(entry), lists: lists.filter(it => it.entries.length > 0), notes: [...notes].sort((a, b) => a.number - b.number), wall }
  return {
    heading: printable(labels.signatories), order: orNull(labels.order), level,
    ...parts, height: signaturesHeight(parts),
  }
}

function closingOf(input: PdfInput): PdfSheet['closing'] {
  const check: CheckLine | undefined = input.check
  if (check === undefined) return null
  const parts = [
    ...(input.kind === 'edition' ? [{ text: `${input.labels.edition} ${input.editionNumber}`, strong: null }] : []),
    ...(input.kind === 'edition' && input.adoptedLine !== undefined ? [{ text: input.adoptedLine, strong: null }] : []),
    { text: check.fingerprintLabel, strong: check.fingerprint },
    ...(check.chain === undefined ? [] : [{ text: check.chain.label, strong: check.chain.value }]),
  ]
  return {
    parts: parts.map(it => ({ text: printable(it.text), strong: it.strong === null ? null : printable(it.strong) })),
    address: check.address === undefined ? null : { label: printable(check.address.label), value: printable(check.address.value) },
  }
}

function filesOf(places: readonly PdfWallPlace[]): { files: SheetFile[]; wall: SheetPlace[] } {
  const files: SheetFile[] = []
  const wall = places.map((place): SheetPlace => {
    if (place.as === 'name') return { as: 'name', name: printable(place.name) }
    const file = `/logo-${files.length + 1}.${place.mediaType === 'image/png' ? 'png' : 'svg'}`
    files.push({ name: file, bytes: place.bytes })
    const { width, height, image } = place
    return { as: 'logo', name: printable(place.name), file, width, height, image }
  })
  return { files, wall }
}

function present(lines: readonly (string | undefined)[]): string[] {
  return lines.filter(it => it !== undefined && it !== '').map(it => printable(it ?? ''))
}

function orNull(words: string | undefined): string | null {
  return words === undefined || words === '' ? null : printable(words)
}
