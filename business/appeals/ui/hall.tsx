import { lazy } from 'react'
import { draftTitle } from './hall-draft.ts'
import { listMatters } from './hall-matter.ts'

const raise = () => import('./hall-raise.tsx')
const followed = () => import('./hall-followed.tsx')

/** What this line brings to the hall: its addresses, one matter, the person's own matters. Screens come over the wire when they are opened. */
export const hall = {
  slug: 'appeals',
  pages: [
    { path: 'appeal/*', Page: lazy(raise) },
    { path: 'calculate/*', Page: lazy(() => import('./hall-calculate.tsx')) },
  ],
  Matter: lazy(followed),
  listMatters,
  /** Fetches ahead what must open without a network. */
  fetchAhead: () => Promise.all([raise(), followed()]),
  /** What lies half written on this phone. */
  unfinished: () => {
    const title = draftTitle()
    return title ? { title, href: '/appeal' } : undefined
  },
}
