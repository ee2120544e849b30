/** What the editable element says about itself to browsers, spelling checkers, translators and screen readers. */
import type { Language } from '@draagvlak/domain/passage'

/** Attributes for `editorProps.attributes`; `label` is the accessible name, in the language of the reader. */
export function editorAttributes({ language, label, editable }: { readonly language: Language; readonly label: string; readonly editable: boolean }): Record<string, string> {
  return {
    role: editable ? 'textbox' : 'document', 'aria-label': label, ...editable ? { 'aria-multiline': 'true' } : {},
    lang: language, spellcheck: editable ? 'true' : 'false', translate: 'no', class: 'paper notranslate',
  }
}
