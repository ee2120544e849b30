/** Every sentence of the interface as a typed function; the language is handed in or is the page's own. */
export * as m from './generated/messages.js'
export type Locale = 'nl' | 'en'
