/** A dialog that keeps the focus, says its title, and gives the focus back. */
import type { ReactNode, SubmitEvent } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import './Dialog.css'

export interface DialogProps {
  readonly title: string
  readonly onClose: () => void
  readonly open?: boolean
  readonly wide?: boolean
  /** Asks for an answer: a click beside it does not close it. */
  readonly must?: boolean
  /** The buttons at the foot; one primary. */
  readonly actions?: ReactNode
  /** Makes it a form: the submit button among the actions calls this. */
  readonly onSubmit?: () => void
  readonly children: ReactNode
}

export function Dialog({ title, onClose, open = true, wide, must, actions, onSubmit, children }: DialogProps): ReactNode {
  const inside = <>{children}{actions ? <div className="dialog-actions">{actions}</div> : null}</>
  const submit = (event: SubmitEvent<HTMLFormElement>) => { event.preventDefault(); onSubmit?.() }
  return (
    <ModalOverlay className="veil" isOpen={open} onOpenChange={(isOpen) => { if (!isOpen) onClose() }} isDismissable={!must && !onSubmit}>
      <Modal className={wide ? 'dialog-frame wide' : 'dialog-frame'}>
        <AriaDialog className="dialog" role={must ? 'alertdialog' : 'dialog'}>
          <Heading slot="title" className="section-title">{title}</Heading>
          {onSubmit ? <form onSubmit={submit}>{inside}</form> : inside}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
