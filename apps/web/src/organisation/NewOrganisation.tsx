/** Adds an organisation to the directory, after showing the ones it may already be (E4). */
import { ProblemError } from '@draagvlak/api/call'
import type { AnswerOf } from '@draagvlak/api/endpoint'
import { addOrganisation, type findDoubles, type OrganisationBrief } from '@draagvlak/api/organisation'
import { m } from '@draagvlak/messages/m'
import { useState, type ReactNode } from 'react'
import { useAct } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import { SelectField, TextField } from '../ui/Field.tsx'
import { NamedOrganisation } from '../ui/Mark.tsx'
import { Notice, Trouble } from '../ui/Notice.tsx'
import { atStart, kindChoices, REACH_WORDS } from '../ui/words.ts'

type Double = AnswerOf<typeof findDoubles>['items'][number]
const WHY = { 'same-number': m.team_double_same_number, 'same-name': m.team_double_same_name, 'like-name': m.team_double_like_name } as const satisfies Record<Double['because'], () => string>
const REACHES = ['national', 'regional', 'local'] as const satisfies readonly OrganisationBrief['reach'][]

export function NewOrganisation({ name, onDone, onBack }: { readonly name: string; readonly onDone: (organisation: OrganisationBrief) => void; readonly onBack: () => void }): ReactNode {
  const [wish, setWish] = useState<{ name: string; kind: OrganisationBrief['kind'] | ''; reach: OrganisationBrief['reach']; number: string; place: string; website: string }>({ name, kind: '', reach: 'national', number: '', place: '', website: '' })
  const put = (part: Partial<typeof wish>) => setWish({ ...wish, ...part })
  const add = useAct(addOrganisation, { onDone })
  const number = wish.number.replace(/\D/g, '')
  const wrongNumber = wish.number.trim() !== '' && number.length !== 8
  const send = (confirmed: boolean) => {
    if (!wrongNumber && wish.kind) add.mutate({ body: { name: wish.name, kind: wish.kind, reach: wish.reach, number: number || null, parentId: null, place: wish.place.trim() || null, website: fullAddress(wish.website), ...(confirmed ? { confirmed } : {}) } })
  }
  const doubles = doublesIn(add.error)
  return (
    <form className="stack" onSubmit={(event) => { event.preventDefault(); event.stopPropagation(); send(false) }}>
      <TextField label={m.shared_name()} hint={m.team_organisation_name_hint()} required maxLength={200} value={wish.name} onChange={(value) => put({ name: value })} />
      <div className="columns">
        <SelectField label={m.team_organisation_kind()} required value={wish.kind} choices={[{ value: '', label: m.team_organisation_kind_choose() }, ...kindChoices()]} onChange={(kind) => put({ kind })} />
        <SelectField label={m.team_organisation_reach()} value={wish.reach} choices={REACHES.map((value) => ({ value, label: atStart(REACH_WORDS[value]()) }))} onChange={(reach) => put({ reach })} />
        <TextField label={m.team_organisation_number()} hint={m.team_organisation_number_hint()} inputMode="numeric" error={wrongNumber ? m.team_organisation_number_wrong() : null} value={wish.number} onChange={(value) => put({ number: value })} />
        <TextField label={m.team_organisation_place()} hint={m.shared_optional()} maxLength={100} value={wish.place} onChange={(place) => put({ place })} />
      </div>
      <TextField label={m.team_organisation_website()} hint={m.shared_optional()} maxLength={300} value={wish.website} onChange={(website) => put({ website })} />
      {doubles ? (
        <Notice tone="warning" title={m.team_organisation_doubles()}>
          <p>{m.team_organisation_doubles_what()}</p>
          <ul className="doubles">{doubles.map((double) => <li key={double.id}><span><NamedOrganisation organisation={double} /> <span className="small quiet">{[WHY[double.because](), double.place].filter(Boolean).join(' · ')}</span></span><Button small onClick={() => onDone(double)} aria-label={`${m.team_double_take()}: ${double.name}`}>{m.team_double_take()}</Button></li>)}</ul>
          <div><Button small onClick={() => send(true)} busy={add.isPending && m.shared_busy()}>{m.team_double_other()}</Button></div>
        </Notice>
      ) : <Trouble error={add.error} />}
      <div className="dialog-actions">{doubles ? null : <Button look="primary" type="submit" busy={add.isPending && m.shared_busy()}>{m.team_organisation_new()}</Button>}<Button onClick={onBack}>{m.shared_back()}</Button></div>
    </form>
  )
}

/** The candidates that come with a 409. */
function doublesIn(error: unknown): readonly Double[] | null {
  return error instanceof ProblemError && error.problem.status === 409 && Array.isArray(error.problem.more) ? error.problem.more as Double[] : null
}
/** `voorbeeld.nl` is enough for a person. */
export const fullAddress = (typed: string): string | null => {
  const address = typed.trim()
  return address === '' ? null : /^https?:\/\//.test(address) ? address : `https://${address}`
}
