/** Step 3, and the whole of `/logo/<token>`: which logo, how it stands among the others, and leave for exactly this use (G3). */
import { m } from '@draagvlak/messages/m'
import type { ReactNode } from 'react'
import { dayWithoutWeekday, timeOf } from '../ui/dates.ts'
import { CodeLine } from './CodeLine.tsx'
import { Act, BigChoice, Choices, Line, SmallChoice, Tick } from './controls.tsx'
import type { Door, LinkLogo, Purpose } from './door.ts'
import { leaveStands, missingInLogo, whatOf, type Channel } from './draft.ts'
import { logoWords } from './logo-words.ts'
import { LogoMark } from './LogoMark.tsx'
import { LogoUpload } from './LogoUpload.tsx'
import { Note, Trouble } from './Note.tsx'
import type { Session } from './session.ts'
import { todayThere } from './today.ts'
import { WallPreview } from './WallPreview.tsx'

export function LogoStep({ session, door, purpose }: { readonly session: Session; readonly door: Door; readonly purpose: Purpose }): ReactNode {
  const { view, draft, go, busy, error } = session
  const what = whatOf(view)
  const chosen = view.logos.find((one) => one.id === draft.logoId) ?? null
  const alone = purpose === 'logo' || session.recorded !== null && draft.choice === null
  return (
    <>
      <div className="sign-body">
        <h1 className="sign-title" tabIndex={-1}>{m.sign_logo_title({ what })}</h1>
        {view.organisation.kind === 'state-body' ? <p className="sign-lead">{m.sign_logo_state()}</p> : null}
        {view.consent ? <Note><p>{alone ? m.sign_consent_stands() : m.sign_consent_stands_on()}</p></Note> : null}
        {purpose === 'logo' || !view.known ? <CodeLine session={session} door={door} /> : null}
        {view.known ? <Choosing session={session} door={door} chosen={chosen} /> : null}
        {view.known ? <><h2 className="field-label">{m.sign_wall({ what })}</h2><WallPreview view={view} own={draft.logo === 'no' ? null : chosen?.wall ?? null} /></> : <p className="quiet">{m.sign_logo_after_code()}</p>}
        {chosen && chosen.wall === null ? <p className="quiet">{m.sign_logo_no_place()}</p> : null}
        {view.known ? <ConsentPart session={session} what={what} /> : null}
        <Trouble error={error} recording />
      </div>
      <Act
        label={alone ? m.sign_record_consent() : m.sign_record()} busy={busy && m.sign_recording()} missing={missingInLogo(draft, view.known, view.logos.length > 0, !alone && leaveStands(draft, view))} onAct={() => void (alone ? session.recordConsent() : session.record())}
        {...(purpose === 'logo' ? {} : { back: { label: alone ? m.shared_back() : m.sign_back_to_answer(), onBack: () => go(alone ? 'recorded' : 'answer') } })}
      />
    </>
  )
}

function Choosing({ session, door, chosen }: { readonly session: Session; readonly door: Door; readonly chosen: LinkLogo | null }): ReactNode {
  const { view, draft, change, addLogo, takeBackLogo } = session
  const { logos, dates } = view
  return (
    <div className="logo-choice">
      {chosen ? <figure className="plate"><LogoMark file={chosen.file} name={view.organisation.name} width={chosen.facts.width} height={chosen.facts.height} /></figure> : null}
      {logos.length > 1 ? (
        <Choices legend={m.sign_logo_which()}>
          {logos.map((logo, index) => (
            <div className="one-logo" key={logo.id}>
              <SmallChoice
                name="logo-file" id={`logo-${logo.id}`} checked={draft.logoId === logo.id} onChoose={() => change({ logoId: logo.id })} label={m.sign_logo_number({ number: index + 1 })}
                hint={`${logo.facts.format.toUpperCase()}, ${m.sign_logo_had({ date: dayWithoutWeekday(logo.addedAt, { zone: dates.zone }), time: timeOf(logo.addedAt, { zone: dates.zone }) })}`}
              />
              <img src={`/files/${logo.file}`} alt="" width={72} height={48} />
              {logo.mayTakeBack ? <button type="button" className="word-button" aria-label={m.sign_logo_take_back_number({ number: index + 1 })} onClick={() => void takeBackLogo(logo.id).then(() => document.getElementById('logo-file')?.focus())}>{m.sign_logo_take_back()}</button> : null}
            </div>
          ))}
        </Choices>
      ) : null}
      {chosen ? <Facts logo={chosen} /> : null}
      <LogoUpload door={door} first={logos.length === 0} onAdded={addLogo} />
    </div>
  )
}

/** [G1] What it is, measured, and what was changed about it. */
function Facts({ logo: { facts } }: { readonly logo: LinkLogo }): ReactNode {
  const { print, notes } = logoWords(facts)
  return (
    <>
      <ul className="logo-facts"><li className={facts.fitForPrint ? 'good' : ''}>{print}</li><li className={facts.transparent ? 'good' : ''}>{facts.transparent ? m.sign_logo_free() : m.sign_logo_not_free()}</li></ul>
      {notes.length > 0 ? <><p className="quiet">{m.sign_note_changed()}</p><ul className="logo-facts">{notes.map((words) => <li key={words}>{words}</li>)}</ul></> : null}
    </>
  )
}

const CHANNELS: readonly (readonly [Channel, () => string])[] = [['website', m.sign_channel_website], ['print', m.sign_channel_print], ['mail', m.sign_channel_mail], ['newspaper', m.sign_channel_newspaper]]

function ConsentPart({ session: { draft, change, view }, what }: { readonly session: Session; readonly what: string }): ReactNode {
  const { channels, editions, logoUntil, logo } = draft
  const said = m.sign_use({
    what, channels: CHANNELS.filter(([channel]) => channels.includes(channel)).map(([, words]) => words()).join(', '), editions: editions === 'this-edition' ? m.sign_editions_this() : m.sign_editions_all(),
    period: logoUntil === '' ? m.sign_until_open() : m.sign_until({ date: dayWithoutWeekday(logoUntil, { zone: view.dates.zone }) }),
  })
  return (
    <Choices legend={m.sign_consent()}>
      <p className="quiet">{view.logos.length > 0 ? m.sign_consent_apart() : m.sign_consent_first_add({ organisation: view.organisation.name })}</p>
      {view.logos.length === 0 ? null : <BigChoice name="logo" id="logo-yes" checked={logo === 'yes'} onChoose={() => change({ logo: 'yes' })} label={m.sign_consent_yes()} hint={said}>
        <details className="tucked">
          <summary>{m.sign_use_change()}</summary>
          <div className="unfolded">
            <Choices legend={m.sign_use_channels()}>{CHANNELS.map(([channel, words]) => <Tick key={channel} id={`channel-${channel}`} checked={channels.includes(channel)} onChange={(checked) => change({ channels: CHANNELS.map(([one]) => one).filter((one) => (one === channel ? checked : channels.includes(one))) })} label={words()} />)}</Choices>
            <Choices legend={m.sign_use_editions()}>
              <SmallChoice name="editions" id="editions-this" checked={editions === 'this-edition'} onChoose={() => change({ editions: 'this-edition' })} label={m.sign_editions_this()} />
              <SmallChoice name="editions" id="editions-all" checked={editions === 'all-editions'} onChoose={() => change({ editions: 'all-editions' })} label={m.sign_editions_all()} />
            </Choices>
            <Line id="logo-until" type="date" label={m.sign_use_until()} hint={m.sign_use_until_hint()} min={todayThere(view.dates.zone)} value={logoUntil} onChange={(words) => change({ logoUntil: words })} />
          </div>
        </details>
      </BigChoice>}
      <BigChoice name="logo" id="logo-no" checked={logo === 'no'} onChoose={() => change({ logo: 'no' })} label={m.sign_consent_no()} hint={m.sign_consent_no_what()} />
    </Choices>
  )
}
