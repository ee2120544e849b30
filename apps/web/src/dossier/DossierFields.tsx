/** The fields that name a dossier, for making and for changing it. */
import { THEMES, type DossierBrief, type KnownTheme } from '@draagvlak/api/dossier'
import { m } from '@draagvlak/messages/m'
import type { ReactNode } from 'react'
import { SelectField, TextField } from '../ui/Field.tsx'
import { THEME_WORDS } from '../ui/words.ts'

export interface DossierWords { readonly title: string; /** Null until one is chosen. */ readonly theme: DossierBrief['theme'] | null; readonly accord: string; readonly coalition: string }

export function DossierFields({ words, onChange }: { readonly words: DossierWords; readonly onChange: (words: DossierWords) => void }): ReactNode {
  return (
    <>
      <TextField label={m.team_dossier_title()} hint={m.team_dossier_title_hint()} required maxLength={200} value={words.title} onChange={(title) => onChange({ ...words, title })} />
      <TextField label={m.team_dossier_coalition()} hint={m.team_dossier_coalition_hint()} required maxLength={200} value={words.coalition} onChange={(coalition) => onChange({ ...words, coalition })} />
      <ThemeFields theme={words.theme} onChange={(theme) => onChange({ ...words, theme })} />
      <TextField label={m.team_dossier_accord()} hint={m.team_dossier_accord_hint()} maxLength={200} value={words.accord} onChange={(accord) => onChange({ ...words, accord })} />
    </>
  )
}

const OWN = 'own'
interface ThemeFieldsProps { readonly theme: DossierWords['theme']; readonly onChange: (theme: DossierWords['theme']) => void }

function ThemeFields({ theme, onChange }: ThemeFieldsProps): ReactNode {
  const own = theme !== null && typeof theme === 'object' ? theme.own : null
  const chosen: KnownTheme | typeof OWN | '' = own !== null ? OWN : typeof theme === 'string' ? theme : ''
  return (
    <>
      <SelectField
        label={m.team_dossier_theme()} required value={chosen} onChange={(value) => onChange(value === '' ? null : value === OWN ? { own: '' } : value)}
        choices={[{ value: '', label: m.team_dossier_theme_choose() }, ...THEMES.map((value) => ({ value, label: THEME_WORDS[value]() })), { value: OWN, label: m.team_dossier_theme_own() }]}
      />
      {own !== null ? <TextField label={m.team_dossier_theme_own_label()} required maxLength={100} value={own} onChange={(words) => onChange({ own: words })} /> : null}
    </>
  )
}
