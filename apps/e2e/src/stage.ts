/** The stage of a story: people with a browser of their own, what they see, and what a checker of accessibility finds. */
import axe from 'axe-core'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { expect, inject } from 'vitest'

export const DESK = { width: 1440, height: 900 }
export const PHONE = { width: 390, height: 844 }
export const demo = () => inject('demo')
export const statementIn = (stage: string) => demo().statements.find((statement) => statement.stage === stage)!

export async function openBrowser(): Promise<Browser> {
  const { executablePath, libraries } = inject('browserAt')
  const env = { ...process.env, ...(libraries ? { LD_LIBRARY_PATH: [libraries, process.env.LD_LIBRARY_PATH].filter(Boolean).join(':') } : {}) } as Record<string, string>
  const root = process.getuid?.() === 0
  return chromium.launch({ executablePath, headless: true, env, args: [...(root ? ['--no-sandbox'] : []), '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'] })
}

export interface Actor { readonly page: Page; readonly context: BrowserContext }

/** Somebody who is nobody yet, in a window of a size. */
export async function somebody(browser: Browser, viewport = DESK): Promise<Actor> {
  const context = await browser.newContext({ viewport, locale: 'nl-NL', timezoneId: 'Europe/Amsterdam', reducedMotion: 'reduce', baseURL: demo().baseUrl })
  context.setDefaultTimeout(20_000)
  return { context, page: await context.newPage() }
}

export const signInLinkOf = (name: string): string => demo().people.find((person) => person.name === name)!.signInLink

/** A person of the example coalition, signed in by the link that the terminal printed; the page with its button has a story of its own. */
export async function signedIn(browser: Browser, name: string, viewport = DESK): Promise<Actor> {
  const actor = await somebody(browser, viewport)
  await signIn(actor, name)
  return actor
}
export async function signIn({ context }: Pick<Actor, 'context'>, name: string): Promise<void> {
  const response = await context.request.post('/api/v1/sign-ins/terminal', { data: { token: signInLinkOf(name).split('/').at(-1) } })
  expect(response.status(), `${name} signs in`).toBe(200)
}

/** Waits for what comes by itself: the words of others, an answer of the server, a screen that follows. */
export const soon: typeof expect.poll = (what, options) => expect.poll(what, { timeout: 20_000, interval: 50, ...options })

/** The newest mail to an address, as the machine of the server shows it. */
export async function mailTo(page: Page, address: string, kind: string): Promise<string> {
  const mails = await page.context().request.get(`/dev/mail?to=${encodeURIComponent(address)}`)
  const html = await mails.text()
  const found = [...html.matchAll(/<article[^>]*data-kind="([^"]+)"[^>]*>([\s\S]*?)<\/article>/g)].find(([, what]) => what === kind)
  if (!found) throw new Error(`No mail of kind ${kind} to ${address}`)
  return found[2]!.replace(/<[^>]+>/g, '').replaceAll('&amp;', '&').replaceAll('&#39;', "'").replaceAll('&quot;', '"')
}
export const codeIn = (mail: string): string => /(\d{3}) (\d{3})/.exec(mail.split('\n').slice(1).join('\n'))!.slice(1).join('')

/** Nothing found by axe at WCAG 2.2 A and AA, and no sideways scroll. A strict policy keeps scripts out, so it is evaluated from outside. */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  await page.evaluate(axe.source)
  const found = await page.evaluate(async () => {
    const results = await (globalThis as unknown as { axe: { run: (context: unknown, options: unknown) => Promise<{ violations: { id: string; nodes: { target: unknown }[] }[] }> } }).axe
      .run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })
    return results.violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => String(node.target)).join(' | ')}`)
  })
  expect(found, what).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth), `${what}: no sideways scroll`).toBe(true)
}
