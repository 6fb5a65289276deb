import { lazy } from 'react'
import { listMatters } from './hall-matter.ts'

const mine = () => import('./hall-mine.tsx')
const followed = () => import('./hall-followed.tsx')

/** What this line brings to the hall: the own membership, one change of it, all of the person's changes. */
export const hall = {
  slug: 'transfers',
  pages: [{ path: 'my-membership/*', Page: lazy(mine) }],
  Matter: lazy(followed),
  listMatters,
  /** Nothing here is of use without a network. */
  fetchAhead: () => Promise.resolve(),
  unfinished: () => undefined,
}
