import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { LogoFacts, WallEntry, WallPlace } from './logo-wall.ts'
import { layOutWall, opticalArea, PHONE_WALL, SCREEN_WALL } from './logo-wall.ts'

function facts(boxWidth: number, boxHeight: number, darkness: number, more: Partial<LogoFacts> = {}): LogoFacts {
  return {
    format: 'svg', stored: 'svg', width: boxWidth, height: boxHeight, transparent: true, background: 'transparent', readsOn: 'light',
    inkBox: { x: 0, y: 0, width: 1, height: 1 }, ink: boxWidth * boxHeight * darkness, boxWidth, boxHeight,
    hasText: false, hasRaster: false, fitForPrint: true, notes: [], ...more,
  }
}
const entry = (id: string, mark: WallEntry['mark'], more: Partial<WallEntry> = {}): WallEntry => ({ id, kind: 'local-member', mark, ...more })
const logoOf = (place: WallPlace | undefined) => {
  if (place?.as !== 'logo') throw new Error('expected a logo')
  return place
}

describe('equal optical area', () => {
  test('[G5] a thin line drawing and a solid block look equally large', () => {
    const line = facts(800, 300, 0.1)
    const block = facts(800, 500, 0.9)
    const [a, b] = layOutWall([entry('line', { facts: line }), entry('block', { facts: block })], SCREEN_WALL).places.map(logoOf)
    const area = (it: LogoFacts, width: number) => opticalArea(it) * (width / it.boxWidth) ** 2
    expect(area(line, a?.width ?? 0)).toBeCloseTo(68 ** 2, 3)
    expect(area(block, b?.width ?? 0)).toBeCloseTo(68 ** 2, 3)
  })

  test('[G5] every logo keeps its proportions, and has equal area or says which limit held it back', () => {
    const sizes = fc.tuple(fc.integer({ min: 1, max: 800 }), fc.integer({ min: 1, max: 800 }), fc.double({ min: 0.001, max: 1, noNaN: true }), fc.constantFrom(SCREEN_WALL, PHONE_WALL))
    fc.assert(fc.property(sizes, ([width, height, darkness, wall]) => {
      const it = facts(width, height, darkness)
      const place = logoOf(layOutWall([entry('a', { facts: it })], wall).places[0])
      const area = opticalArea(it) * (place.width / width) ** 2
      expect(place.width / place.height).toBeCloseTo(width / height, 6)
      expect(place.width).toBeLessThanOrEqual(wall.cap.width + 1e-9)
      expect(place.height).toBeLessThanOrEqual(wall.cap.height + 1e-9)
      if (place.limitedBy === null) expect(area).toBeCloseTo(wall.side ** 2, 3)
      else expect(area).toBeLessThan(wall.side ** 2 + 1e-6)
    }), { seed: 68 })
  })

  test('[G5] a long thin mark meets the cap on a screen and the column on a phone', () => {
    const mark = { facts: facts(800, 20, 0.3) }
    expect(logoOf(layOutWall([entry('a', mark)], SCREEN_WALL).places[0]).limitedBy).toBe('cap')
    expect(logoOf(layOutWall([entry('a', mark)], PHONE_WALL).places[0]).limitedBy).toBe('column')
  })

  test('[G5] padding inside the file does not make a logo smaller: the ink falls on the box', () => {
    const bare = logoOf(layOutWall([entry('a', { facts: facts(400, 200, 0.5) })], SCREEN_WALL).places[0])
    const padded = facts(400, 200, 0.5, { width: 1600, height: 800, inkBox: { x: 0.25, y: 0.5, width: 0.5, height: 0.5 }, boxWidth: 400, boxHeight: 200 })
    const place = logoOf(layOutWall([entry('a', { facts: padded })], SCREEN_WALL).places[0])
    expect(place.width).toBeCloseTo(bare.width, 9)
    expect(place.image.width).toBeCloseTo(place.width * 2, 9)
    expect(place.image.left).toBeCloseTo(-place.width / 2, 9)
    expect(place.image.top).toBeCloseTo(-place.image.height / 2, 9)
  })
})

describe('names in the place of a logo', () => {
  test('[G3] without consent the name takes the same place in the order', () => {
    const wall = layOutWall([entry('a', { facts: facts(400, 200, 0.5) }), entry('b', { because: 'no-consent' }), entry('c', { facts: facts(400, 200, 0.5) })], SCREEN_WALL)
    expect(wall.places.map(it => [it.id, it.as])).toEqual([['a', 'logo'], ['b', 'name'], ['c', 'logo']])
  })

  test('[G5] where the minimum width of the owner can not be given, the name stands there and says why', () => {
    const mark = facts(100, 400, 0.8)
    const natural = logoOf(layOutWall([entry('a', { facts: mark })], SCREEN_WALL).places[0]).width
    expect(layOutWall([entry('a', { facts: mark, minimumWidth: natural + 1 })], SCREEN_WALL).places).toEqual([{ id: 'a', as: 'name', why: 'below-minimum-width' }])
    expect(logoOf(layOutWall([entry('a', { facts: mark, minimumWidth: natural })], SCREEN_WALL).places[0]).width).toBe(natural)
  })

  test('[G5] a white logo made for a dark ground can not stand on white', () => {
    expect(layOutWall([entry('a', { facts: facts(400, 200, 0.5, { readsOn: 'dark' }) })], SCREEN_WALL).places).toEqual([{ id: 'a', as: 'name', why: 'needs-dark-ground' }])
  })
})

describe('State bodies', () => {
  const ministry = (id: string, more: Partial<WallEntry> = {}) => entry(id, { facts: facts(400, 200, 0.5) }, { kind: 'state-body', ...more })

  test('[G4] they stand by name in a list of their own, a municipality stands on the wall', () => {
    const wall = layOutWall([ministry('vws'), entry('oeverdam', { facts: facts(400, 200, 0.5) }, { kind: 'municipality' })], SCREEN_WALL)
    expect(wall.places.map(it => it.id)).toEqual(['oeverdam'])
    expect(wall.stateBodies).toEqual({ as: 'names', bodies: ['vws'] })
  })

  test('[G4] three or more become one line', () => {
    expect(layOutWall([ministry('vws'), ministry('szw'), ministry('rivm')], SCREEN_WALL).stateBodies.as).toBe('one-line')
  })

  test('[G4] with recorded leave for its partner logo a State body stands on the wall', () => {
    expect(layOutWall([ministry('vws', { hasPartnerLogoLeave: true })], SCREEN_WALL).places.map(it => it.as)).toEqual(['logo'])
    expect(layOutWall([entry('vws', { because: 'no-logo' }, { kind: 'state-body', hasPartnerLogoLeave: true })], SCREEN_WALL).stateBodies.bodies).toEqual(['vws'])
  })
})
