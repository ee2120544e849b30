/** The carets of others, in the hue of their organisation and with their name. */
import { Extension } from '@tiptap/core'
import { yCursorPlugin } from '@tiptap/y-tiptap'
import type { Awareness } from 'y-protocols/awareness'
import { initialsOfPerson } from '../ui/Mark.tsx'

/** As the server says it; what a client says of itself is overwritten there. */
export interface PresentPerson { readonly id: string; readonly name: string; readonly organisation: string; readonly initials: string; readonly hue: number }

export const Carets = Extension.create<{ awareness: Awareness | null }>({
  name: 'carets',
  addOptions() {
    return { awareness: null }
  },
  addProseMirrorPlugins() {
    const { awareness } = this.options
    return awareness === null ? [] : [yCursorPlugin(awareness, { cursorBuilder: caretOf, selectionBuilder: (user: PresentPerson) => ({ class: `selection-of hue-${user.hue}` }) })]
  },
})

function caretOf({ name, organisation, hue }: PresentPerson): HTMLElement {
  const caret = document.createElement('span')
  caret.className = `caret hue-${hue}`
  const flag = document.createElement('span')
  flag.className = 'caret-flag'
  flag.dataset.name = name
  flag.dataset.initials = initialsOfPerson(name)
  flag.title = `${name}, ${organisation}`
  // The name stands in the style sheet and not in the text, so that no caret is ever copied or read as words.
  caret.append('\u2060', flag, '\u2060')
  caret.setAttribute('aria-hidden', 'true')
  return caret
}

/** Everybody in the text but this person, once each, whatever the number of tabs. */
export function presentPeople(awareness: Awareness, personId: string): PresentPerson[] {
  const people = [...awareness.getStates().values()].flatMap((state) => {
    const user = state.user as Partial<PresentPerson> | undefined
    return user?.id && user.id !== personId ? [{ id: user.id, name: user.name ?? '', organisation: user.organisation ?? '', initials: user.initials ?? '', hue: user.hue ?? 1 }] : []
  })
  return [...new Map(people.map((person) => [person.id, person])).values()].sort((one, other) => one.name.localeCompare(other.name))
}
