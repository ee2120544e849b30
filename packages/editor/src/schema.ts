/** The schema of a joint text: `doc: passage*` and what may stand in a passage. Works without a browser. */
import { getSchema, type AnyExtension } from '@tiptap/core'
import { Bold } from '@tiptap/extension-bold'
import { Document } from '@tiptap/extension-document'
import { HardBreak } from '@tiptap/extension-hard-break'
import { Italic } from '@tiptap/extension-italic'
import { Text } from '@tiptap/extension-text'
import type { Schema } from '@tiptap/pm/model'
import { AnchorMark, LinkMark } from './marks.ts'
import { PassageNode, type PassageNodeOptions } from './passage-node.ts'
import { SourceNode } from './source-node.ts'

/** The name of the one Yjs root that holds the text. Fixed for good: another name is another text. */
export const FRAGMENT = 'default'

// What is typed stays as it was typed: no rules that turn asterisks into bold behind the writer's back.
const asTyped = { addInputRules: () => [], addPasteRules: () => [] }

/** The nodes and marks of a text, for Tiptap. */
export function textExtensions(options: Partial<PassageNodeOptions> = {}): AnyExtension[] {
  return [
    // No rule between passages: two honest deletions may leave nothing, and that must stay a valid text.
    Document.extend({ content: 'passage*' }),
    PassageNode.configure(options), Text, HardBreak, SourceNode,
    LinkMark, Bold.extend(asTyped), Italic.extend(asTyped), AnchorMark,
  ]
}

export const schema: Schema = getSchema(textExtensions())
