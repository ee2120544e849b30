/** Organisations that are seen together are told apart by their hue, as long as there are hues. */
import { expect, test } from 'vitest'
import { hueOf, huesOf } from './marks.ts'

const id = (tail: number): string => `019c0000-0000-7000-8000-0000000${tail.toString(16).padStart(5, '0')}`

test('two organisations whose ids give one hue get two in one dossier, and who was first keeps its own', () => {
  expect(hueOf(id(3))).toBe(hueOf(id(15)))
  const hues = huesOf([id(3), id(15), id(4)])
  expect(hues.get(id(3))).toBe(hueOf(id(3)))
  expect(hues.get(id(15))).not.toBe(hues.get(id(3)))
  expect(hues.get(id(4)), 'a third that collides with neither').toBe(hueOf(id(4)))
})

test('twelve have twelve, a thirteenth shares one, and who joins changes nobody’s', () => {
  const all = Array.from({ length: 13 }, (_, at) => id(at * 12))
  const twelve = huesOf(all.slice(0, 12))
  expect(new Set(twelve.values()).size).toBe(12)
  const thirteen = huesOf(all)
  for (const [one, hue] of twelve) expect(thirteen.get(one)).toBe(hue)
  expect(thirteen.get(all[12]!)).toBe(hueOf(all[12]!))
})
