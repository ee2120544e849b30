/** What the board says of an answer that came after closing: who is to move, as each viewer may know it. */
import { expect, test } from 'vitest'
import { boardOf } from './board.ts'
import { decideAdmitLate } from './sign-off-acts.ts'
import { aStatement } from './testing.ts'

const TEXT = { p1: 'Geachte staatssecretaris', p2: 'Gezondheid begint in de wijk.' }
const AFTER_CLOSING = '2026-03-20T09:00:00.000Z'

test('[L5] a late yes waits for the coordinator and not for the partner, for who may know of it; whoever did not confirm in time too', () => {
  const story = aStatement('oak', 'elm').roundOpened(TEXT).answered('oak', 'agreed').closed().reopened().roundOpened({ ...TEXT, p2: 'Gezondheid begint thuis.' })
  story.now = AFTER_CLOSING
  story.answered('oak', 'agreed').answered('elm', 'agreed')
  const seenBy = (organisationId: string, secretariat: boolean) => boardOf(story.statement, story.organisations, { viewer: { organisationId, secretariat }, now: story.now, dossier: story.dossier }).map(row => [row.group, row.waitsFor?.for])
  expect(seenBy('lead', true)).toEqual([['late', 'admission'], ['late', 'admission']])
  expect(seenBy('ash', false)).toEqual([['waiting', 'answer'], ['reconfirm', 'reconfirmation']])
  const kept = story.statement.positions['elm']?.late[0] ?? ''
  story.decided(decideAdmitLate(story.statement, { answerId: kept, to: 'this-edition' }))
  expect(seenBy('lead', true)[1]).toEqual(['agreed', undefined])
})
