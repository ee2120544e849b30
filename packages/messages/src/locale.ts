/** Which language the interface speaks: set once per page in the browser, handed in per call on the server. */
export { getLocale, overwriteGetLocale, isLocale } from './generated/runtime.js'
