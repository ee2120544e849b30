import { overwriteGetLocale } from '@draagvlak/messages/locale'
import { beforeAll, expect, test } from 'vitest'
import { logoWords } from './logo-words.ts'

beforeAll(() => overwriteGetLocale(() => 'nl'))

test('[G1] a drawing with letters that are text is told so once, and not to send a drawing', () => {
  const { print, notes } = logoWords({ format: 'svg', fitForPrint: false, hasText: true, notes: ['lettering-needs-outlines', 'size-set'] })
  expect(print).toBe('De letters in dit bestand zijn tekst en kunnen elders in een ander lettertype staan: laat de vormgever er omtrekken van maken, dan is het ook geschikt voor druk.')
  expect(notes).toEqual(['er is een vaste maat aan gegeven'])
})

test('[G1] a drawing with a picture in it is not told to be a drawing either', () => {
  expect(logoWords({ format: 'svg', fitForPrint: false, hasText: false, notes: ['contains-bitmap'] })).toEqual({ print: 'Op het scherm goed; niet geschikt voor druk, want er zit een foto of bitmap in.', notes: [] })
})

test('what can be printed says so, and a small picture is better sent as a drawing', () => {
  expect(logoWords({ format: 'svg', fitForPrint: true, hasText: false, notes: [] }).print).toContain('ook in druk')
  expect(logoWords({ format: 'png', fitForPrint: false, hasText: false, notes: [] }).print).toContain('Beter: een SVG')
})
