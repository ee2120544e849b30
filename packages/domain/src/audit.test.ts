/** The chain: a changed past is visible, an erased one is not a changed one; and what others may read of it. */
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dataHashOf, eventHash, verifyChain, type ChainedEvent, type Hashing } from './audit.ts'
import { aReservation, aStatement, type Story } from './testing.ts'
import { mayReadData, personsNamedIn } from './withhold.ts'
import type { Viewer } from './board.ts'

const TEXT = { p1: 'Geachte staatssecretaris', p2: 'Gezondheid begint in de wijk.' }
/** Sorted keys are RFC 8785 for data of ASCII keys, strings and integers. */
const sorted = (value: unknown): unknown => Array.isArray(value) ? value.map(sorted)
  : typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, one]) => [key, sorted(one)])) : value
const hashing: Hashing = {
  canonicalise: value => new TextEncoder().encode(JSON.stringify(sorted(value))),
  sha256: bytes => createHash('sha256').update(bytes).digest('hex'),
}

function chained(story: Story): ChainedEvent[] {
  let previous: string | null = null
  return story.events.map((event, at) => {
    const salt = at.toString(16).padStart(32, '0')
    const body = { ...event, previous, dataHash: dataHashOf(event.data, salt, hashing) }
    const whole = { ...body, salt, hash: eventHash(body, hashing) }
    previous = whole.hash
    return whole
  })
}
const chain = chained(aStatement('oak', 'elm').roundOpened(TEXT).answered('oak', 'reserved').answered('elm', 'agreed').closed().adopted().published())

describe('the chain', () => {
  test('[T1] checks as it was written, and with any data withheld or erased (T2)', () => {
    expect(verifyChain(chain, hashing)).toEqual([])
    fc.assert(fc.property(fc.subarray(chain.map((_, at) => at)), gone => {
      expect(verifyChain(chain.map((event, at) => (gone.includes(at) ? { ...event, data: null, salt: null } : event)), hashing)).toEqual([])
    }), { seed: 13 })
  })

  test('[T1] names the event whose data was changed', () => {
    const changed = chain.map((event, at) => (at === 3 ? { ...event, data: { ...(event.data as object), personId: 'somebody-else' } } : event))
    expect(verifyChain(changed, hashing)).toEqual([{ stream: 'statement/s1', revision: 4, differs: 'data' }])
    expect(verifyChain(chain.map((event, at) => (at === 3 ? { ...event, salt: null } : event)), hashing)).toEqual([{ stream: 'statement/s1', revision: 4, differs: 'data' }])
  })

  test('[T1] finds any event that is changed, dropped, swapped or put in, and a tail that was cut off', () => {
    fc.assert(fc.property(fc.nat(chain.length - 2), fc.constantFrom('change', 'drop', 'swap', 'double'), (at, how) => {
      const one = chain[at]!, next = chain[at + 1]!
      const tampered = how === 'change' ? chain.with(at, { ...one, at: '2020-01-01T00:00:00.000Z' }) : how === 'drop' ? chain.toSpliced(at, 1) : how === 'swap' ? chain.toSpliced(at, 2, next, one) : chain.toSpliced(at, 0, one)
      expect(verifyChain(tampered, hashing)).not.toEqual([])
    }), { seed: 13 })
    const head = chain.at(-1)!
    expect(verifyChain(chain.slice(0, -1), hashing, [head])).toEqual([{ stream: 'statement/s1', revision: head.revision, differs: 'head' }])
  })

  test('[T1] a rewritten past that links up again is caught by a head that was printed elsewhere', () => {
    const printed = chain[5]!
    const rewritten = chained(aStatement('oak', 'elm').roundOpened(TEXT).answered('oak', 'declined').answered('elm', 'agreed'))
    expect(verifyChain(rewritten, hashing)).toEqual([])
    expect(verifyChain(rewritten, hashing, [printed])).toEqual([{ stream: printed.stream, revision: printed.revision, differs: 'head' }])
  })
})

describe('what may be read', () => {
  const readable = (story: Story, viewer: Viewer) => story.events.filter(event => mayReadData(event, story.statement, viewer, story.now)).map(event => event.type)
  const partner = (organisationId: string): Viewer => ({ organisationId, secretariat: false })

  test('[M3] of a provisional answer nothing, except by its own organisation', () => {
    const story = aStatement('oak', 'elm').roundOpened(TEXT).answered('oak', 'agreed', { personId: 'oak-colleague' })
    expect(readable(story, partner('elm'))).not.toContain('answer-given')
    expect(readable(story, { organisationId: 'lead', secretariat: true })).not.toContain('answer-given')
    expect(readable(story, partner('oak'))).toContain('answer-given')
  })

  test('[P1] who is asked is known to all; which colleague may do what, to that organisation and the secretariat', () => {
    const story = aStatement('oak', 'elm').record({ type: 'right-set', data: { organisationId: 'oak', personId: 'oak-colleague', right: 'write' } }).roundOpened(TEXT)
    const named = (viewer: Viewer) => story.events.flatMap(event => personsNamedIn(event, viewer))
    expect(named(partner('elm'))).toEqual(['oak-director', 'elm-director'])
    expect(named(partner('oak'))).toEqual(['oak-colleague', 'oak-director', 'elm-director'])
    expect(named({ organisationId: 'lead', secretariat: true })).toEqual(['oak-colleague', 'oak-director', 'elm-director'])
  })

  test('[S4] of a reservation what its visibility says', () => {
    const story = (visibility: 'secretariat' | 'partners') => aStatement('oak', 'elm').roundOpened(TEXT).answered('oak', 'reserved', { reservations: [{ ...aReservation(), visibility }] })
    const reads = (visibility: 'secretariat' | 'partners', viewer: Viewer) => readable(story(visibility), viewer).includes('reservation-worded')
    expect([reads('secretariat', partner('elm')), reads('secretariat', partner('oak')), reads('secretariat', { organisationId: 'lead', secretariat: true })]).toEqual([false, true, true])
    expect([reads('partners', partner('elm')), reads('partners', { organisationId: null, secretariat: false })]).toEqual([true, false])
  })

  test('[E2] outsiders read what was published, and no answer on the way to it', () => {
    const story = aStatement('oak', 'elm').roundOpened(TEXT).answered('oak', 'agreed').answered('elm', 'declined').closed().adopted().published()
    const seen = readable(story, { organisationId: null, secretariat: false })
    expect(seen).toEqual(['statement-started', 'version-frozen', 'edition-published'])
  })

  test('[E1] outsiders read nothing at all while the embargo lasts', () => {
    const story = aStatement('oak').roundOpened(TEXT).answered('oak', 'agreed').closed().adopted().published({ embargoUntil: '2026-03-20T06:00:00.000Z' })
    expect(readable(story, { organisationId: null, secretariat: false })).toEqual([])
    expect(readable(story.at('2026-03-20T06:00:00.000Z'), { organisationId: null, secretariat: false })).toHaveLength(3)
  })
})
