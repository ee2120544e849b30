/** The paper as a whole: the text, bound to Yjs, with everything that helps to write it. */
import type { AnyExtension } from '@tiptap/core'
import type * as Y from 'yjs'
import type { PassageKind } from '@draagvlak/domain/passage'
import { FillIn } from './fill-in.ts'
import { WatchTyping } from './kept-words.ts'
import { Keyboard, type KeyboardOptions } from './keyboard.ts'
import { ListsAloud } from './lists-aloud.ts'
import { Numbers } from './numbers.ts'
import { PassageIds } from './passage-ids.ts'
import { PassageWidgets, type PassageWidgetsOptions } from './passage-widgets.ts'
import { Pasting } from './pasting.ts'
import { Placeholder } from './placeholder.ts'
import { textExtensions } from './schema.ts'
import { SharedText } from './shared-text.ts'
import { SteadyCaret } from './steady-caret.ts'
import type { KeptWords } from './typing-record.ts'
import { Untranslated } from './untranslated.ts'

export interface EditorOptions {
  readonly ydoc: Y.Doc
  readonly newId: () => string
  /** Milliseconds, from the app's clock. */
  readonly now: () => number
  readonly hasUnsent?: () => boolean
  readonly onKept?: (kept: KeptWords) => void
  /** More was pasted or dropped than can be sent at once. */
  readonly onTooMuch?: () => void
  readonly onMove?: KeyboardOptions['onMove']
  readonly placeholder?: (kind: PassageKind) => string
  readonly widgets?: PassageWidgetsOptions
  /** Added to heading levels where the page has headings above the paper. */
  readonly headingOffset?: number
  /** Stands before DOM ids; different for two editors on one page. */
  readonly idPrefix?: string
}

/** The extensions of an editor bound to a text. The text must be loaded into `ydoc` first. */
export function editorExtensions(options: EditorOptions): AnyExtension[] {
  const { ydoc, newId, now, hasUnsent = () => false, onKept = () => undefined, onTooMuch = () => undefined, onMove = null, placeholder = () => '' } = options
  return [
    ...textExtensions({ headingOffset: options.headingOffset ?? 0 }),
    SharedText.configure({ ydoc }), PassageIds.configure({ newId }), FillIn, Keyboard.configure({ newId, onMove }), Pasting.configure({ newId, onTooMuch }),
    SteadyCaret, WatchTyping.configure({ now, hasUnsent, onKept }),
    Numbers, Untranslated, Placeholder.configure({ placeholder }), ListsAloud.configure({ idPrefix: options.idPrefix ?? 'item-' }),
    ...options.widgets === undefined ? [] : [PassageWidgets.configure(options.widgets)],
  ]
}
