import type { Day } from '../kernel/calendar/days.ts'
import { dayAt, numberOf } from './days.ts'
import { between, randomOf, seededId } from './random.ts'
import { JOINT_UNIONS } from './recipe.ts'
import { type Community, communities } from './tree.ts'

/** A base union: a firm's own, or a joint one that many small firms of a community share. */
export type Union = {
  id: string
  code: string
  path: string
  form: 'single' | 'joint' | 'new_form'
  foundedOn: Day
  /** Counts for its credit code: own unions by their firm, joint ones after them. */
  number: number
}

export const ownUnionOf = (community: Community, n: number, form: 'single' | 'new_form', foundedOn: Day): Union => {
  const code = `E${String(n).padStart(5, '0')}`
  return { id: seededId('union', n), code, path: `${community.path}${code}.`, form, foundedOn, number: 100_000 + n }
}

const order = new Map(communities.map((community, i) => [community.path, i]))
const joint = communities.map((community, i) =>
  Array.from({ length: JOINT_UNIONS }, (_, k): Union => {
    const n = i * JOINT_UNIONS + k
    const day = between(randomOf('joint', n), numberOf('2008-01-01'), numberOf('2021-12-31'))
    const code = `J${k + 1}`
    return {
      id: seededId('joint', n),
      code,
      path: `${community.path}${code}.`,
      form: 'joint',
      foundedOn: dayAt(day),
      number: 200_000 + n,
    }
  }),
)

/** The joint unions of a community. */
export const jointUnionsOf = (community: Community): readonly Union[] => joint[order.get(community.path)!]!

/** One of the joint unions of a community; any number will do. */
export const jointUnionOf = (community: Community, number: number): Union =>
  jointUnionsOf(community)[number % JOINT_UNIONS]!
