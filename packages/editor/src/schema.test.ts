import { expect, test } from 'vitest'
import { FRAGMENT, schema } from './schema.ts'

test('the schema is the one that FORMAT.md describes: a change here needs a new schema number', () => {
  const nodes = Object.fromEntries(Object.values(schema.nodes).map(type => [type.name, {
    content: type.spec.content, inline: type.isInline, atom: type.isAtom, defaults: Object.fromEntries(Object.entries(type.spec.attrs ?? {}).map(([name, spec]) => [name, spec.default])),
  }]))
  expect(nodes).toEqual({
    doc: { content: 'passage*', inline: false, atom: false, defaults: {} },
    passage: { content: 'inline*', inline: false, atom: false, defaults: { id: null, kind: 'paragraph', indent: 0 } },
    text: { content: undefined, inline: true, atom: true, defaults: {} },
    hardBreak: { content: undefined, inline: true, atom: true, defaults: {} },
    source: { content: undefined, inline: true, atom: true, defaults: { label: '', address: '', date: '' } },
  })
  expect(Object.values(schema.marks).map(type => [type.name, Object.keys(type.spec.attrs ?? {}), type.spec.inclusive])).toEqual([
    ['link', ['href'], false], ['bold', [], undefined], ['italic', [], undefined], ['anchor', ['id'], false],
  ])
  expect(schema.topNodeType.name).toBe('doc')
  expect(FRAGMENT).toBe('default')
})

test('many anchors may stand on one word, one link only', () => {
  const anchors = ['a', 'b'].map(id => schema.mark('anchor', { id }))
  const word = schema.text('minister', anchors)
  expect(word.marks).toHaveLength(2)
  expect(schema.mark('link', { href: 'https://a.nl' }).addToSet([schema.mark('link', { href: 'https://b.nl' })])).toHaveLength(1)
})

test('a link that runs a script is no valid text', () => {
  const passage = (href: string) => schema.node('passage', null, [schema.text('klik', [schema.mark('link', { href })])])
  passage('https://example.nl/a?b=c').check()
  for (const href of ['javascript:alert(1)', ' javascript:alert(1)', 'java\nscript:alert(1)', 'data:text/html,x', '/relative', '//example.nl']) {
    expect(() => passage(href).check(), href).toThrow('not a valid link')
  }
})
