/** What somebody asks of the server directly, where the story is not about the screen that would do it. */
import { demo, statementIn, type Actor } from './stage.ts'

/** @throws Error with the sentence of the server where it said no. */
export async function ask<A>({ context }: Pick<Actor, 'context'>, method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: unknown): Promise<A> {
  const response = await context.request.fetch(`${demo().baseUrl}/api/v1${path}`, { method, ...(body === undefined ? {} : { data: body }) })
  const words = await response.text()
  if (!response.ok()) throw new Error(`${method} ${path}: ${response.status()} ${words}`)
  return (words === '' ? undefined : JSON.parse(words)) as A
}

export interface Text { readonly id: string; readonly slug: string; readonly title: string }
interface Piece { readonly type: string; readonly text?: string }
export interface PassageHere { readonly id: string; readonly kind: string; readonly content?: readonly Piece[] }

/** A concept of one's own, with the words of the letter of the example coalition. */
export const letterOf = (coordinator: Actor, title: string): Promise<Text> => ask(coordinator, 'POST', `/statements/${statementIn('in-ronde').id}/duplicate`, { title })

export const wordsOf = ({ content }: PassageHere): string => (content ?? []).map(({ text }) => text ?? '').join('')

/** The words that the server has, passage by passage. */
export async function stored(actor: Actor, statementId: string): Promise<string[]> {
  const { passages } = await ask<{ passages: PassageHere[] }>(actor, 'GET', `/statements/${statementId}/draft`)
  return passages.map(wordsOf)
}

interface Preview {
  readonly suggestedDates: object
  readonly partners: readonly { readonly ask: boolean; readonly organisation: { readonly id: string }; readonly candidates: readonly { readonly personId: string }[] }[]
}
/** Freezes a text and asks every partner, as the screen proposes it. */
export async function openRound(coordinator: Actor, statementId: string, wish: { readonly minimum?: number } = {}): Promise<void> {
  const { suggestedDates, partners } = await ask<Preview>(coordinator, 'GET', `/statements/${statementId}/round-preview`)
  const asked = partners.flatMap(({ ask: isAsked, organisation, candidates: [person] }) => (isAsked && person ? [{ organisationId: organisation.id, personId: person.personId, reason: null }] : []))
  await ask(coordinator, 'POST', `/statements/${statementId}/rounds`, { dates: suggestedDates, asked, mustAnswer: [], minimum: wish.minimum ?? null, proposalsAllowed: false, note: null })
}
