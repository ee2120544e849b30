/** Holds back what others write while letters are being composed here: a text that is drawn anew under an input method doubles or loses them. */

export interface Composing {
  readonly is: () => boolean
  /** Called when the letters stand in the text. */
  readonly onEnd: (listener: () => void) => () => void
  readonly stop: () => void
}

/** The editor reads the last letters a moment after the browser says that they are there; milliseconds. */
const SETTLES = 60
/** A composition that was left behind, because its paper went away, ends by itself; milliseconds. */
const LEFT_BEHIND = 5000

/** @param page where the editor stands; composition events bubble up to it. */
export function watchComposing(page: EventTarget): Composing {
  const listeners = new Set<() => void>()
  let timer: ReturnType<typeof setTimeout> | null = null
  let composing = false
  const end = (): void => {
    timer = null
    composing = false
    for (const listener of listeners) listener()
  }
  const endAfter = (milliseconds: number): void => {
    if (timer !== null) clearTimeout(timer)
    timer = setTimeout(end, milliseconds)
  }
  const going = (): void => { composing = true; endAfter(LEFT_BEHIND) }
  const ended = (): void => { if (composing) endAfter(SETTLES) }
  page.addEventListener('compositionstart', going)
  page.addEventListener('compositionupdate', going)
  page.addEventListener('compositionend', ended)
  return {
    is: () => composing,
    onEnd(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    stop() {
      page.removeEventListener('compositionstart', going)
      page.removeEventListener('compositionupdate', going)
      page.removeEventListener('compositionend', ended)
      if (timer !== null) clearTimeout(timer)
      end()
    },
  }
}

/** A WebSocket that hands over its messages, all and in their order, only when nobody is composing; before it closes it hands over the rest. */
export function patientSocket(Base: typeof WebSocket, composing: Pick<Composing, 'is' | 'onEnd'>): typeof WebSocket {
  return class extends Base {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols)
      let held: MessageEvent[] = []
      let releasing = false
      const release = (): void => {
        const messages = held
        held = []
        releasing = true
        for (const { data } of messages) this.dispatchEvent(new MessageEvent('message', { data: data as unknown }))
        releasing = false
      }
      // Whoever listens first may keep a message from those who listen later.
      this.addEventListener('message', (event) => {
        if (releasing || (!composing.is() && held.length === 0)) return
        event.stopImmediatePropagation()
        held.push(event)
      })
      const forget = composing.onEnd(release)
      this.addEventListener('close', () => { forget(); release() })
    }
  }
}
