/** How the name stands in the list of signatories, where it sorts, and how small the logo may become. */
import { setPrintedName, type OrganisationFull } from '@draagvlak/api/organisation'
import { m } from '@draagvlak/messages/m'
import { useState, type ReactNode } from 'react'
import { useAct } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { TextField } from '../ui/Field.tsx'
import { Trouble } from '../ui/Notice.tsx'

export function PrintedDialog({ organisation, onClose }: { readonly organisation: OrganisationFull; readonly onClose: () => void }): ReactNode {
  const [printed, setPrinted] = useState(organisation.printedName ?? '')
  const [key, setKey] = useState(organisation.sortKey ?? '')
  const [width, setWidth] = useState(organisation.minimumWidth === null ? '' : String(organisation.minimumWidth))
  const set = useAct(setPrintedName, { onDone: onClose })
  const send = () => set.mutate({ params: { organisationId: organisation.id }, body: { printedName: printed.trim() || null, sortKey: key.trim() || null, minimumWidth: width.trim() ? Number(width) : null } })
  return (
    <Dialog
      title={m.team_printed_change()} onClose={onClose} onSubmit={send}
      actions={<><Button look="primary" type="submit" busy={set.isPending && m.shared_saving()}>{m.shared_save()}</Button><Button onClick={onClose}>{m.shared_cancel()}</Button></>}
    >
      <TextField label={m.team_printed_name()} hint={m.team_printed_name_hint()} maxLength={200} value={printed} onChange={setPrinted} />
      <TextField label={m.team_sort_key()} hint={m.team_sort_key_hint({ key: organisation.defaultSortKey })} maxLength={200} value={key} onChange={setKey} />
      <TextField label={m.team_minimum_width()} hint={m.team_minimum_width_hint()} type="number" min={1} max={100} step="any" inputMode="decimal" short value={width} onChange={setWidth} />
      <Trouble error={set.error} />
    </Dialog>
  )
}
