/** One's own account: name and language, address, where one is signed in, tokens for scripts. */
import { changeMe } from '@draagvlak/api/session'
import { m } from '@draagvlak/messages/m'
import { useState, type ReactNode } from 'react'
import { useAct } from '../api.ts'
import { languageChoices } from '../enter/SetUp.tsx'
import { useMe } from '../me.ts'
import { Button } from '../ui/Button.tsx'
import { SelectField, TextField } from '../ui/Field.tsx'
import { Notice, Trouble } from '../ui/Notice.tsx'
import { PageTitle } from '../ui/title.tsx'
import { EmailSection } from './EmailSection.tsx'
import { SessionsSection } from './SessionsSection.tsx'
import { TokensSection } from './TokensSection.tsx'

export function Account(): ReactNode {
  return <main className="page account" id="main"><PageTitle>{m.team_account()}</PageTitle><AboutYou /><EmailSection /><SessionsSection /><TokensSection /></main>
}

function AboutYou(): ReactNode {
  const { person } = useMe()
  const [wish, setWish] = useState({ name: person.name, function: person.function, language: person.language })
  const put = (part: Partial<typeof wish>) => { change.reset(); setWish({ ...wish, ...part }) }
  const change = useAct(changeMe)
  return (
    <section className="section stack" aria-labelledby="you">
      <h2 className="section-title" id="you">{m.team_account_you()}</h2>
      <form className="stack" onSubmit={(event) => { event.preventDefault(); change.mutate({ body: wish }) }}>
        <div className="columns">
          <TextField label={m.shared_name()} hint={m.team_account_name_hint()} autoComplete="name" required maxLength={120} value={wish.name} onChange={(name) => put({ name })} />
          <TextField label={m.shared_function()} hint={m.shared_optional()} autoComplete="organization-title" maxLength={120} value={wish.function} onChange={(value) => put({ function: value })} />
          <SelectField label={m.shared_language()} hint={m.team_account_language_hint()} value={wish.language} choices={languageChoices()} onChange={(language) => put({ language })} />
        </div>
        <Trouble error={change.error} />
        {change.isSuccess ? <Notice tone="done">{m.shared_saved()}</Notice> : null}
        <div><Button look="primary" type="submit" busy={change.isPending && m.shared_saving()}>{m.shared_save()}</Button></div>
      </form>
    </section>
  )
}
