/** The address behind the selected words. */
import type { Editor } from '@tiptap/core'
import { isSafeAddress } from '@draagvlak/editor/address'
import { m } from '@draagvlak/messages/m'
import { useState, type ReactNode } from 'react'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { TextField } from '../ui/Field.tsx'

/** What people type as an address, made whole: `example.nl` is a web page, `info@example.nl` a mail address. */
export function wholeAddress(typed: string): string {
  const address = typed.trim()
  if (address === '' || /^[a-z][a-z0-9+.-]*:/iu.test(address)) return address
  return /^[^\s/@]+@[^\s/@]+$/u.test(address) ? `mailto:${address}` : `https://${address}`
}

export function LinkDialog({ editor, onClose }: { readonly editor: Editor; readonly onClose: () => void }): ReactNode {
  const now = String(editor.getAttributes('link').href ?? '')
  const [address, setAddress] = useState(now)
  const [error, setError] = useState<string | null>(null)
  const end = () => { onClose(); editor.view.focus() }
  const keep = () => {
    const href = wholeAddress(address)
    if (!isSafeAddress(href)) return setError(m.team_link_not_safe())
    editor.chain().extendMarkRange('link').setMark('link', { href }).run()
    end()
  }
  const remove = () => { editor.chain().extendMarkRange('link').unsetMark('link').run(); end() }
  return (
    <Dialog title={now ? m.team_link_change() : m.team_link_make()} onClose={end} onSubmit={keep} actions={<><Button type="submit" look="primary">{m.team_link_keep()}</Button>{now ? <Button look="danger" onClick={remove}>{m.team_link_remove()}</Button> : null}<Button onClick={end}>{m.shared_cancel()}</Button></>}>
      <TextField label={m.team_link_address()} hint={m.team_link_hint()} error={error} value={address} onChange={setAddress} inputMode="url" autoFocus />
    </Dialog>
  )
}
