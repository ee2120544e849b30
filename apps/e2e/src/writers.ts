/** The people of the writing stories: who they are and how they come to sit at one text. */
import type { Browser } from 'playwright-core'
import { expect } from 'vitest'
import { letterOf, stored, type Text } from './ask.ts'
import { openText, says, shown } from './paper.ts'
import { DESK, signedIn, soon, type Actor } from './stage.ts'

/** Coordinator and final editor of the umbrella, and somebody of the sports federation. */
export const WRITERS = { noor: 'Noor Hageman', ruben: 'Ruben Okhuijsen', samira: 'Samira El Amrani' } as const
export type Writer = keyof typeof WRITERS

/** Each in a browser of their own, with a new text open. Noor starts it, so she is always there. */
export async function atOneText<W extends Exclude<Writer, 'noor'>>(browser: Browser, title: string, others: readonly W[], viewport = DESK): Promise<{ text: Text; noor: Actor } & Record<W, Actor>> {
  const noor = await signedIn(browser, WRITERS.noor)
  const text = await letterOf(noor, title)
  const joined = await Promise.all(others.map(async (name) => [name, await signedIn(browser, WRITERS[name], viewport)] as const))
  await Promise.all([noor, ...joined.map(([, writer]) => writer)].map(async (writer) => {
    await openText(writer, text.id)
    await says(writer.page, 'connected')
  }))
  return { text, noor, ...Object.fromEntries(joined) as Record<W, Actor> }
}

/** Every browser and the server hold the same words. */
export async function expectOneText(writers: readonly Actor[], text: Text): Promise<string[]> {
  for (const { page } of writers) await soon(async () => await shown(page)).toEqual(await stored(writers[0]!, text.id))
  const words = await stored(writers[0]!, text.id)
  for (const { page } of writers) expect(await shown(page)).toEqual(words)
  return words
}
