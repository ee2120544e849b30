import { expect, test } from 'vitest'
import { changesSince, nameOfPassage } from './changes.ts'

const passage = (id: string, text: string) => ({ id, kind: 'paragraph' as const, content: [{ type: 'text', text }] })

test('[S2] what changed under the eyes of the reader is told against what stood on the screen', () => {
  expect(changesSince([passage('a', 'een'), passage('b', 'twee')], [passage('a', 'één'), passage('c', 'drie')])).toEqual([
    { passageId: 'a', kind: 'changed', before: 'een', after: 'één' }, { passageId: 'c', kind: 'new', before: null, after: 'drie' }, { passageId: 'b', kind: 'gone', before: 'twee', after: null },
  ])
})
test('a passage is named by its number and its first words', () => {
  expect(nameOfPassage([passage('a', 'Kort'), passage('b', 'Een zin die veel te lang is om in een keuzelijst te passen')], 'b')).toBe('2. Een zin die veel te lang is om in een…')
  expect(nameOfPassage([{ ...passage('a', 'Gezondheid begint in de wijk'), kind: 'title' as const }], 'a'), 'as at the desk').toBe('1. Titel')
})
