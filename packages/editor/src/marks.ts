/** The two marks of our own: a link that leads only to safe places, and the anchor of a conversation. */
import { Mark, mergeAttributes } from '@tiptap/core'
import { isSafeAddress } from './address.ts'

function must(right: boolean, what: string): void {
  if (!right) throw new RangeError(`not a valid ${what}`)
}

/** A link has an address and nothing else: target, class and title would be ways to smuggle in layout. */
export const LinkMark = Mark.create({
  name: 'link',
  inclusive: false,
  keepOnSplit: false,

  addAttributes() {
    return { href: { isRequired: true, validate: (value: unknown) => must(isSafeAddress(value), 'link') } }
  },

  parseHTML() {
    return [{ tag: 'a[href]', getAttrs: element => isSafeAddress(element.getAttribute('href')) ? null : false }]
  },

  renderHTML({ HTMLAttributes }) {
    return ['a', mergeAttributes(HTMLAttributes, { rel: 'noopener noreferrer' }), 0]
  },
})

export function isAnchorId(value: unknown): value is string {
  return typeof value === 'string' && /^[A-Za-z0-9_-]{1,64}$/.test(value)
}

/** The place of a conversation in the text. Written by the server, many may overlap, and no version contains it. */
export const AnchorMark = Mark.create({
  name: 'anchor',
  inclusive: false,
  excludes: '',
  keepOnSplit: false,

  addAttributes() {
    return {
      id: {
        isRequired: true,
        validate: (value: unknown) => must(isAnchorId(value), 'anchor'),
        parseHTML: element => element.getAttribute('data-anchor'),
        renderHTML: ({ id }) => ({ 'data-anchor': id }),
      },
    }
  },

  parseHTML() {
    return [{ tag: 'span[data-anchor]' }]
  },

  renderHTML({ HTMLAttributes }) {
    return ['span', mergeAttributes(HTMLAttributes), 0]
  },
})
