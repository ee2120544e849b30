/** A sheet over the text on narrow screens: outline or panel. */
import { m } from '@draagvlak/messages/m'
import type { ReactNode } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { Button } from '../ui/Button.tsx'

export function Drawer({ title, onClose, children }: { readonly title: string; readonly onClose: () => void; readonly children: ReactNode }): ReactNode {
  return (
    <ModalOverlay className="veil drawer-veil" isOpen onOpenChange={(open) => { if (!open) onClose() }} isDismissable>
      <Modal className="drawer">
        <Dialog className="drawer-dialog">
          <div className="drawer-head"><Heading slot="title" className="strong">{title}</Heading><Button look="bare" onClick={onClose}>{m.shared_close()}</Button></div>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
