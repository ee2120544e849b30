/** One visit: the view of the server, the draft, the step, and the acts that record something. */
import type { LinkView } from '@draagvlak/api/link'
import type { Receipt } from '@draagvlak/api/sign-off'
import type { Locale } from '@draagvlak/messages/m'
import { useEffect, useRef, useState } from 'react'
import { changesSince, type Change } from './changes.ts'
import { Refused, type Door, type LinkLogo, type Purpose } from './door.ts'
import { answerOf, asksLogo, consentOf, emptyDraft, leaveStands, withoutTicks, type Draft } from './draft.ts'
import { forget, keep, readKept } from './kept.ts'

export type Step = 'read' | 'answer' | 'logo' | 'recorded'
const STEPS: readonly Step[] = ['read', 'answer', 'logo']

export interface Session {
  readonly view: LinkView
  readonly draft: Draft
  readonly change: (some: Partial<Draft>) => void
  readonly step: Step
  readonly go: (step: Step) => void
  /** What was recorded, as the server says it; nothing of it comes from the draft. */
  readonly recorded: Receipt | null
  /** Words of an earlier visit stand in the form again. */
  readonly found: boolean
  readonly codeAskedAt: number | null
  readonly newer: readonly Change[] | null
  readonly busy: boolean
  readonly error: unknown
  readonly setCodeAsked: () => void
  readonly setView: (view: LinkView) => void
  readonly addLogo: (logo: LinkLogo) => void
  /** What was sent in by mistake goes; what is proposed then is the server's to say. */
  readonly takeBackLogo: (logoId: string) => Promise<void>
  readonly record: () => Promise<void>
  readonly recordConsent: () => Promise<void>
}
interface SessionFor { readonly door: Door; readonly first: LinkView; readonly purpose: Purpose; readonly name: string; readonly language: Locale }

export function useSession({ door, first, purpose, name, language }: SessionFor): Session {
  const [kept] = useState(() => readKept(localStorage, name, emptyDraft(first.dates.closesAt)))
  const [view, setView] = useState(first)
  const [draft, setDraft] = useState<Draft>(() => ({ ...(kept?.draft ?? emptyDraft(first.dates.closesAt)), logoId: kept?.draft.logoId ?? first.consent?.logoId ?? first.proposedLogo }))
  const [step, setStep] = useState<Step>(() => firstStep(first, purpose, kept?.step ?? 0))
  const [recorded, setRecorded] = useState<Receipt | null>(() => (purpose === 'answer' ? first.answer : null))
  const [codeAskedAt, setCodeAskedAt] = useState(kept?.codeAskedAt ?? null)
  const [newer, setNewer] = useState<readonly Change[] | null>(null)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const touched = useRef(kept !== null)
  const under = useRef(false)

  useEffect(() => {
    if (touched.current) keep(localStorage, name, { draft: withoutTicks(draft), step: STEPS.indexOf(step), version: view.version.hash, codeAskedAt, language })
  }, [codeAskedAt, draft, language, name, step, view.version.hash])

  // The way back of a phone leads to the step before, not out of the page.
  useEffect(() => {
    history.replaceState({ step }, '')
    const back = (event: PopStateEvent) => { const to = (event.state as { step?: Step } | null)?.step; if (to) setStep(to) }
    addEventListener('popstate', back)
    return () => removeEventListener('popstate', back)
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- only the first step of the visit
  }, [])

  function change(some: Partial<Draft>): void {
    touched.current = true
    setDraft((before) => ({ ...before, ...some }))
  }
  function go(to: Step): void {
    setError(null)
    history.pushState({ step: to }, '')
    setStep(to)
  }
  function done(receipt: Receipt): void {
    touched.current = false
    forget(localStorage, name)
    setNewer(null)
    setRecorded(receipt)
    setDraft({ ...emptyDraft(view.dates.closesAt), logoId: draft.logoId })
    go('recorded')
    // The beams of the last screen; what was recorded does not depend on them.
    door.see().then(setView, () => undefined)
  }
  async function act(what: () => Promise<void>): Promise<void> {
    if (under.current) return
    under.current = true
    setBusy(true)
    setError(null)
    try { await what() } catch (thrown) { await troubled(thrown) } finally {
      under.current = false
      setBusy(false)
    }
  }
  /** [S2] Where the version that was read is no longer current, the difference is shown and nothing is recorded. */
  async function troubled(thrown: unknown): Promise<void> {
    if (!(thrown instanceof Refused)) { setError(thrown); return }
    const { reason } = thrown.problem
    if (reason !== 'version-is-not-current' && reason !== 'round-was-stopped' && reason !== 'link-needs-code') { setError(thrown); return }
    const fresh = await door.see().catch(() => null)
    if (fresh === null) { setError(thrown); return }
    setView(fresh)
    if (reason === 'version-is-not-current' && fresh.version.hash !== view.version.hash) {
      setNewer(changesSince(view.passages, fresh.passages))
      setDraft((before) => withoutTicks(before))
      go('read')
    } else setError(thrown)
  }

  return {
    view, draft, change, step, go, recorded, found: kept !== null, codeAskedAt, newer, busy, error,
    setCodeAsked: () => { touched.current = true; setCodeAskedAt(Date.now()) },
    setView: (next) => {
      setView(next)
      if (next.answer && purpose === 'answer' && recorded === null) setRecorded(next.answer)
      setDraft((before) => ({ ...before, logoId: before.logoId ?? next.consent?.logoId ?? next.proposedLogo }))
    },
    addLogo: (logo) => { setView((before) => ({ ...before, logos: [...before.logos, logo] })); change({ logoId: logo.id }) },
    takeBackLogo: (logoId) => act(async () => {
      await door.takeBackLogo(logoId)
      const fresh = await door.see()
      setView(fresh)
      if (draft.logoId === logoId) change({ logoId: fresh.consent?.logoId ?? fresh.proposedLogo })
    }),
    record: () => act(async () => {
      const sent = draft
      if (sent.choice === 'discuss-first') done(await door.discussFirst(sent.until))
      else if (sent.choice === 'not-authorised') done(await door.notAuthorised(sent.namedUnknown ? null : sent.named))
      else done(await door.answer({ answer: answerOf(sent, view.version.hash), ...(asksLogo(sent) && leaveStands(sent, view) ? {} : { consent: asksLogo(sent) ? consentOf(sent) : null }) }))
    }),
    recordConsent: () => act(async () => { done(await door.consent(consentOf(draft))) }),
  }
}

function firstStep(view: LinkView, purpose: Purpose, kept: number): Step {
  if (purpose === 'logo') return 'logo'
  if (view.answer && (kept === 0 || !view.answerable) && isOfNow(view)) return 'recorded'
  if (!view.answerable) return 'read'
  return STEPS[kept] === 'logo' ? 'answer' : STEPS[kept] ?? 'read'
}

/** Whether what was answered here still says where the organisation stands. */
const isOfNow = ({ status }: LinkView): boolean => ['open', 'round-closed', 'adopted', 'published', 'in-revision'].includes(status)
