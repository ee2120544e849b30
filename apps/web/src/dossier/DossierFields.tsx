/** The fields that name a dossier, for making and for changing it. */
import { THEMES, type DossierBrief } from '@draagvlak/api/dossier'
import { m } from '@draagvlak/messages/m'
import type { ReactNode } from 'react'
import { SelectField, TextField } from '../ui/Field.tsx'
import { THEME_WORDS } from '../ui/words.ts'

export interface DossierWords { readonly title: string; readonly theme: DossierBrief['theme']; readonly accord: string; readonly coalition: string }

export function DossierFields({ words, onChange }: { readonly words: DossierWords; readonly onChange: (words: DossierWords) => void }): ReactNode {
  return (
    <>
      <TextField label={m.team_dossier_title()} hint={m.team_dossier_title_hint()} required maxLength={200} value={words.title} onChange={(title) => onChange({ ...words, title })} />
      <TextField label={m.team_dossier_coalition()} hint={m.team_dossier_coalition_hint()} required maxLength={200} value={words.coalition} onChange={(coalition) => onChange({ ...words, coalition })} />
      <SelectField label={m.team_dossier_theme()} value={words.theme} choices={THEMES.map((theme) => ({ value: theme, label: THEME_WORDS[theme]() }))} onChange={(theme) => onChange({ ...words, theme })} />
      <TextField label={m.team_dossier_accord()} hint={m.team_dossier_accord_hint()} maxLength={200} value={words.accord} onChange={(accord) => onChange({ ...words, accord })} />
    </>
  )
}
