/** Before a round: what will be frozen, who is asked and why, the rules, the mail as it goes, and one act. */
import { openRound } from '@draagvlak/api/round'
import type { StatementFull } from '@draagvlak/api/statement'
import type { Finding } from '@draagvlak/editor/findings'
import { m } from '@draagvlak/messages/m'
import { useState, type ReactNode } from 'react'
import { useAct } from '../api.ts'
import { findingWords } from '../statement/finding-words.ts'
import { Editions } from '../out/Editions.tsx'
import { Button } from '../ui/Button.tsx'
import { ButtonLink } from '../ui/ButtonLink.tsx'
import { dayAndTime } from '../ui/dates.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { CheckField, TextAreaField, TextField } from '../ui/Field.tsx'
import { Notice, Trouble } from '../ui/Notice.tsx'
import { Fetching } from '../ui/Progress.tsx'
import { PageTitle } from '../ui/title.tsx'
import { AskTable } from './AskTable.tsx'
import { DatesFields } from './DatesFields.tsx'
import { MailPreview } from './MailPreview.tsx'
import { listOfNames } from './rules.ts'
import { firstWish, mayCarry, roundOf, type Preview, type RoundWish } from './round-wish.ts'
import { usePreview } from './use-preview.ts'
import { WouldBeListed } from '../out/WouldBeListed.tsx'

export function OpenRound({ statement, now }: { readonly statement: StatementFull; readonly now: string }): ReactNode {
  const preview = usePreview(statement.id)
  const title = statement.edition === null ? m.team_open_title({ title: statement.title }) : m.team_open_title_edition({ title: statement.title, edition: statement.edition + 1 })
  return (
    <main className="page open-round" id="main">
      <PageTitle above={m.team_open_above()}>{title}</PageTitle>
      {statement.editions.length > 0 ? <Editions statement={statement} /> : null}
      {preview.data ? <OpenForm statement={statement} preview={preview.data} now={now} /> : preview.error ? <Trouble error={preview.error} /> : <Fetching />}
    </main>
  )
}

function OpenForm({ statement, preview, now }: { readonly statement: StatementFull; readonly preview: Preview; readonly now: string }): ReactNode {
  const [wish, setWish] = useState<RoundWish>(() => firstWish(preview))
  const [confirming, setConfirming] = useState(false)
  const put = (part: Partial<RoundWish>) => setWish((before) => ({ ...before, ...part }))
  const open = useAct(openRound)
  const found = roundOf(preview, wish, now)
  const go = () => { if ('body' in found) open.mutate({ params: { statementId: statement.id }, body: found.body }) }
  return (
    <>
      <section className="open-freeze" aria-labelledby="open-freeze">
        <h2 className="section-title" id="open-freeze">{m.team_open_freeze()}</h2>
        <p className="prose">{whatFreezes(statement, preview)} {m.team_open_freeze_what()}</p>
        <WhoWrites preview={preview} live={false} />
        <Findings statement={statement} preview={preview} />
      </section>
      <section aria-labelledby="open-who">
        <h2 className="section-title" id="open-who">{m.team_open_who()}</h2>
        <p className="prose quiet">{m.team_open_who_what()}</p>
        <AskTable statement={statement} preview={preview} wish={wish} onWish={put} />
      </section>
      <section aria-labelledby="open-rules">
        <h2 className="section-title" id="open-rules">{m.team_open_rules()}</h2>
        <div className="open-columns">
          <DatesFields value={wish.dates} onChange={(dates) => put({ dates })} />
          <div className="stack">
            <TextField label={m.team_open_minimum()} hint={m.team_open_minimum_hint({ of: mayCarry(preview, wish) })} short inputMode="numeric" value={wish.minimum} onChange={(minimum) => put({ minimum })} />
            <CheckField label={m.team_open_proposals()} hint={m.team_open_proposals_hint()} checked={wish.proposalsAllowed} onChange={(proposalsAllowed) => put({ proposalsAllowed })} />
            <TextAreaField label={m.team_open_note()} hint={m.team_open_note_hint()} maxLength={2000} rows={4} value={wish.note} onChange={(note) => put({ note })} />
            <p className="small quiet">{m.team_open_zone({ zone: preview.suggestedDates.zone.split('/').at(-1)!.replaceAll('_', ' ') })} {m.team_round_silence()}</p>
          </div>
        </div>
      </section>
      <section aria-labelledby="open-mail">
        <h2 className="section-title" id="open-mail">{m.team_open_mail()}</h2>
        <MailPreview preview={preview} wish={wish} />
      </section>
      <WouldBeListed statement={statement} />
      <section className="open-go" aria-label={m.team_act_open_round()}>
        <Button look="primary" because={'because' in found ? found.because : null} onClick={() => setConfirming(true)}>{m.team_act_open_round()}</Button>
        <ButtonLink look="bare" to="/teksten/$statementId" params={{ statementId: statement.id }}>{m.team_open_back()}</ButtonLink>
      </section>
      {confirming && 'body' in found ? (
        <Dialog
          title={m.team_open_confirm()} onClose={() => setConfirming(false)}
          actions={<><Button look="primary" busy={open.isPending && m.shared_busy()} onClick={go}>{m.team_act_open_round()}</Button><Button onClick={() => setConfirming(false)}>{m.shared_cancel()}</Button></>}
        >
          <ul className="plain-list prose">
            <li>{whatFreezes(statement, preview)} {m.team_open_confirm_freeze()}</li>
            <li>{m.team_open_confirm_mails({ count: found.body.asked.length })}</li>
            <li>{m.team_open_confirm_dates({ answerBy: dayAndTime(found.body.dates.answerBy, { zone: found.body.dates.zone }), closesAt: dayAndTime(found.body.dates.closesAt, { zone: found.body.dates.zone }) })}</li>
            <li>{m.team_open_confirm_after()}</li>
          </ul>
          <WhoWrites preview={preview} live />
          <Trouble error={open.error} />
        </Dialog>
      ) : null}
    </>
  )
}

const whatFreezes = (statement: StatementFull, { sameAsVersion, words }: Preview): string =>
  (sameAsVersion ? m.team_open_same({ number: sameAsVersion, words }) : m.team_open_words({ number: statement.versions.length + 1, words }))

/** What somebody types at this moment is frozen as it stands, half a word too. */
function WhoWrites({ preview: { writing }, live }: { readonly preview: Preview; readonly live: boolean }): ReactNode {
  if (writing.length === 0) return null
  return <Notice tone="warning" live={live} title={m.team_open_writing({ count: writing.length, names: listOfNames(writing.map(({ name, organisation }) => `${name} (${organisation})`)) })}>{m.team_open_writing_what()}</Notice>
}

function Findings({ statement, preview: { findings } }: { readonly statement: StatementFull; readonly preview: Preview }): ReactNode {
  if (findings.length === 0) return <Notice tone="done" live={false}>{m.team_open_no_findings()}</Notice>
  const must = findings.some(({ severity }) => severity === 'must')
  return (
    <Notice tone="warning" live={false} title={must ? m.team_open_findings_must({ count: findings.length }) : m.team_open_findings({ count: findings.length })}>
      <ul className="plain-list">{findings.map((finding, index) => <li key={`${finding.code}${index}`}>{finding.severity === 'must' ? <strong>{m.team_finding_must()} </strong> : null}{findingWords(finding as unknown as Finding)}</li>)}</ul>
      <p><ButtonLink look="word" to="/teksten/$statementId" params={{ statementId: statement.id }}>{m.team_open_to_findings()}</ButtonLink></p>
    </Notice>
  )
}
