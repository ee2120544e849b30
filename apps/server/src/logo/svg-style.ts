/** Cleans the CSS inside a drawing: paint stays, everything that fetches, animates or reaches outside goes. */

import type { CssNode, Declaration, List, Selector, StyleSheet } from 'css-tree'
import * as css from 'css-tree/dist/csstree.esm'
import { PAINT_PROPERTIES, VALUE_FUNCTIONS } from './svg-allowed.ts'

/** Every own name in the file is renamed by this, so that two drawings on one page never touch each other. */
export interface Naming {
  /** Starts with a letter; unique to the content of the file. */
  readonly prefix: string
}

/** The class on the root under which all rules are kept. */
export function rootClass(naming: Naming): string {
  return `${naming.prefix}root`
}

/** A cleaned piece of CSS, and whether something had to go. `reachedOut`: what went would have fetched something. */
export interface CleanStyle {
  readonly text: string
  readonly lost: boolean
  readonly reachedOut: boolean
  readonly lostFilter: boolean
}

interface Losses { lost: boolean; reachedOut: boolean; lostFilter: boolean }

export function cleanStyleSheet(text: string, naming: Naming): CleanStyle {
  const losses: Losses = { lost: false, reachedOut: false, lostFilter: false }
  const sheet = css.parse(text, { onParseError: () => { losses.lost = true } })
  if (sheet.type !== 'StyleSheet') return { text: '', ...losses, lost: true }
  keepRules(sheet, naming, losses)
  return { text: css.generate(sheet), ...losses }
}

function keepRules(sheet: StyleSheet, naming: Naming, losses: Losses): void {
  sheet.children = sheet.children.filter(node => {
    if (node.type === 'Comment') return false
    if (node.type !== 'Rule' || node.prelude.type !== 'SelectorList') {
      losses.lost = true
      if (node.type === 'Atrule' && ['import', 'font-face', 'namespace'].includes(node.name.toLowerCase())) losses.reachedOut = true
      return false
    }
    const selectors = node.prelude.children.toArray().filter(it => it.type === 'Selector')
    const kept = selectors.flatMap(selector => selectorIsPlain(selector) ? scoped(selector, naming) : [])
    if (kept.length < selectors.length) losses.lost = true
    node.prelude.children = new css.List<CssNode>().fromArray(kept)
    keepDeclarations(node.block.children, naming, losses)
    return kept.length > 0 && !node.block.children.isEmpty
  })
}

export function cleanDeclarations(text: string, naming: Naming): CleanStyle {
  const losses: Losses = { lost: false, reachedOut: false, lostFilter: false }
  const list = css.parse(text, { context: 'declarationList', onParseError: () => { losses.lost = true } })
  if (list.type !== 'DeclarationList') return { text: '', ...losses, lost: true }
  keepDeclarations(list.children, naming, losses)
  return { text: css.generate(list), ...losses }
}

function keepDeclarations(list: List<CssNode>, naming: Naming, losses: Losses): void {
  for (const [item, node] of itemsOf(list)) {
    if (node.type === 'Declaration' && keepDeclaration(node, naming, losses)) continue
    list.remove(item)
  }
}

function keepDeclaration(node: Declaration, naming: Naming, losses: Losses): boolean {
  const property = node.property.toLowerCase()
  if (!PAINT_PROPERTIES.has(property)) {
    if (property === 'filter') losses.lostFilter = true
    // Properties of drawing programs and of no consequence to a still picture go without a word.
    else if (!property.startsWith('-') && !['cursor', 'pointer-events', 'image-rendering', 'user-select'].includes(property)) losses.lost = true
    if (reachesOut(node.value)) losses.reachedOut = true
    return false
  }
  if (!valueIsPlain(node.value)) {
    losses.lost = true
    if (reachesOut(node.value)) losses.reachedOut = true
    return false
  }
  renameFragments(node.value, naming)
  return true
}

/** A value of one attribute (`fill="url(#a)"`), or null when it may not stay. */
export function cleanValue(text: string, naming: Naming): { readonly text: string } | { readonly text: null; readonly reachedOut: boolean } {
  const value = parsedValue(text)
  if (value === null) return { text: null, reachedOut: /\(/.test(text) }
  if (!valueIsPlain(value)) return { text: null, reachedOut: reachesOut(value) }
  renameFragments(value, naming)
  return { text: css.generate(value) }
}

/** The parser mends broken sheets and lists of declarations by itself, but throws on one broken value. */
function parsedValue(text: string): CssNode | null {
  try {
    return css.parse(text, { context: 'value' })
  } catch {
    return null
  }
}

const PLAIN_NODES = new Set(['Value', 'Identifier', 'Number', 'Dimension', 'Percentage', 'Hash', 'Operator', 'WhiteSpace', 'String', 'Url', 'Function', 'Parentheses'])

function valueIsPlain(value: CssNode): boolean {
  let plain = true
  css.walk(value, node => {
    if (!PLAIN_NODES.has(node.type)) plain = false
    if (node.type === 'Url' && fragmentOf(node.value) === null) plain = false
    if (node.type === 'Function' && !VALUE_FUNCTIONS.has(node.name.toLowerCase())) plain = false
    if (node.type === 'String' && /[<>\\]/.test(node.value)) plain = false
    if (node.type === 'Identifier' && /[\\<>]/.test(node.name)) plain = false
  })
  return plain
}

function reachesOut(value: CssNode): boolean {
  return css.find(value, node => node.type === 'Url' && fragmentOf(node.value) === null || node.type === 'Raw' && /url|\/\//i.test(node.value) || node.type === 'Function' && !VALUE_FUNCTIONS.has(node.name.toLowerCase())) !== null
}

function renameFragments(value: CssNode, naming: Naming): void {
  css.walk(value, node => {
    if (node.type === 'Url') node.value = `#${naming.prefix}${fragmentOf(node.value) ?? ''}`
  })
}

/** The id in `#id`, when it is a plain one. */
export function fragmentOf(reference: string): string | null {
  return /^\s*#([\p{L}\p{N}_.:-]{1,200})\s*$/u.exec(reference)?.[1] ?? null
}

const PLAIN_PSEUDOS = new Set(['first-child', 'last-child', 'nth-child', 'nth-of-type', 'first-of-type', 'last-of-type', 'only-child', 'not'])

function selectorIsPlain(selector: Selector): boolean {
  let plain = true
  css.walk(selector, node => {
    if (node.type === 'PseudoElementSelector' || node.type === 'AttributeSelector' || node.type === 'Raw') plain = false
    if (node.type === 'PseudoClassSelector' && node.name !== 'root' && !PLAIN_PSEUDOS.has(node.name.toLowerCase())) plain = false
  })
  return plain
}

/**
 * One selector becomes two: for what lies inside the root, and for the root itself.
 * Both gain exactly one class, so the order in which rules outweigh each other stays the same.
 */
function scoped(selector: Selector, naming: Naming): Selector[] {
  const renamed = css.clone(selector)
  if (renamed.type !== 'Selector') return []
  css.walk(renamed, node => {
    if (node.type === 'ClassSelector' || node.type === 'IdSelector') node.name = `${naming.prefix}${node.name}`
  })
  const parts = renamed.children.toArray()
  const root: CssNode = { type: 'ClassSelector', name: rootClass(naming) }
  const firstEnd = parts.findIndex(it => it.type === 'Combinator')
  const end = firstEnd === -1 ? parts.length : firstEnd
  return [
    selectorOf([root, { type: 'Combinator', name: ' ' }, ...parts]),
    selectorOf([...parts.slice(0, end), root, ...parts.slice(end)]),
  ]
}

function selectorOf(parts: readonly CssNode[]): Selector {
  return { type: 'Selector', children: new css.List<CssNode>().fromArray(parts.map(part => css.clone(part))) }
}

function itemsOf(list: List<CssNode>): [css.ListItem<CssNode>, CssNode][] {
  const items: [css.ListItem<CssNode>, CssNode][] = []
  list.forEach((node, item) => items.push([item, node]))
  return items
}
