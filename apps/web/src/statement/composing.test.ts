/** Letters under composition: what others write waits until they stand there. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { patientSocket, watchComposing } from './composing.ts'

beforeEach(() => { vi.useFakeTimers() })
afterEach(() => { vi.useRealTimers() })

function aPage() {
  const page = new EventTarget()
  const composing = watchComposing(page)
  const Socket = patientSocket(class extends EventTarget {} as unknown as typeof WebSocket, composing)
  const socket = new Socket('ws://test')
  const heard: string[] = []
  socket.addEventListener('message', ({ data }) => heard.push(data as string))
  return { stop: composing.stop, heard, tell: (data: string) => socket.dispatchEvent(new MessageEvent('message', { data })), close: () => socket.dispatchEvent(new Event('close')), happens: (type: string) => page.dispatchEvent(new Event(type)) }
}

test('what others write passes at once, waits while letters are composed, and then comes in its order', () => {
  const { heard, tell, happens } = aPage()
  tell('een')
  expect(heard).toEqual(['een'])
  happens('compositionstart')
  tell('twee')
  happens('compositionupdate')
  tell('drie')
  happens('compositionend')
  tell('vier')
  expect(heard).toEqual(['een'])
  vi.advanceTimersByTime(100)
  expect(heard).toEqual(['een', 'twee', 'drie', 'vier'])
  tell('vijf')
  expect(heard.at(-1)).toBe('vijf')
})

test('a composition that follows at once keeps everything waiting', () => {
  const { heard, tell, happens } = aPage()
  happens('compositionstart')
  tell('een')
  happens('compositionend')
  happens('compositionstart')
  vi.advanceTimersByTime(1000)
  expect(heard).toEqual([])
  happens('compositionend')
  vi.advanceTimersByTime(100)
  expect(heard).toEqual(['een'])
})

test('a composition whose end nobody heard, a text that is left and a connection that closes hold nothing back for ever', () => {
  const { heard, tell, happens, stop } = aPage()
  happens('compositionstart')
  tell('een')
  vi.advanceTimersByTime(5000)
  expect(heard).toEqual(['een'])
  happens('compositionstart')
  tell('twee')
  stop()
  expect(heard).toEqual(['een', 'twee'])
  const other = aPage()
  other.happens('compositionstart')
  other.tell('drie')
  other.close()
  expect(other.heard).toEqual(['drie'])
})
