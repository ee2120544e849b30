/** A menu of acts behind one button. */
import type { ReactNode } from 'react'
import { Button, Menu as AriaMenu, MenuItem, MenuTrigger, Popover, Separator } from 'react-aria-components'
import './Dialog.css'

export type MenuEntry =
  | { readonly id: string; readonly label: string; readonly second?: string; readonly icon?: ReactNode; readonly keys?: string; readonly danger?: boolean; /** Why not now; the entry stays readable. */ readonly because?: string | null; readonly onAction: () => void }
  | { readonly id: string; readonly cut: true }

export interface MenuProps {
  /** The name of the menu and, without `children`, the word on its button. */
  readonly label: string
  readonly entries: readonly MenuEntry[]
  /** What stands on the button instead of the label, such as a mark. */
  readonly children?: ReactNode
  readonly buttonClass?: string
}

export function Menu({ label, entries, children, buttonClass = 'button' }: MenuProps): ReactNode {
  return (
    <MenuTrigger>
      <Button className={buttonClass} {...(children ? { 'aria-label': label } : {})}>{children ?? label}</Button>
      <Popover className="menu-frame" placement="bottom end" offset={4}>
        <AriaMenu className="menu" aria-label={label} disabledKeys={entries.filter((entry) => 'because' in entry && entry.because).map((entry) => entry.id)}>
          {entries.map((entry) => 'cut' in entry ? <Separator key={entry.id} className="menu-cut" /> : (
            <MenuItem key={entry.id} id={entry.id} textValue={entry.label} className={entry.danger ? 'menu-item danger' : 'menu-item'} onAction={entry.onAction}>
              {entry.icon}
              <span>{entry.label}{entry.because ?? entry.second ? <span className="menu-second">{entry.because ?? entry.second}</span> : null}</span>
              {entry.keys ? <span className="key" aria-hidden="true">{entry.keys}</span> : null}
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}
