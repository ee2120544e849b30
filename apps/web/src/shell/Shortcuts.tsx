/** The list of the keys that work everywhere, behind `?`. */
import { m } from '@draagvlak/messages/m'
import type { ReactNode } from 'react'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'

export function Shortcuts({ onClose }: { readonly onClose: () => void }): ReactNode {
  const keys: readonly (readonly [string, string])[] = [['Ctrl K', m.team_key_find()], ['?', m.team_key_help()], ['Tab', m.team_key_tab()], ['Enter', m.team_key_enter()], ['Esc', m.team_key_escape()], ['Esc', m.team_key_leave_paper()], ['Ctrl B', m.team_key_bold()], ['Ctrl I', m.team_key_italic()], ['Ctrl Z', m.team_key_undo()]]
  return (
    <Dialog title={m.team_keys()} onClose={onClose} actions={<Button onClick={onClose}>{m.shared_close()}</Button>}>
      <dl className="shortcut-list">{keys.map(([key, what]) => <div key={what}><dt>{what}</dt><dd><kbd className="key">{key}</kbd></dd></div>)}</dl>
    </Dialog>
  )
}
