/** A source: what it is called, where it stands, and of which date it is. Shown as a numbered footnote. */
import type { Editor } from '@tiptap/core'
import { isSourceAddress, LONGEST_SOURCE_PART } from '@draagvlak/editor/source-node'
import type { SourceAttributes } from '@draagvlak/editor/passage'
import { m } from '@draagvlak/messages/m'
import { useState, type ReactNode } from 'react'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { TextField } from '../ui/Field.tsx'
import { wholeAddress } from './LinkDialog.tsx'

export interface SourceDialogProps { readonly editor: Editor; readonly existing: { readonly at: number; readonly attrs: SourceAttributes } | null; readonly onClose: () => void }

export function SourceDialog({ editor, existing, onClose }: SourceDialogProps): ReactNode {
  const [label, setLabel] = useState(existing?.attrs.label ?? '')
  const [address, setAddress] = useState(existing?.attrs.address ?? '')
  const [date, setDate] = useState(existing?.attrs.date ?? '')
  const [error, setError] = useState<'label' | 'address' | null>(null)
  const end = () => { onClose(); editor.view.focus() }
  const keep = () => {
    const attrs = { label: label.trim(), address: wholeAddress(address), date: date.trim() }
    if (attrs.label === '' && attrs.address === '') return setError('label')
    if (!isSourceAddress(attrs.address)) return setError('address')
    // Behind the selected words, never in their place.
    if (existing) editor.chain().command(({ tr }) => { tr.setNodeMarkup(existing.at, null, attrs); return true }).run()
    else editor.chain().insertContentAt(editor.state.selection.to, { type: 'source', attrs }).run()
    end()
  }
  const remove = () => { if (existing) editor.chain().deleteRange({ from: existing.at, to: existing.at + 1 }).run(); end() }
  return (
    <Dialog title={existing ? m.team_source_change() : m.team_source_add()} onClose={end} onSubmit={keep} actions={<><Button type="submit" look="primary">{m.team_source_keep()}</Button>{existing ? <Button look="danger" onClick={remove}>{m.team_source_remove()}</Button> : null}<Button onClick={end}>{m.shared_cancel()}</Button></>}>
      <div className="stack">
        <TextField label={m.team_source_label()} hint={m.team_source_label_hint()} error={error === 'label' ? m.team_source_says_nothing() : null} value={label} onChange={setLabel} maxLength={LONGEST_SOURCE_PART} autoFocus />
        <TextField label={m.team_source_address()} error={error === 'address' ? m.team_link_not_safe() : null} value={address} onChange={setAddress} inputMode="url" />
        <TextField label={m.team_source_date()} hint={m.team_source_date_hint()} value={date} onChange={setDate} maxLength={200} />
      </div>
    </Dialog>
  )
}
