/** The only block of a text: a passage. What it is stands in an attribute, so that changing it never replaces the words. */
import { mergeAttributes, Node } from '@tiptap/core'
import { PASSAGE_KINDS, type PassageKind } from '@draagvlak/domain/passage'
import { DEEPEST_INDENT, HEADING_LEVEL } from './kinds.ts'
import { isPassageId } from './passage-id.ts'

export interface PassageNodeOptions {
  /** Added to the level of headings where the editor stands inside a page that has headings of its own. */
  headingOffset: number
}

export function isPassageKind(value: unknown): value is PassageKind {
  return (PASSAGE_KINDS as readonly unknown[]).includes(value)
}

export function isIndent(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= DEEPEST_INDENT
}

function must(right: boolean, what: string): void {
  if (!right) throw new RangeError(`not a valid ${what}`)
}

export const PassageNode = Node.create<PassageNodeOptions>({
  name: 'passage',
  content: 'inline*',
  defining: true,

  addOptions() {
    return { headingOffset: 0 }
  },

  addAttributes() {
    return {
      // Missing until the editor or the server gives one; the gate lets it pass, healing fills it in.
      id: {
        default: null, keepOnSplit: false,
        validate: (value: unknown) => must(value === null || isPassageId(value), 'passage id'),
        parseHTML: element => isPassageId(element.getAttribute('data-passage')) ? element.getAttribute('data-passage') : null,
        renderHTML: ({ id }) => ({ 'data-passage': id }),
      },
      kind: {
        default: 'paragraph',
        validate: (value: unknown) => must(isPassageKind(value), 'kind'),
        parseHTML: element => isPassageKind(element.getAttribute('data-kind')) ? element.getAttribute('data-kind') : 'paragraph',
        renderHTML: ({ kind }) => ({ 'data-kind': kind }),
      },
      indent: {
        default: 0,
        validate: (value: unknown) => must(isIndent(value), 'indent'),
        parseHTML: element => isIndent(Number(element.getAttribute('data-indent'))) ? Number(element.getAttribute('data-indent')) : 0,
        renderHTML: ({ indent }) => indent === 0 ? {} : { 'data-indent': indent },
      },
    }
  },

  parseHTML() {
    return [{ tag: '[data-kind]', priority: 60 }, { tag: 'p' }]
  },

  renderHTML({ node, HTMLAttributes }) {
    return [tagOf(node.attrs.kind, this.options.headingOffset), mergeAttributes(HTMLAttributes), 0]
  },
})

function tagOf(kind: unknown, offset: number): string {
  if (kind === 'quote') return 'blockquote'
  const level = isPassageKind(kind) ? HEADING_LEVEL[kind] : null
  return level === null ? 'p' : `h${Math.min(level + offset, 6)}`
}
