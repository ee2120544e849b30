/** Makes a dossier; whoever makes it coordinates it. */
import { describeDossier, openDossier, type DossierFull } from '@draagvlak/api/dossier'
import { m } from '@draagvlak/messages/m'
import { useNavigate } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { useAct } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { SelectField } from '../ui/Field.tsx'
import { Trouble } from '../ui/Notice.tsx'
import { RIGHT_HINTS, RIGHT_WORDS, RIGHTS, type Right } from '../ui/words.ts'
import { DossierFields, type DossierWords } from './DossierFields.tsx'

export function NewDossierDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const navigate = useNavigate()
  const [words, setWords] = useState<DossierWords>({ title: '', theme: null, accord: '', coalition: '' })
  const [right, setRight] = useState<Right>('propose')
  const open = useAct(openDossier, { onDone: ({ id }) => void navigate({ to: '/dossiers/$dossierId', params: { dossierId: id } }) })
  return (
    <Dialog
      title={m.team_dossier_new()} onClose={onClose} onSubmit={() => { const { theme } = words; if (theme) open.mutate({ body: { ...words, theme, accord: words.accord.trim() || null, defaultRight: right } }) }}
      actions={<><Button look="primary" type="submit" busy={open.isPending && m.shared_busy()}>{m.team_dossier_make()}</Button><Button onClick={onClose}>{m.shared_cancel()}</Button></>}
    >
      <DossierFields words={words} onChange={setWords} />
      <DefaultRight right={right} onChange={setRight} />
      <Trouble error={open.error} />
    </Dialog>
  )
}

export function DescribeDossierDialog({ dossier, onClose }: { readonly dossier: DossierFull; readonly onClose: () => void }): ReactNode {
  const [words, setWords] = useState<DossierWords>({ title: dossier.title, theme: dossier.theme, accord: dossier.accord ?? '', coalition: dossier.coalition })
  const [right, setRight] = useState<Right>(dossier.defaultRight)
  const describe = useAct(describeDossier, { onDone: onClose })
  return (
    <Dialog
      title={m.team_dossier_describe()} onClose={onClose} onSubmit={() => { const { theme } = words; if (theme) describe.mutate({ params: { dossierId: dossier.id }, body: { ...words, theme, accord: words.accord.trim() || null, defaultRight: right } }) }}
      actions={<><Button look="primary" type="submit" busy={describe.isPending && m.shared_saving()}>{m.shared_save()}</Button><Button onClick={onClose}>{m.shared_cancel()}</Button></>}
    >
      <DossierFields words={words} onChange={setWords} />
      <DefaultRight right={right} onChange={setRight} />
      <Trouble error={describe.error} />
    </Dialog>
  )
}

function DefaultRight({ right, onChange }: { readonly right: Right; readonly onChange: (right: Right) => void }): ReactNode {
  return <SelectField label={m.team_dossier_default_right()} hint={RIGHT_HINTS[right]()} value={right} choices={RIGHTS.map((value) => ({ value, label: RIGHT_WORDS[value]() }))} onChange={onChange} />
}
