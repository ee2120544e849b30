/** A source: a footnote that stands in the line as one character. Its number is counted, never stored. */
import { mergeAttributes, Node } from '@tiptap/core'
import { isSafeAddress } from './address.ts'
import { isStorable } from './inline.ts'

/** The longest label or date of a source, in characters. */
export const LONGEST_SOURCE_PART = 2000

export function isSourcePart(value: unknown): value is string {
  return typeof value === 'string' && value.length <= LONGEST_SOURCE_PART && isStorable(value)
}

/** A source needs no address: a report on paper is a source as well. */
export function isSourceAddress(value: unknown): value is string {
  return value === '' || isSafeAddress(value)
}

function must(right: boolean, what: string): void {
  if (!right) throw new RangeError(`not a valid ${what} of a source`)
}

export const SourceNode = Node.create({
  name: 'source',
  group: 'inline',
  inline: true,
  atom: true,

  addAttributes() {
    const part = (name: 'label' | 'date') => ({
      default: '',
      validate: (value: unknown) => must(isSourcePart(value), name),
      parseHTML: (element: HTMLElement) => (element.getAttribute(`data-${name}`) ?? '').slice(0, LONGEST_SOURCE_PART),
      renderHTML: (attrs: Record<string, unknown>) => ({ [`data-${name}`]: attrs[name] }),
    })
    return {
      label: part('label'),
      address: {
        default: '',
        validate: (value: unknown) => must(isSourceAddress(value), 'address'),
        parseHTML: (element: HTMLElement) => {
          const address = element.getAttribute('data-address') ?? ''
          return isSafeAddress(address) ? address : ''
        },
        renderHTML: ({ address }: Record<string, unknown>) => ({ 'data-address': address }),
      },
      date: part('date'),
    }
  },

  parseHTML() {
    return [{ tag: 'sup[data-source]' }]
  },

  renderHTML({ HTMLAttributes }) {
    return ['sup', mergeAttributes({ 'data-source': '', role: 'doc-noteref', 'aria-label': HTMLAttributes['data-label'] }, HTMLAttributes)]
  },
})
