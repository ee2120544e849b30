/** The first start: the first person and the first organisation, once. */
import { setUp } from '@draagvlak/api/session'
import { getLocale } from '@draagvlak/messages/locale'
import { m, type Locale } from '@draagvlak/messages/m'
import { useState, type ReactNode } from 'react'
import { useAct } from '../api.ts'
import { speak } from '../language.ts'
import { Button } from '../ui/Button.tsx'
import { SelectField, TextField } from '../ui/Field.tsx'
import { Trouble } from '../ui/Notice.tsx'
import { EnterFrame } from './EnterFrame.tsx'

export const languageChoices = (): { value: Locale; label: string }[] => [{ value: 'nl', label: m.shared_language_nl() }, { value: 'en', label: m.shared_language_en() }]

export function SetUp({ token }: { readonly token: string }): ReactNode {
  const [wish, setWish] = useState({ email: '', name: '', function: '', organisation: '', language: getLocale() })
  const put = (part: Partial<typeof wish>) => setWish({ ...wish, ...part })
  const begin = useAct(setUp, { onDone: () => location.assign('/') })
  return (
    <EnterFrame title={m.team_setup_title()}>
      <p className="prose">{m.team_setup_intro()}</p>
      <form className="stack" onSubmit={(event) => { event.preventDefault(); begin.mutate({ body: { token, ...wish } }) }}>
        <SelectField label={m.shared_language()} value={wish.language} choices={languageChoices()} onChange={(language) => { speak(language); put({ language }) }} />
        <TextField label={m.shared_email()} hint={m.team_setup_email_hint()} type="email" autoComplete="email" required value={wish.email} onChange={(email) => put({ email })} />
        <TextField label={m.shared_name()} autoComplete="name" required maxLength={120} value={wish.name} onChange={(name) => put({ name })} />
        <TextField label={m.shared_function()} hint={m.team_setup_function_hint()} autoComplete="organization-title" maxLength={120} value={wish.function} onChange={(value) => put({ function: value })} />
        <TextField label={m.shared_organisation()} hint={m.team_setup_organisation_hint()} autoComplete="organization" required maxLength={200} value={wish.organisation} onChange={(organisation) => put({ organisation })} />
        <Trouble error={begin.error} />
        <div><Button look="primary" type="submit" busy={(begin.isPending || begin.isSuccess) && m.shared_busy()}>{m.team_setup_go()}</Button></div>
      </form>
    </EnterFrame>
  )
}
