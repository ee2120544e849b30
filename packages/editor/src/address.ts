/** Which addresses a link or a footnote may lead to: the web and mail, nothing that runs. */

const SAFE_PROTOCOLS = new Set(['http:', 'https:', 'mailto:'])
const LONGEST = 2000

/**
 * Whether a link may lead here: an absolute http, https or mailto address.
 * Control characters and white space are refused, because browsers skip them when they read the protocol.
 */
export function isSafeAddress(value: unknown): value is string {
  if (typeof value !== 'string' || value.length > LONGEST || /[\s\p{Cc}]/u.test(value)) return false
  return URL.canParse(value) && SAFE_PROTOCOLS.has(new URL(value).protocol)
}

/** The address that somebody means who types `example.nl`, `info@example.nl` or a whole address; null where it leads nowhere safe. */
export function addressFrom(typed: string): string | null {
  const words = typed.trim()
  if (/^[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+$/u.test(words)) return `mailto:${words}`
  const whole = /^[a-z][a-z0-9+.-]*:/i.test(words) && !/^[^:/]+:\d/.test(words) ? words : `https://${words}`
  return isSafeAddress(whole) && (whole.startsWith('mailto:') || new URL(whole).hostname.includes('.')) ? whole : null
}
