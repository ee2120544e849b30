/** A code typed over or pasted from a mail. */
import { expect, test } from 'vitest'
import { codeIn } from './CodeField.tsx'

test('a code counts with or without the space of the mail', () => {
  expect(['123456', '123 456', ' 123456\n'].map(codeIn)).toEqual(['123456', '123456', '123456'])
})
test('anything but six digits is no code', () => {
  expect(['12345', '1234567', ''].map(codeIn)).toEqual([null, null, null])
})
