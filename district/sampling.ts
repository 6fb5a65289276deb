import { allEnterprises, type Enterprise } from './enterprises.ts'
import { type Person, personAt, personsIn } from './persons.ts'
import { type Random, sample } from './random.ts'
import { PERSONS } from './recipe.ts'

/** Which enterprises: what is left out does not matter. Only living ones unless `alive` says otherwise. */
export type Which = {
  street?: string
  community?: string
  band?: Enterprise['band']
  industry?: string
  isNewForm?: boolean
  isUnionised?: boolean
  alive?: boolean
}

/** Enterprises of the district that fit, in the order of their numbers. `street` and `community` are three digits each. */
export function enterprisesWhere(which: Which): Enterprise[] {
  const { street, community, band, industry, isNewForm, isUnionised, alive = true } = which
  return allEnterprises().filter(
    (e) =>
      (e.life === 'alive') === alive &&
      (street === undefined || e.community.street.code === street) &&
      (community === undefined || e.community.code === community) &&
      (band === undefined || e.band === band) &&
      (industry === undefined || e.industry === industry) &&
      (isNewForm === undefined || e.isNewForm === isNewForm) &&
      (isUnionised === undefined || (e.union !== null) === isUnionised),
  )
}

/** Living enterprises of one street (three digits), narrowed further if wished. */
export const enterprisesOf = (street: string, which: Omit<Which, 'street'> = {}): Enterprise[] =>
  enterprisesWhere({ ...which, street })

/** `count` different enterprises that fit, in random order. */
export const sampleEnterprises = (random: Random, count: number, which: Which = {}): Enterprise[] =>
  sample(random, enterprisesWhere(which), count)

/** The people of an enterprise who are in the registry, about a quarter of its heads. */
export function personsOf(enterprise: Enterprise): Person[] {
  const { from, to } = personsIn(enterprise)
  return Array.from({ length: to - from }, (_, i) => personAt(from + i))
}

/**
 * `count` different people who fit, in random order.
 * @throws RangeError when after fifty tries a person none has been found: the condition is too narrow
 */
export function samplePersons(
  random: Random,
  count: number,
  suits: (person: Person) => boolean = () => true,
): Person[] {
  const found = new Map<number, Person>()
  for (let tries = 0; found.size < count; tries++) {
    if (tries > 1_000 + count * 50) throw new RangeError(`only ${found.size} of ${count} people found`)
    const n = Math.floor(random() * PERSONS)
    if (found.has(n)) continue
    const person = personAt(n)
    if (suits(person)) found.set(n, person)
  }
  return [...found.values()]
}
