/** The language of the interface: the person's own once known, before that what was used here last or the browser asks for. */
import { isLocale, overwriteGetLocale } from '@draagvlak/messages/locale'
import type { Locale } from '@draagvlak/messages/m'

const KEPT = 'draagvlak-language'

export function firstLanguage(): Locale {
  const kept = localStorage.getItem(KEPT)
  if (isLocale(kept)) return kept
  return navigator.languages.find((language) => /^(nl|en)\b/i.test(language))?.slice(0, 2).toLowerCase() === 'en' ? 'en' : 'nl'
}
/** From now on every sentence is in this language; what is on the screen must be drawn anew. */
export function speak(language: Locale): void {
  overwriteGetLocale(() => language)
  document.documentElement.lang = language
  localStorage.setItem(KEPT, language)
}
