/** Key messages: a message with the evidence and the ask that follow it, the unit that partners sign. */
import { isListKind } from './kinds.ts'
import type { Passage } from './passage.ts'

export interface KeyMessage {
  /** The id of the passage that states the message. */
  readonly id: string
  readonly message: Passage
  /** Message first, then all that belongs to it, in the order of the text. */
  readonly passages: readonly Passage[]
  readonly evidence: readonly Passage[]
  readonly asks: readonly Passage[]
}

/** Whether a passage carries on the message before it: evidence, an ask, or a list or quote between them. */
export function carriesOn(passage: Passage): boolean {
  return passage.kind === 'evidence' || passage.kind === 'ask' || passage.kind === 'quote' || isListKind(passage.kind)
}

/** The key messages of a text in order. A paragraph, a heading or the next message ends a unit. */
export function keyMessages(passages: readonly Passage[]): KeyMessage[] {
  const units: Passage[][] = []
  let open: Passage[] | null = null
  for (const passage of passages) {
    if (passage.kind === 'message') units.push(open = [passage])
    else if (carriesOn(passage)) open?.push(passage)
    else open = null
  }
  return units.flatMap(([message, ...rest]) => message === undefined ? [] : [{
    id: message.id, message, passages: [message, ...rest],
    evidence: rest.filter(passage => passage.kind === 'evidence'),
    asks: rest.filter(passage => passage.kind === 'ask'),
  }])
}
