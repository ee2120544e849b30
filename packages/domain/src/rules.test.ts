/** RULES.md and the code say the same: every rule is there, every enforced one is tested, and the printed table is the real one. */
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { accessMarkdown } from './access-table.ts'
import { REFUSALS } from './refusals.ts'

const rules = readFileSync(new URL('../RULES.md', import.meta.url), 'utf8')
const here = new URL('.', import.meta.url)
const sources = readdirSync(here).filter(name => name.endsWith('.ts'))
const read = (name: string) => readFileSync(new URL(name, here), 'utf8')

const RULE = /\b([LVWMSGEPT]\d{1,2})\b/g
const stated = [...rules.matchAll(/^- \*\*([LVWMSGEPT]\d{1,2})\*\*/gm)].map(match => match[1])
const notYet = [...(rules.split('## Not enforced here yet')[1]?.split('Partly:')[0] ?? '').matchAll(/^- ((?:[LVWMSGEPT]\d{1,2} ?)+)/gm)].flatMap(match => match[1]?.match(RULE) ?? [])

test('RULES.md prints the access table as it is', () => {
  expect(rules).toContain(`<!-- access -->\n${accessMarkdown()}\n<!-- /access -->`)
})

test('RULES.md states every rule once', () => {
  const count = { L: 5, V: 14, W: 4, M: 6, S: 7, G: 6, E: 4, P: 1, T: 2 }
  expect(stated).toEqual(Object.entries(count).flatMap(([letter, most]) => Array.from({ length: most }, (_, at) => `${letter}${at + 1}`)))
})

test('every rule stands in a test title, or in the list of those not enforced yet', () => {
  const titles = sources.filter(name => name.endsWith('.test.ts')).flatMap(name => [...read(name).matchAll(/\[([LVWMSGEPT]\d{1,2})\]/g)].map(match => match[1]))
  expect(stated.filter(rule => !titles.includes(rule) && !notYet.some(one => one === rule))).toEqual([])
})

test('every refusal is given somewhere', () => {
  const code = sources.filter(name => !name.endsWith('.test.ts') && name !== 'refusals.ts').map(read).join()
  expect(REFUSALS.filter(name => !code.includes(`'${name}'`))).toEqual([])
})
