import { expect, test } from 'vitest'
import { BODY_KINDS, isStateBody, STANDING, stateBodyLine } from './body-kind.ts'

test('[G4] only ministries and other State bodies stand apart; a municipality, province or water board is ordinary', () => {
  expect(BODY_KINDS.filter(isStateBody)).toEqual(['state-body'])
})

test('[G4] a foundation or association that is none of the kinds stands with an ordinary logo', () => {
  expect([BODY_KINDS.at(-1), STANDING.other]).toEqual(['other', 'ordinary'])
})

test('[G4] two State bodies stand by name, three become one line', () => {
  expect(stateBodyLine(['Ministerie van VWS', 'RIVM']).as).toBe('names')
  expect(stateBodyLine(['Ministerie van VWS', 'RIVM', 'SCP']).as).toBe('one-line')
})
