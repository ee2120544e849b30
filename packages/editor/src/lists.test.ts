import { expect, test } from 'vitest'
import { listPlaces, piecesOf } from './lists.ts'
import { keyMessages } from './messages.ts'
import { idOf, p } from './testing.ts'

test('numbers go on after a nested list, and start again after a paragraph', () => {
  const places = listPlaces([p('a', 'a', 'numbered'), p('b', 'b', 'bullet', 1), p('c', 'c', 'bullet', 1), p('d', 'd', 'numbered'), p('e', 'e'), p('f', 'f', 'numbered')])
  expect(places.map(place => place?.number ?? null)).toEqual(['1.', null, null, '2.', null, '1.'])
  expect(places[2]).toEqual({ level: 2, position: 2, size: 2, number: null })
})

test('an item that is indented by two steps counts as one deeper, so no level is empty', () => {
  expect(listPlaces([p('a', 'a', 'bullet', 2), p('b', 'b', 'bullet', 3), p('c', 'c', 'bullet')]).map(place => place?.level)).toEqual([1, 2, 1])
})

test('bullets and numbers on one level are two lists in one run', () => {
  const [piece] = piecesOf([p('a', 'a', 'bullet'), p('b', 'b', 'numbered')])
  expect(piece).toEqual({ type: 'lists', lists: [{ ordered: false, items: [{ index: 0, lists: [] }] }, { ordered: true, items: [{ index: 1, lists: [] }] }] })
})

test('a key message is its message with the evidence and asks behind it, under the id of the message', () => {
  const passages = [p('los', 'x', 'ask'), p('m', 'm', 'message'), p('b', 'b', 'evidence'), p('punt', 'punt', 'bullet'), p('v', 'v', 'ask'), p('t', 'tekst'), p('na', 'na', 'ask'), p('n', 'n', 'message')]
  const units = keyMessages(passages)
  expect(units.map(({ id, passages: own }) => [id, own.length])).toEqual([[idOf('m'), 4], [idOf('n'), 1]])
  expect(units[0]?.asks.map(({ id }) => id)).toEqual([idOf('v')])
})
