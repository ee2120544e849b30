/** Passages as ProseMirror nodes and JSON: the way from plain data into an editor. */
import type { Node, Schema } from '@tiptap/pm/model'
import { normalisedContent, type JsonNode } from './inline.ts'
import type { Passage } from './passage.ts'

export function passageNodes(passages: readonly Passage[], schema: Schema): Node[] {
  return passages.map(passage => schema.nodeFromJSON(jsonOf(passage)))
}

function jsonOf({ id, kind, indent, content }: Passage): JsonNode {
  const parts = normalisedContent(content) as readonly JsonNode[]
  return { type: 'passage', attrs: { id: id === '' ? null : id, kind, indent }, ...parts.length === 0 ? {} : { content: parts } }
}
