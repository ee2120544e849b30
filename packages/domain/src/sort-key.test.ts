import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareOrganisations, comparePersons, foldSortKey, organisationSortKey, personSortKey } from './sort-key.ts'

const inOrder = (names: readonly string[]) => names.map(name => ({ name })).sort(compareOrganisations).map(it => it.name)

describe('organisations', () => {
  test('[G5] De, Het, \'t, Stichting and Vereniging in front do not count', () => {
    expect(inOrder(['Vereniging Herstel', 'de Vrolijkheid', '\'t Groene Huis', 'Stichting De Brede Linde', 'Anna Terwey Fonds', 'Het Instituut']))
      .toEqual(['Anna Terwey Fonds', 'Stichting De Brede Linde', '\'t Groene Huis', 'Vereniging Herstel', 'Het Instituut', 'de Vrolijkheid'])
  })

  test('[G5] accents and case are folded, the name itself stays letter for letter', () => {
    expect(inOrder(['Zorg', 'Élan', 'iZi', 'InEen', 'ActiZ', 'elf', 'Eland', 'VNG', 'MEE NL']))
      .toEqual(['ActiZ', 'Élan', 'Eland', 'elf', 'InEen', 'iZi', 'MEE NL', 'VNG', 'Zorg'])
  })

  test('[G5] a key that the organisation set itself wins', () => {
    expect([{ name: 'Alfa', ownKey: 'Zulu' }, { name: 'Beta', ownKey: ' ' }, { name: 'Delta', ownKey: null }].sort(compareOrganisations).map(it => it.name))
      .toEqual(['Beta', 'Delta', 'Alfa'])
  })

  test('[G5] words are taken one by one, punctuation does not count', () => {
    expect(inOrder(['Zorgbelang', 'Zorg aan Huis', 'Zorg & Welzijn <Noord> "A" B.V.', 'Zorg'])).toEqual(['Zorg', 'Zorg aan Huis', 'Zorg & Welzijn <Noord> "A" B.V.', 'Zorgbelang'])
    expect(foldSortKey('Zorg & Welzijn <Noord> "A" B.V.')).toBe('zorg welzijn noord a bv')
  })

  test('[G5] a word that only begins like an article is part of the name', () => {
    expect(organisationSortKey({ name: 'Dementiefonds' })).toBe('Dementiefonds')
    expect(organisationSortKey({ name: 'De' })).toBe('De')
    expect(organisationSortKey({ name: 'Stichting De' })).toBe('De')
    expect(organisationSortKey({ name: '’t Groene Huis' })).toBe('Groene Huis')
  })

  test('[G5] the order is total: any two different names stand one way, whatever the order they came in', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.string({ unit: 'grapheme', maxLength: 12 }), { maxLength: 12 }), fc.integer(), (names, turn) => {
      const shifted = names.map((_, at) => names[(at + Math.abs(turn)) % names.length] ?? '')
      expect(inOrder(shifted)).toEqual(inOrder(names))
    }), { seed: 20261 })
  })
})

describe('persons on personal title', () => {
  test('[G5] Dutch names stand under the surname, a Belgian one under its capital particle', () => {
    const persons = [{ name: 'Anneke de Vries' }, { name: 'Joost van der Meer' }, { name: 'Ingrid \'t Hart' }, { name: 'Gilles Van Assche', ownKey: 'Van Assche' }]
    const order = ['Ingrid \'t Hart', 'Joost van der Meer', 'Gilles Van Assche', 'Anneke de Vries']
    expect([...persons].sort(comparePersons).map(it => it.name)).toEqual(order)
    expect(persons.map(({ name }) => ({ name })).sort(comparePersons).map(it => it.name)).toEqual(order)
  })

  test('[G5] first names, titles and double names', () => {
    expect(personSortKey({ name: 'prof. dr. Jan Peter Balken' })).toBe('Balken, prof. dr. Jan Peter')
    expect(personSortKey({ name: 'Maria Smit-de Vries' })).toBe('Smit-de Vries, Maria')
    expect(personSortKey({ name: 'Karin van \'t Hof, MSc' })).toBe('Hof, Karin van \'t')
    expect(personSortKey({ name: 'Noor' })).toBe('Noor')
    expect(personSortKey({ name: 'Anna in de Weide' })).toBe('Weide, Anna in de')
  })
})
