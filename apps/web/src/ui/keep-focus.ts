/** The focus is never lost with what held it: when a button goes because it was pressed, or a dialog whose opener went, it stands on what was there before, or on the nearest heading that stayed. */

/** What lies over the page and goes again. */
const OVER = '.veil, .menu-frame'

interface Stood { readonly element: HTMLElement; /** From near to far, as it was when the focus came. */ readonly around: readonly Element[]; readonly byKey: boolean }

function stoodOn(element: HTMLElement): Stood {
  const around: Element[] = []
  for (let one = element.parentElement; one && one !== document.body; one = one.parentElement) around.push(one)
  return { element, around, byKey: element.matches(':focus-visible') }
}

function headingNear({ around }: Stood): HTMLElement | null {
  for (const one of around) {
    const heading = one.isConnected ? one.querySelector<HTMLElement>('h1, h2, h3') : null
    if (heading) return heading
  }
  return document.querySelector<HTMLElement>('h1')
}

/** A hand on a mouse keeps the page where it is; somebody with keys sees where the focus went. */
function put(element: HTMLElement, { byKey }: Stood): void {
  if (element.matches('h1, h2, h3')) element.setAttribute('tabindex', '-1')
  element.focus({ preventScroll: true })
  if (byKey) element.scrollIntoView({ block: 'nearest' })
}

/** Watches the page until the returned function is called. */
export function keepFocus(): () => void {
  let under: Stood | null = null
  let over: Stood | null = null
  let looks = false
  const isLost = () => (document.activeElement === null || document.activeElement === document.body) && (over ?? under)?.element.isConnected === false
  function look(): void {
    looks = false
    if (!isLost()) return
    const above = over?.around.some((one) => one.isConnected && one.closest(OVER)) ? over : null
    const stood = above ?? under
    const to = !stood ? document.querySelector<HTMLElement>('h1') : !above && stood.element.isConnected ? stood.element : headingNear(stood)
    if (to) put(to, stood ?? over!)
  }
  // Dialogs and menus give the focus back a frame after they went, and a screen takes it to its heading: they come first.
  const watch = new MutationObserver(() => {
    if (looks || !isLost()) return
    looks = true
    requestAnimationFrame(() => requestAnimationFrame(look))
  })
  const note = ({ target }: FocusEvent) => {
    if (!(target instanceof HTMLElement) || target === document.body) return
    if (target.closest(OVER)) over = stoodOn(target)
    else { under = stoodOn(target); over = null }
  }
  addEventListener('focusin', note)
  watch.observe(document.body, { childList: true, subtree: true })
  return () => { removeEventListener('focusin', note); watch.disconnect() }
}
