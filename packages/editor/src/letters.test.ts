// @vitest-environment happy-dom
/** Letters are told from everything else by bytes alone, and the answer is the same however the text came here. */
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { whyInvalid } from './gate.ts'
import { Letters } from './letters.ts'
import { meet, p, replicaOf, steadyRandom, textDoc } from './testing.ts'
import { anEditor, press, typeText } from './view-testing.ts'
import { elementOf, fragmentOf } from './ydoc.ts'

const decoded = (update: Uint8Array) => Y.decodeUpdate(update)
const lettersOf = (ydoc: Y.Doc) => new Letters([decoded(Y.encodeStateAsUpdate(ydoc))])
/** What this act writes, as the room gets it. */
function written(ydoc: Y.Doc, act: () => void): ReturnType<typeof decoded> {
  const before = Y.encodeStateVector(ydoc)
  const deleted: Uint8Array[] = []
  const keep = (update: Uint8Array) => { deleted.push(update) }
  ydoc.on('update', keep)
  act()
  ydoc.off('update', keep)
  return decoded(deleted.length > 0 ? Y.mergeUpdates(deleted) : Y.encodeStateAsUpdate(ydoc, before))
}
const firstText = (ydoc: Y.Doc) => (fragmentOf(ydoc).get(0) as Y.XmlElement).get(0) as Y.XmlText

test('typing and erasing in a passage are letters, at its beginning, in its middle and at its end', () => {
  const ydoc = textDoc(p('een', 'Wij vragen actie.'), p('twee', 'Slot.'))
  const letters = lettersOf(ydoc)
  const text = firstText(ydoc)
  for (const act of [() => text.insert(0, 'Ja: '), () => text.insert(5, 'x'), () => text.insert(text.length, '!'), () => text.delete(2, 3)]) expect(letters.isTyping(written(ydoc, act))).toBe(true)
})
test('the first letter in an empty text is a letter; the text itself and its marks are not', () => {
  const ydoc = textDoc(p('een', 'Wij vragen actie.'), p('twee', ''))
  const letters = lettersOf(ydoc)
  const empty = new Y.XmlText()
  const made = written(ydoc, () => (fragmentOf(ydoc).get(1) as Y.XmlElement).insert(0, [empty]))
  expect(letters.isTyping(made)).toBe(false)
  letters.add(made)
  expect(letters.isTyping(written(ydoc, () => empty.insert(0, 'a')))).toBe(true)
  expect(letters.isTyping(written(ydoc, () => empty.format(0, 1, { bold: {} })))).toBe(false)
})
test('what is no letter is none: passages that come and go, attributes, embedded things, letters elsewhere', () => {
  const ydoc = textDoc(p('een', 'Wij vragen actie.'), p('twee', 'Slot.'))
  const letters = lettersOf(ydoc)
  const root = fragmentOf(ydoc)
  const passage = root.get(0) as Y.XmlElement
  const acts = [
    () => root.insert(1, [elementOf(p('drie', 'Nieuw'))]), () => root.delete(1, 1), () => passage.setAttribute('kind', 'title'), () => firstText(ydoc).insertEmbed(1, { image: 'x' }),
    () => firstText(ydoc).setAttribute('secret', 'x'), () => ydoc.getText('elsewhere').insert(0, 'hidden'), () => passage.insert(0, [new Y.XmlText('more')]), () => root.insert(0, [new Y.XmlText('bare')]),
  ]
  for (const act of acts) {
    const update = written(ydoc, act)
    expect(letters.isTyping(update), String(act)).toBe(false)
  }
})
test('letters of which the left side is in one text and the right side in another are not let through', () => {
  const ydoc = textDoc(p('een', 'eerste'), p('twee', 'tweede'))
  const other = (fragmentOf(ydoc).get(1) as Y.XmlElement).get(0) as Y.XmlText
  const [left, right] = [firstText(ydoc)._start!.lastId, other._start!.id]
  const odd = new Y.Item(new Y.ID(99, 0), null, left, null, right, null, null, new Y.ContentString('x'))
  expect(lettersOf(ydoc).isTyping({ structs: [odd], ds: Y.createDeleteSet() })).toBe(false)
})
test('whoever typed in whatever order: known step by step or read at once, the same is said, and what is said to be letters passes the gate', () => {
  let [typing, other] = [0, 0]
  for (let run = 1; run <= 8; run += 1) {
    const random = steadyRandom(run * 7919)
    const server = textDoc(p('een', 'Wij vragen actie.', 'title'), p('twee', 'Het kan anders.'), p('drie', 'Slot.'))
    const stepwise = lettersOf(server)
    const people = [replicaOf(server), replicaOf(server)]
    const editors = people.map((ydoc) => anEditor(ydoc))
    for (let turn = 0; turn < 30; turn += 1) {
      const who = turn % 2
      const editor = editors[who]!
      editor.commands.setTextSelection(Math.floor(random() * editor.state.doc.content.size))
      const act = Math.floor(random() * 6)
      const update = written(people[who]!, () => {
        if (act < 3) typeText(editor, 'wat ')
        else if (act === 3) press(editor, 'Enter')
        else if (act === 4) press(editor, 'Backspace')
        else editor.commands.toggleBold()
      })
      const whole = lettersOf(server)
      meet(server, people[who]!)
      meet(server, people[1 - who]!)
      const said = stepwise.isTyping(update)
      expect(whole.isTyping(update)).toBe(said)
      if (said) expect(whyInvalid(server)).toBeNull()
      else stepwise.add(update)
      if (said) typing += 1
      else other += 1
    }
    editors.forEach((editor) => editor.destroy())
  }
  expect(typing).toBeGreaterThan(80)
  expect(other).toBeGreaterThan(20)
})
test('a text that two people typed in turn is a chain of thousands, and is read without falling over', () => {
  const [one, two] = [textDoc(p('een', 'a')), new Y.Doc()]
  Y.applyUpdate(two, Y.encodeStateAsUpdate(one))
  for (let letter = 0; letter < 4_000; letter += 1) {
    const [from, to] = letter % 2 ? [one, two] : [two, one]
    const before = Y.encodeStateVector(to)
    firstText(from).insert(firstText(from).length, 'x')
    Y.applyUpdate(to, Y.encodeStateAsUpdate(from, before))
  }
  const letters = lettersOf(one)
  expect(letters.isTyping(written(one, () => firstText(one).insert(2_000, 'y')))).toBe(true)
})
test('U+0000, which no database keeps, is no letter, and no text may hold it', () => {
  const ydoc = textDoc(p('een', 'Wij vragen actie.'))
  const letters = lettersOf(ydoc)
  expect(letters.isTyping(written(ydoc, () => firstText(ydoc).insert(3, 'a\u0000b')))).toBe(false)
  expect(whyInvalid(ydoc)?.because).toBe('not-text')
})
