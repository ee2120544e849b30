/** Everything by name: Ctrl+K, type, arrow keys, Enter. */
import { search } from '@draagvlak/api/desk'
import type { AnswerOf } from '@draagvlak/api/endpoint'
import { m } from '@draagvlak/messages/m'
import { useNavigate } from '@tanstack/react-router'
import { useDeferredValue, useId, useState, type KeyboardEvent, type ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useAsk } from '../api.ts'
import { KIND_WORDS, THEME_WORDS, TYPE_WORDS } from '../ui/words.ts'
import '../ui/Dialog.css'

type Found = AnswerOf<typeof search>['items'][number]
const KIND = { dossier: m.team_kind_dossier, statement: m.team_kind_statement, organisation: m.team_kind_organisation } as const satisfies Record<Found['kind'], () => string>

const ABOUT: Readonly<Record<string, () => string>> = { ...KIND_WORDS, ...THEME_WORDS, ...TYPE_WORDS }
/** What the server says about a name is a word of the contract; anything else is shown as it is. */
/** A theme of a dossier's own stands as it was typed. */
const aboutWords = (about: string): string => (Object.hasOwn(ABOUT, about) ? ABOUT[about]!() : about)

export function Palette({ onClose }: { readonly onClose: () => void }): ReactNode {
  return (
    <ModalOverlay className="veil" isOpen onOpenChange={(open) => { if (!open) onClose() }} isDismissable>
      <Modal className="dialog-frame palette-frame"><AriaDialog className="dialog palette"><Heading slot="title" className="section-title">{m.team_find_by_name()}</Heading><Finder onClose={onClose} /></AriaDialog></Modal>
    </ModalOverlay>
  )
}

function Finder({ onClose }: { readonly onClose: () => void }): ReactNode {
  const [words, setWords] = useState('')
  const [at, setAt] = useState(0)
  const list = useId()
  const navigate = useNavigate()
  const asked = useDeferredValue(words.trim())
  const found = useAsk(search, { query: { q: asked } }, { enabled: asked.length > 0 })
  const items = asked ? found.data?.items ?? [] : []
  const current = Math.min(at, Math.max(items.length - 1, 0))
  const go = (item: Found | undefined) => {
    if (!item) return
    onClose()
    if (item.kind === 'dossier') void navigate({ to: '/dossiers/$dossierId', params: { dossierId: item.id } })
    else if (item.kind === 'statement') void navigate({ to: '/teksten/$statementId', params: { statementId: item.id } })
    else void navigate({ to: '/organisaties/$organisationId', params: { organisationId: item.id } })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0 && items.length > 0) { event.preventDefault(); setAt((current + step + items.length) % items.length) }
    else if (event.key === 'Enter') { event.preventDefault(); go(items[current]) }
  }
  return (
    <>
      <input
        className="input" autoFocus role="combobox" aria-expanded={items.length > 0} aria-controls={list} aria-autocomplete="list" aria-label={m.team_find_label()} autoComplete="off" spellCheck={false}
        aria-activedescendant={items.length > 0 ? `${list}-${current}` : undefined} value={words} onChange={(event) => { setWords(event.target.value); setAt(0) }} onKeyDown={onKeyDown}
      />
      <ul className="palette-results" role="listbox" id={list} aria-label={m.team_find_results()}>
        {items.map((item, index) => (
          <li key={`${item.kind}${item.id}`} id={`${list}-${index}`} role="option" aria-selected={index === current} onPointerMove={() => setAt(index)} onClick={() => go(item)}>
            <span>{item.name}</span><span className="small quiet">{[KIND[item.kind](), aboutWords(item.about)].filter(Boolean).join(' · ')}</span>
          </li>
        ))}
      </ul>
      <p className="small quiet" role="status">{asked === '' ? m.team_find_hint() : found.isSuccess ? m.team_find_count({ count: items.length }) : ''}</p>
    </>
  )
}
