/** How an organisation decides: at once or by a long way, with lead time and meeting dates (M6). */
import { setRoute, type OrganisationFull } from '@draagvlak/api/organisation'
import { m } from '@draagvlak/messages/m'
import { useState, type ReactNode } from 'react'
import { useAct } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { RadioCards, TextAreaField, TextField } from '../ui/Field.tsx'
import { Trouble } from '../ui/Notice.tsx'
import { readDay, writeDay } from './days.ts'

export function RouteDialog({ organisation, onClose }: { readonly organisation: OrganisationFull; readonly onClose: () => void }): ReactNode {
  const [route, setRouteTo] = useState(organisation.route.route)
  const [leadDays, setLeadDays] = useState(String(organisation.route.leadDays))
  const [meetings, setMeetings] = useState(organisation.route.meetings.map(writeDay).join('\n'))
  const [wrong, setWrong] = useState<string | null>(null)
  const set = useAct(setRoute, { onDone: onClose })
  const send = () => {
    const lines = meetings.split('\n').map((line) => line.trim()).filter(Boolean)
    const bad = lines.find((line) => readDay(line) === null)
    setWrong(bad ? m.team_route_meetings_wrong({ line: bad }) : null)
    if (!bad) set.mutate({ params: { organisationId: organisation.id }, body: { route, leadDays: Number(leadDays), meetings: lines.map((line) => readDay(line)!).sort() } })
  }
  return (
    <Dialog
      title={m.team_route_change()} onClose={onClose} onSubmit={send}
      actions={<><Button look="primary" type="submit" busy={set.isPending && m.shared_saving()}>{m.shared_save()}</Button><Button onClick={onClose}>{m.shared_cancel()}</Button></>}
    >
      <RadioCards label={m.team_route()} value={route} choices={[{ value: 'short', label: m.team_route_short() }, { value: 'long', label: m.team_route_long() }]} onChange={setRouteTo} />
      {route === 'long' ? (
        <>
          <TextField label={m.team_route_lead()} type="number" min={0} max={365} step={1} required inputMode="numeric" short value={leadDays} onChange={setLeadDays} />
          <TextAreaField label={m.team_route_meetings()} hint={m.team_route_meetings_hint()} error={wrong} value={meetings} onChange={setMeetings} />
        </>
      ) : null}
      <Trouble error={set.error} />
    </Dialog>
  )
}
