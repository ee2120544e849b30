/** Finds an organisation in the directory by name; what is not there can be added. */
import { listOrganisations, type OrganisationBrief } from '@draagvlak/api/organisation'
import { m } from '@draagvlak/messages/m'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { call } from '@draagvlak/api/call'
import { useDeferredValue, useState, type ReactNode } from 'react'
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover, Text } from 'react-aria-components'
import { keyOf } from '../api.ts'
import { OrganisationMark } from '../ui/Mark.tsx'
import { KIND_WORDS } from '../ui/words.ts'
import '../ui/Dialog.css'
import '../ui/Field.css'

export interface OrganisationFinderProps {
  readonly label: string
  readonly hint?: string
  /** Why an organisation can't be chosen, by id; it is shown all the same. */
  readonly because?: ReadonlyMap<string, string>
  readonly onChoose: (organisation: OrganisationBrief) => void
  /** Left out where nothing may be added. */
  readonly onNew?: (name: string) => void
}
type Option = { readonly id: string; readonly organisation: OrganisationBrief } | { readonly id: 'new'; readonly name: string }

export function OrganisationFinder({ label, hint, because, onChoose, onNew }: OrganisationFinderProps): ReactNode {
  const [words, setWords] = useState('')
  const asked = useDeferredValue(words.trim())
  const wish = { query: { q: asked } }
  // The list of a moment ago stays until the next is there: options must not vanish under the finger.
  const found = useQuery({ queryKey: keyOf(listOrganisations, wish), queryFn: ({ signal }) => call(listOrganisations, { ...wish, signal }), enabled: asked !== '', placeholderData: keepPreviousData })
  const options: Option[] = asked === '' ? [] : [...(found.data?.items ?? []).slice(0, 12).map((organisation) => ({ id: organisation.id, organisation })), ...(onNew && found.isSuccess ? [{ id: 'new' as const, name: asked }] : [])]
  const choose = (id: string) => {
    const option = options.find((one) => one.id === id)
    if (!option) return
    if ('organisation' in option) onChoose(option.organisation)
    else onNew?.(option.name)
  }
  return (
    <ComboBox
      className="field" items={options} inputValue={words} onInputChange={setWords} defaultFilter={() => true} menuTrigger="input" allowsCustomValue allowsEmptyCollection
      disabledKeys={[...(because?.keys() ?? [])]} onSelectionChange={(key) => { if (key !== null) choose(String(key)) }}
    >
      <Label className="field-label">{label}</Label>
      <Input className="input" autoComplete="off" spellCheck={false} />
      {hint ? <Text slot="description" className="field-hint">{hint}</Text> : null}
      <Popover className="menu-frame combo-frame" offset={4}>
        <ListBox<Option> className="menu" renderEmptyState={() => <p className="menu-item quiet">{found.isFetching || asked !== words.trim() ? m.shared_fetching() : asked === '' ? hint : m.team_invite_nothing_found()}</p>}>
          {(option) => 'organisation' in option ? (
            <ListBoxItem id={option.id} textValue={option.organisation.name} className="menu-item">
              <OrganisationMark organisation={option.organisation} />
              <span>{option.organisation.name}<span className="menu-second">{because?.get(option.id) ?? [KIND_WORDS[option.organisation.kind](), option.organisation.place].filter(Boolean).join(' · ')}</span></span>
            </ListBoxItem>
          ) : <ListBoxItem id="new" textValue={option.name} className="menu-item"><span>{m.team_invite_not_there({ name: option.name })}</span></ListBoxItem>}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}
