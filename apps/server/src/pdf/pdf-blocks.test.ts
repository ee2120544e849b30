import { describe, expect, test } from 'vitest'
import type { Block, ListBlock } from './pdf-blocks.ts'
import { blocksOf, titleOf } from './pdf-blocks.ts'
import { passage, passageOf } from './testing.ts'

const levels = (blocks: readonly Block[]) => blocks.flatMap(it => it.is === 'heading' ? [it.level] : [])
const outline = (block: Block | undefined): unknown => block?.is === 'list' ? { numbered: block.numbered, items: block.items.map(it => [it.pieces.map(piece => piece.is === 'run' ? piece.text : '').join(''), ...it.below.map((below: ListBlock) => outline(below))]) } : null

describe('headings', () => {
  test('no level is skipped, whatever the writer chose', () => {
    expect(levels(blocksOf([passage('title', 'a'), passage('heading3', 'b'), passage('heading1', 'c'), passage('heading2', 'd')], 1))).toEqual([1, 2, 2, 3])
    expect(levels(blocksOf([passage('heading3', 'a'), passage('heading1', 'b')], 1))).toEqual([1, 2])
    expect(levels(blocksOf([passage('title', 'a'), passage('heading1', 'b')], 3))).toEqual([3, 4])
  })
})

describe('lists', () => {
  test('items hang under the item before them', () => {
    const [list] = blocksOf([passage('bullet', 'one'), passage('numbered', 'one a', 1), passage('numbered', 'one b', 1), passage('bullet', 'two')], 1)
    expect(outline(list)).toEqual({ numbered: false, items: [['one', { numbered: true, items: [['one a'], ['one b']] }], ['two']] })
  })

  test('a list that starts deep, or jumps, loses no item', () => {
    const blocks = blocksOf([passage('bullet', 'deep', 2), passage('bullet', 'deeper', 3), passage('bullet', 'flat', 0)], 1)
    expect(JSON.stringify(blocks)).toMatch(/deep.*deeper.*flat/)
  })

  test('a paragraph between two lists makes two lists, another kind as well', () => {
    expect(blocksOf([passage('bullet', 'a'), passage('paragraph', 'b'), passage('bullet', 'c'), passage('numbered', 'd')], 1).map(it => it.is)).toEqual(['list', 'text', 'list', 'list'])
  })
})

test('empty passages leave no gap, and only web and mail addresses can be pressed', () => {
  const blocks = blocksOf([passage('paragraph', ' '), passageOf('paragraph', { type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }] })], 1)
  expect(blocks).toEqual([{ is: 'text', kind: 'paragraph', pieces: [{ is: 'run', text: 'x', bold: false, italic: false, link: null }] }])
})

test('the title of the file is the title of the text, on one line', () => {
  expect(titleOf([passage('title', 'Gezondheid\nbegint thuis')])).toBe('Gezondheid begint thuis')
  expect(titleOf([passage('paragraph', 'x')])).toBeNull()
})
