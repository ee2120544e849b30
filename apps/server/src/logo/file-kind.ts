/** Tells from its bytes, never from its name, what kind of file somebody sent as a logo. */

import type { WRONG_FILE_KINDS } from '@draagvlak/domain/logo-refusals'

export type FileKind = 'svg' | 'png' | 'jpeg' | (typeof WRONG_FILE_KINDS)[number]

const SIGNATURES: readonly { readonly kind: FileKind; readonly at: number; readonly bytes: readonly number[] }[] = [
  { kind: 'png', at: 0, bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { kind: 'jpeg', at: 0, bytes: [0xff, 0xd8, 0xff] },
  { kind: 'is-gif', at: 0, bytes: ascii('GIF8') },
  { kind: 'is-webp', at: 8, bytes: ascii('WEBP') },
  { kind: 'is-avif', at: 4, bytes: ascii('ftypavi') },
  { kind: 'is-heic', at: 4, bytes: ascii('ftyphe') },
  { kind: 'is-heic', at: 4, bytes: ascii('ftypmif1') },
  { kind: 'is-tiff', at: 0, bytes: [0x49, 0x49, 0x2a, 0x00] },
  { kind: 'is-tiff', at: 0, bytes: [0x4d, 0x4d, 0x00, 0x2a] },
  { kind: 'is-bmp', at: 0, bytes: ascii('BM') },
  { kind: 'is-icon', at: 0, bytes: [0x00, 0x00, 0x01, 0x00] },
  { kind: 'is-photoshop', at: 0, bytes: ascii('8BPS') },
  { kind: 'is-pdf', at: 0, bytes: ascii('%PDF') },
  { kind: 'is-eps', at: 0, bytes: ascii('%!PS') },
  { kind: 'is-eps', at: 0, bytes: [0xc5, 0xd0, 0xd3, 0xc6] },
  { kind: 'is-compressed', at: 0, bytes: [0x1f, 0x8b] },
  { kind: 'is-zip', at: 0, bytes: ascii('PK\u0003\u0004') },
]

export function fileKind(bytes: Uint8Array): FileKind {
  const signature = SIGNATURES.find(it => it.bytes.every((byte, at) => bytes[it.at + at] === byte))
  return signature?.kind ?? markupKind(bytes)
}

function markupKind(bytes: Uint8Array): FileKind {
  const start = new TextDecoder(utf16Label(bytes) ?? 'utf-8').decode(bytes.subarray(0, 65_536)).replace(/^\ufeff/, '')
  if (/^\s*(?:<\?|<!|<(?:[\w-]+:)?svg[\s>/])/.test(start) && /<(?:[\w-]+:)?svg[\s>/]/.test(start) && !/^\s*<!doctype\s+html/i.test(start)) return 'svg'
  if (/^\s*<(?:!doctype\s+html|html|head|body|script|iframe)/i.test(start)) return 'is-html'
  return 'is-not-a-picture'
}

/** The label of a UTF-16 file, known from its byte order mark. */
export function utf16Label(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return null
}

function ascii(text: string): number[] {
  return Array.from(text, letter => letter.charCodeAt(0))
}
