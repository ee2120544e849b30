/** Sends a logo: tap, drag or keyboard; says how far it is, and in place why it can't be used. */
import { m } from '@draagvlak/messages/m'
import { useRef, useState, type DragEvent, type ReactNode } from 'react'
import { Refused, type Door, type LinkLogo } from './door.ts'
import { Note, Trouble } from './Note.tsx'

const MOST_BYTES = 20 * 1024 * 1024
type Sending = { readonly at: 'sending'; readonly percent: number } | { readonly at: 'checking' } | { readonly at: 'done'; readonly file: string } | null

export function LogoUpload({ door, first, onAdded }: { readonly door: Door; readonly first: boolean; readonly onAdded: (logo: LinkLogo) => void }): ReactNode {
  const [sending, setSending] = useState<Sending>(null)
  const [error, setError] = useState<unknown>(null)
  const [over, setOver] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const busy = sending?.at === 'sending' || sending?.at === 'checking'

  async function take(file: File | undefined): Promise<void> {
    if (!file || busy) return
    setError(null)
    if (file.size > MOST_BYTES) {
      setError(new Refused({ type: 'about:blank', title: 'too-many-bytes', status: 413, detail: m.shared_logo_too_many_bytes() }))
      return
    }
    setSending({ at: 'sending', percent: 0 })
    try {
      const logo = await door.addLogo(file, (part) => setSending(part < 1 ? { at: 'sending', percent: Math.round(part * 100) } : { at: 'checking' }))
      setSending({ at: 'done', file: file.name })
      onAdded(logo)
    } catch (thrown) {
      setSending(null)
      setError(thrown)
    } finally {
      // The same file, mended, may be chosen again.
      if (field.current) field.current.value = ''
    }
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    void take(event.dataTransfer.files[0])
  }
  return (
    <div className={over ? 'drop over' : 'drop'} onDragOver={(event) => { event.preventDefault(); setOver(true) }} onDragLeave={() => setOver(false)} onDrop={drop}>
      <label className="button" htmlFor="logo-file">{first ? m.sign_logo_upload() : m.sign_logo_upload_other()}</label>
      <input ref={field} className="aloud" id="logo-file" type="file" accept="image/svg+xml,image/png,image/jpeg,.svg,.png,.jpg,.jpeg" aria-describedby="logo-file-hint" onChange={(event) => void take(event.target.files?.[0])} />
      <p className="quiet small" id="logo-file-hint">{m.sign_logo_upload_hint()}</p>
      {sending?.at === 'sending' ? <div className="sending"><p role="status">{m.sign_logo_uploading({ percent: sending.percent })}</p><progress max={100} value={sending.percent} aria-label={m.sign_logo_uploading({ percent: sending.percent })} /></div> : null}
      {sending?.at === 'checking' ? <p role="status">{m.sign_logo_checking()}</p> : null}
      {sending?.at === 'done' ? <p role="status"><strong>{sending.file}</strong> <span className="quiet">{m.sign_logo_received()}</span></p> : null}
      {error instanceof Refused ? <Note tone="wrong" title={m.sign_logo_refused()}><p>{error.message}</p></Note> : <Trouble error={error} />}
    </div>
  )
}
