/** What somebody does who is asked by a personal link: the link from the mail, the code from the other mail, an answer. */
import path from 'node:path'
import { ask } from './ask.ts'
import { codeIn, demo, mailTo, type Actor } from './stage.ts'

/** A drawing of the example coalition, as a file to send. */
export const logoPath = (name: string): string => path.resolve(import.meta.dirname, '..', '..', 'server', 'src', 'demo', 'logos', `${name}.svg`)

/** Of a person of the example coalition by name; an address is an address. */
export const addressOf = (who: string): string => (who.includes('@') ? who : demo().people.find((person) => person.name === who)!.email)

/** The newest link that was mailed to somebody, as an address on this server. */
export async function linkMailedTo({ page }: Actor, who: string): Promise<string> {
  const found = /https?:\/\/\S+(\/s\/[\w-]+)/.exec(await mailTo(page, addressOf(who), 'request'))
  if (!found) throw new Error(`The mail to ${who} holds no personal link`)
  return found[1]!
}
export const codeMailedTo = async ({ page }: Actor, who: string): Promise<string> => codeIn(await mailTo(page, addressOf(who), 'code'))

interface Opened { readonly version: { readonly hash: string }; readonly logos: readonly { readonly id: string }[] }
export interface Says { readonly answer: 'agreed' | 'reserved' | 'declined'; readonly logo?: boolean; readonly reason?: string; readonly reservations?: readonly object[] }

/** Answers by link and code without a screen, for stories that are about what others see of it. */
export async function answerByLink(actor: Actor, who: string, { answer, logo = false, reason, reservations = [] }: Says): Promise<void> {
  const at = `/links/${(await linkMailedTo(actor, who)).split('/').at(-1)}`
  await ask(actor, 'POST', `${at}/codes`)
  const { version, logos: [first] } = await ask<Opened>(actor, 'POST', `${at}/codes/entry`, { code: await codeMailedTo(actor, who) })
  await ask(actor, 'POST', `${at}/sign-offs`, {
    answer: { version: version.hash, answer, capacity: 'organisation', haveRead: true, mayAnswer: true, reservations, exceptions: [], conditions: [], reason: reason ?? null, reasonVisibility: 'partners', nameInPrint: false },
    consent: logo && first ? { logoId: first.id, editions: 'all-editions', channels: ['website', 'print', 'mail'], until: null } : null,
  })
}
