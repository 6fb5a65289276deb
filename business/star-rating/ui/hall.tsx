import { lazy } from 'react'

const rate = () => import('./hall-rate.tsx')

/** What this line brings to the hall: 评一评自己的工会, at /rate-union and behind the message that asks for it. Nobody owns a rating. */
export const hall = {
  slug: 'star-rating',
  pages: [{ path: 'rate-union', Page: lazy(rate) }],
  Matter: lazy(() => import('./hall-matter.tsx')),
  listMatters: async () => [],
  fetchAhead: () => Promise.resolve(),
  unfinished: () => undefined,
}
