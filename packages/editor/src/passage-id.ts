/** Ids of passages: ten characters that stay with the words for as long as they live. */

const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789'
const LENGTH = 10

/**
 * A new passage id.
 * @param random gives a number from 0 up to, not including, 1; 36^10 ids make a chance meeting in one text negligible.
 */
export function newPassageId(random: () => number): string {
  let id = ''
  for (let place = 0; place < LENGTH; place += 1) id += LETTERS.charAt(Math.floor(random() * LETTERS.length))
  return id
}

export function isPassageId(value: unknown): value is string {
  return typeof value === 'string' && /^[a-z0-9]{10}$/.test(value)
}
