import { expect, test } from 'vitest'
import { addressFrom, isSafeAddress } from './address.ts'

test('a link leads to the web or to mail, never to something that runs', () => {
  for (const good of ['https://example.nl/a?b=1#c', 'http://example.nl', 'mailto:info@example.nl?subject=Brief']) expect(isSafeAddress(good), good).toBe(true)
  for (const bad of ['javascript:alert(1)', 'JAVASCRIPT:alert(1)', 'java\tscript:x', ' https://example.nl', 'data:text/html,x', 'file:///etc/passwd', 'vbscript:x', '//example.nl', 'example.nl', '', 'x'.repeat(3000), 5, null]) expect(isSafeAddress(bad), String(bad)).toBe(false)
})

test('what people type as an address becomes one', () => {
  expect(['example.nl', ' www.example.nl/pad ', 'info@example.nl', 'http://example.nl', 'example.nl:8080/x'].map(addressFrom)).toEqual(['https://example.nl', 'https://www.example.nl/pad', 'mailto:info@example.nl', 'http://example.nl', 'https://example.nl:8080/x'])
  expect(['javascript:alert(1)', 'zomaar', '', 'twee woorden.nl'].map(addressFrom)).toEqual([null, null, null, null])
})
