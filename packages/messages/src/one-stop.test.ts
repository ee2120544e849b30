import { expect, test } from 'vitest'
import { oneStop } from './one-stop.ts'

test('a name that ends in a full stop ends the sentence with it; three dots and ordinary ends stay', () => {
  expect(oneStop('U antwoordt namens Tafelgenoot B.V.. Bent u daartoe niet bevoegd?')).toBe('U antwoordt namens Tafelgenoot B.V. Bent u daartoe niet bevoegd?')
  expect(oneStop('namens …. Bent u')).toBe('namens … Bent u')
  expect(oneStop('Wacht... Akkoord. Bezig…')).toBe('Wacht... Akkoord. Bezig…')
})
