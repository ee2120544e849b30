/** The headers with which a logo leaves the house: whatever slipped into it can do nothing in a browser. */

export type LogoMediaType = 'image/svg+xml' | 'image/png'

/** A logo's address holds the hash of its bytes, so it may be kept for ever. */
export function logoHeaders(mediaType: LogoMediaType): Readonly<Record<string, string>> {
  return {
    'Content-Type': mediaType,
    'Content-Security-Policy': 'default-src \'none\'; style-src \'unsafe-inline\'; sandbox',
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'public, max-age=31536000, immutable',
    'Cross-Origin-Resource-Policy': 'same-site',
  }
}
