import { describe, expect, test } from 'vitest'
import { listHref, ratesHref, readAsked, readListed } from './asked.ts'

const back = (href: string) => new URLSearchParams(href.split('?')[1])

describe('the address of a rate', () => {
  test('holds the place and the day, and is read as it was written', () => {
    const asked = { place: '440307.003.', on: '2023-12-31' }
    expect(readAsked(back(ratesHref(asked)))).toEqual(asked)
    const listed = { ...asked, standing: 'covered', band: '25-99', form: 'joint' } as const
    expect(readListed(back(listHref(listed)))).toEqual(listed)
    expect(ratesHref({})).toBe('/console/coverage')
  })

  test('leaves out what it cannot be', () => {
    expect(readListed(new URLSearchParams('place=../x&on=gestern&standing=nobody&band=200+&form=own'))).toEqual({
      place: undefined,
      on: undefined,
      standing: 'uncovered',
      band: undefined,
      form: undefined,
    })
  })
})
