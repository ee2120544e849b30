/** Signing out: at once, unless words would be lost with it. */
import { signOut } from '@draagvlak/api/session'
import { m } from '@draagvlak/messages/m'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useAct } from '../api.ts'
import { useMe } from '../me.ts'
import { useUnsent } from '../unsent.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Trouble } from '../ui/Notice.tsx'

/** What was kept on this device for a person goes with that person: someone else may sit here next. */
export async function forgetThisDevice(): Promise<void> {
  const kept = await indexedDB.databases?.() ?? []
  await Promise.all(kept.flatMap(({ name }) => name?.startsWith('draagvlak') ? [gone(indexedDB.deleteDatabase(name))] : []))
}

/** Another tab may hold it a moment longer; it goes when that tab lets go. */
const gone = (deleting: IDBOpenDBRequest): Promise<void> => new Promise((resolve) => {
  deleting.onsuccess = () => resolve()
  deleting.onerror = () => resolve()
  deleting.onblocked = () => resolve()
})

export function SignOutDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const unsent = useUnsent()
  const { person } = useMe()
  const [waiting, setWaiting] = useState<readonly string[] | null>(null)
  const act = useAct(signOut, { onDone: () => void forgetThisDevice().then(() => location.assign('/aanmelden')) })
  const started = useRef(false)
  const { mutate } = act
  const here = unsent.list
  useEffect(() => {
    if (started.current) return
    started.current = true
    // The copies of texts that are not on the screen count as well; how to read them is fetched only now.
    void import('../statement/words-on-device.ts').then(({ textsWithWordsHere }) => textsWithWordsHere(person.id)).catch(() => []).then((kept) => {
      const all = [...new Set([...here(), ...kept])]
      setWaiting(all)
      if (all.length === 0) mutate({})
    })
  }, [here, person.id, mutate])
  if (waiting === null || (waiting.length === 0 && !act.error)) return null
  return (
    <Dialog title={m.team_sign_out_unsent_title()} must={waiting.length > 0} onClose={onClose} actions={<><Button onClick={onClose} look="primary">{m.team_stay_signed_in()}</Button><Button look="danger" busy={act.isPending && m.shared_busy()} onClick={() => mutate({})}>{m.team_sign_out_anyway()}</Button></>}>
      {waiting.length > 0 ? <><p className="prose">{m.team_sign_out_unsent()}</p><ul className="stack tight">{waiting.map((title) => <li key={title} className="strong">{title}</li>)}</ul></> : null}
      <Trouble error={act.error} />
    </Dialog>
  )
}
