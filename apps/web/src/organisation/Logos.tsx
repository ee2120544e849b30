/** The logo vault: what there is, what was measured, and adding one. */
import { addLogo, retireLogo, type LogoView, type OrganisationFull } from '@draagvlak/api/organisation'
import { m } from '@draagvlak/messages/m'
import { useState, type ReactNode } from 'react'
import { useAct } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import { dayWithoutWeekday } from '../ui/dates.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Field, SelectField } from '../ui/Field.tsx'
import { Trouble } from '../ui/Notice.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { atStart } from '../ui/words.ts'
import { LogoUses } from './LogoUses.tsx'
import { noteWords } from './logo-notes.ts'

type Variant = LogoView['variant']
const VARIANTS = { 'colour': m.team_logo_variant_colour, 'single-colour': m.team_logo_variant_single_colour, 'reversed': m.team_logo_variant_reversed } as const satisfies Record<Variant, () => string>

export function Logos({ organisation }: { readonly organisation: OrganisationFull }): ReactNode {
  const [adding, setAdding] = useState(false)
  const may = organisation.may.includes('manage-logos')
  const add = may ? <Button look="primary" onClick={() => setAdding(true)}>{m.team_logo_add()}</Button> : null
  return (
    <>
      {organisation.logos.length === 0 ? <EmptyState act={add}>{may ? m.team_logos_none() : m.team_logos_none_other()}</EmptyState> : (
        <>
          <div className="tab-head"><p className="prose quiet">{m.team_logo_add_hint()}</p>{add}</div>
          <ul className="logos">{organisation.logos.toSorted((a, b) => Number(a.retiredAt !== null) - Number(b.retiredAt !== null)).map((logo) => <Logo key={logo.id} organisation={organisation} logo={logo} mayRetire={may} />)}</ul>
        </>
      )}
      {may ? <LogoUses organisation={organisation} /> : null}
      {adding ? <AddLogoDialog organisation={organisation} onClose={() => setAdding(false)} /> : null}
    </>
  )
}

function Logo({ organisation, logo, mayRetire }: { readonly organisation: OrganisationFull; readonly logo: LogoView; readonly mayRetire: boolean }): ReactNode {
  const toast = useToast()
  const retire = useAct(retireLogo, { onDone: () => toast({ text: m.team_logo_retired_done() }) })
  const { facts, variant } = logo
  const measured = [m.team_logo_size({ format: facts.format.toUpperCase(), width: Math.round(facts.width), height: Math.round(facts.height) }), facts.fitForPrint ? m.team_logo_print_yes() : facts.format === 'svg' ? m.team_logo_print_not_yet() : m.team_logo_print_no(), facts.transparent ? m.team_logo_transparent() : m.team_logo_opaque()]
  return (
    <li>
      <div className={variant === 'reversed' || facts.notes.includes('needs-dark-ground') ? 'logo-plate dark' : 'logo-plate'}><img src={`/files/${logo.file}`} width={Math.round(facts.width)} height={Math.round(facts.height)} alt={m.team_logo_alt({ organisation: organisation.name })} loading="lazy" /></div>
      <div className="logo-about">
        <span className="strong">{VARIANTS[variant]()}</span>
        <span className="small figures">{measured.join(' · ')}</span>
        {facts.notes.length > 0 ? <ul className="logo-notes quiet">{facts.notes.map((note) => <li key={note}>{noteWords(note)}</li>)}</ul> : null}
        <span className="small quiet">{logo.retiredAt ? m.team_logo_retired({ date: dayWithoutWeekday(logo.retiredAt) }) : m.team_logo_added_on({ date: dayWithoutWeekday(logo.addedAt) })}</span>
        {mayRetire && !logo.retiredAt ? <Button look="word" aria-label={`${m.team_logo_retire()}: ${VARIANTS[variant]()}`} onClick={() => retire.mutate({ params: { organisationId: organisation.id, logoId: logo.id } })}>{m.team_logo_retire()}</Button> : null}
        <Trouble error={retire.error} />
      </div>
    </li>
  )
}

function AddLogoDialog({ organisation, onClose }: { readonly organisation: OrganisationFull; readonly onClose: () => void }): ReactNode {
  const toast = useToast()
  const [file, setFile] = useState<File | null>(null)
  const [variant, setVariant] = useState<Variant>('colour')
  const add = useAct(addLogo, { onDone: () => { toast({ text: m.team_logo_kept() }); onClose() } })
  return (
    <Dialog
      title={m.team_logo_add()} onClose={onClose} onSubmit={() => { if (file) add.mutate({ params: { organisationId: organisation.id }, query: { variant }, upload: file }) }}
      actions={<><Button look="primary" type="submit" busy={add.isPending && m.team_logo_measuring()}>{m.team_logo_add()}</Button><Button onClick={onClose}>{m.shared_cancel()}</Button></>}
    >
      <Field label={m.team_logo_file()} hint={m.team_logo_add_hint()}>{(parts) => <input {...parts} className="input" type="file" required accept=".svg,.png,.jpg,.jpeg,image/svg+xml,image/png,image/jpeg" onChange={(event) => { add.reset(); setFile(event.target.files?.[0] ?? null) }} />}</Field>
      <SelectField label={m.team_logo_variant()} value={variant} choices={(Object.keys(VARIANTS) as Variant[]).map((value) => ({ value, label: atStart(VARIANTS[value]()) }))} onChange={setVariant} />
      <Trouble error={add.error} />
    </Dialog>
  )
}
