import { expect, test } from 'vitest'
import { healDuplicateIds } from './heal.ts'
import { idOf, p, steadyIds, textDoc } from './testing.ts'
import { passageElements, readPassages } from './ydoc.ts'

test('of two passages with one id the one with words keeps it', () => {
  const ydoc = textDoc(p('een', ''), p('een', 'Wij vragen actie.'), p('een', 'Nog een.'))
  const healed = healDuplicateIds(ydoc, steadyIds())
  expect(healed.map(({ from }) => from)).toEqual([idOf('een'), idOf('een')])
  expect(readPassages(ydoc)[1]?.id).toBe(idOf('een'))
  expect(new Set(readPassages(ydoc).map(passage => passage.id)).size).toBe(3)
})

test('a passage without an id gets one, and never one that is taken', () => {
  const ydoc = textDoc(p('een', 'Een'), p('twee', 'Twee'))
  passageElements(ydoc)[1]?.removeAttribute('id')
  const offered = [idOf('een'), idOf('vers')]
  expect(healDuplicateIds(ydoc, () => offered.shift() ?? '')).toEqual([{ from: null, to: idOf('vers') }])
})

test('a healthy text is left alone: no update goes out', () => {
  const ydoc = textDoc(p('een', 'Een'), p('twee', 'Twee'))
  let updates = 0
  ydoc.on('update', () => { updates += 1 })
  expect(healDuplicateIds(ydoc, steadyIds())).toEqual([])
  expect(updates).toBe(0)
})
