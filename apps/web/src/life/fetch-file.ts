/** Files of a statement: opened to print, or kept on the device. */
import { pathOf } from '@draagvlak/api/call'
import type { Endpoint } from '@draagvlak/api/endpoint'

/** In a tab of its own: the text stays open behind it. */
export function openFile(endpoint: Endpoint, params: Readonly<Record<string, string>>): void {
  window.open(pathOf(endpoint.path, params), '_blank', 'noopener')
}

/** As a download, which leaves the page and what is being written where they are. */
export function keepFile(endpoint: Endpoint, params: Readonly<Record<string, string>>): void {
  const link = document.createElement('a')
  link.href = pathOf(endpoint.path, params)
  link.download = ''
  link.click()
}
