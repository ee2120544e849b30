/** A confirmation that may be missed: eight seconds, with undo, held while pointed at or focused. */
import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react'
import { m } from '@draagvlak/messages/m'
import './Notice.css'

const SHOWN_MS = 8000
export interface ToastWords { readonly text: string; readonly undo?: () => void; /** Another word than *undo* for the button. */ readonly act?: string }
interface Shown extends ToastWords { readonly key: string }
const ToastContext = createContext<((toast: ToastWords) => void) | null>(null)

/** Says something short that may be missed. What must be read belongs in a Notice. */
export function useToast(): (toast: ToastWords) => void {
  const say = useContext(ToastContext)
  if (!say) throw new Error('useToast outside Toasts')
  return say
}

export function Toasts({ children }: { readonly children: ReactNode }): ReactNode {
  const [shown, setShown] = useState<readonly Shown[]>([])
  const say = useCallback((toast: ToastWords) => setShown((now) => [...now.slice(-2), { ...toast, key: crypto.randomUUID() }]), [])
  const drop = useCallback((key: string) => setShown((now) => now.filter((toast) => toast.key !== key)), [])
  return (
    <ToastContext value={say}>
      {children}
      <div className="toasts" role="status" aria-live="polite">{shown.map((toast) => <Toast key={toast.key} toast={toast} onEnd={drop} />)}</div>
    </ToastContext>
  )
}

function Toast({ toast, onEnd }: { readonly toast: Shown; readonly onEnd: (key: string) => void }): ReactNode {
  const [held, setHeld] = useState(false)
  const hold = useMemo(() => ({ onPointerEnter: () => setHeld(true), onPointerLeave: () => setHeld(false), onFocus: () => setHeld(true), onBlur: () => setHeld(false) }), [])
  useEffect(() => {
    if (held) return
    const timer = setTimeout(() => onEnd(toast.key), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [held, onEnd, toast.key])
  return (
    <div className="toast" {...hold}>
      <span>{toast.text}</span>
      <button type="button" onClick={() => { toast.undo?.(); onEnd(toast.key) }}>{toast.undo ? toast.act ?? m.shared_undo() : m.shared_close()}</button>
    </div>
  )
}
