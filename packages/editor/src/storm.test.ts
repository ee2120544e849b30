// @vitest-environment happy-dom
import type { Editor } from '@tiptap/core'
import { PASSAGE_KINDS } from '@draagvlak/domain/passage'
import { TextSelection } from '@tiptap/pm/state'
import { expect, test } from 'vitest'
import type * as Y from 'yjs'
import { versionBytes, versionHash } from './canonical.ts'
import { movePassage } from './edits.ts'
import { whyInvalid } from './gate.ts'
import { healDuplicateIds } from './heal.ts'
import { meet, p, replicaOf, steadyIds, steadyRandom, textDoc } from './testing.ts'
import { anEditor, press, typeText } from './view-testing.ts'
import { readPassages } from './ydoc.ts'

const hashOf = (ydoc: Y.Doc) => versionHash(versionBytes({ language: 'nl', passages: readPassages(ydoc) }))

function someEdit(editor: Editor, random: () => number): void {
  const { doc } = editor.state
  const place = (): number => Math.floor(random() * (doc.content.size + 1))
  const at = place()
  const to = random() < 0.2 ? place() : at
  editor.view.dispatch(editor.state.tr.setSelection(TextSelection.between(doc.resolve(at), doc.resolve(to))))
  const act = Math.floor(random() * 10)
  if (act < 4) typeText(editor, 'woord ')
  else if (act === 4) press(editor, 'Enter')
  else if (act === 5) press(editor, 'Backspace')
  else if (act === 6) editor.commands.setPassageKind(PASSAGE_KINDS[Math.floor(random() * PASSAGE_KINDS.length)] ?? 'ask')
  else if (act === 7) editor.commands.toggleBold()
  else if (act === 8) press(editor, 'Tab')
  else editor.commands.undo()
}

test('two people and the server edit at once: all see one text, the gate lets it pass, and its version is one', () => {
  for (let run = 1; run <= 12; run += 1) {
    const random = steadyRandom(run * 104729)
    const server = textDoc(p('een', 'Wij vragen actie.', 'title'), p('twee', 'Het kan anders.'), p('drie', 'punt', 'bullet'), p('vier', 'Slot.'))
    const [one, other] = [replicaOf(server), replicaOf(server)]
    const editors = [anEditor(one), anEditor(other)]
    for (let round = 0; round < 8; round += 1) {
      for (const editor of editors) for (let edits = 0; edits < 3; edits += 1) someEdit(editor, random)
      const passages = readPassages(server)
      const moving = passages[Math.floor(random() * passages.length)]
      if (moving !== undefined) movePassage(server, moving.id, random() < 0.5 ? 'up' : 'down')
      meet(server, one)
      meet(server, other)
      healDuplicateIds(server, steadyIds(run * 100 + round + 1))
      meet(server, one)
      meet(server, other)
      expect(whyInvalid(server)).toBeNull()
      expect([hashOf(one), hashOf(other)]).toEqual([hashOf(server), hashOf(server)])
      const ids = readPassages(server).map(({ id }) => id)
      expect(new Set(ids).size).toBe(ids.length)
    }
    editors.forEach(editor => editor.destroy())
  }
})
