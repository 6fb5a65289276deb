import type { ReactNode } from 'react'
import { SelectField } from '../field/choice-field.tsx'
import { optionsOf } from '../field/options.ts'
import { oneOf } from '../filter-bar/address.ts'
import type { Address } from './matter-list.tsx'

interface WordFilter<K extends string> {
  /** Under which name the address holds it. */
  name: string
  words: Readonly<Record<K, string>>
  label: string
  /** Said when nothing is chosen. */
  all: string
}

/** Which one of a list of words the address asks for, and the field to ask for another. */
export function wordFilter<K extends string>(
  [params, setParams]: Address,
  { name, words, label, all }: WordFilter<K>,
): readonly [K | undefined, ReactNode] {
  const value = oneOf(words, params.get(name))
  const choose = (next: string | undefined) => {
    const changed = new URLSearchParams(params)
    if (next) changed.set(name, next)
    else changed.delete(name)
    setParams(changed, { replace: true })
  }
  return [
    value,
    <SelectField
      key={name}
      compact
      label={label}
      placeholder={all}
      value={value}
      onChange={choose}
      options={optionsOf(words)}
    />,
  ]
}
