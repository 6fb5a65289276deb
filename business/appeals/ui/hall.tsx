import { lazy } from 'react'
import { draftTitle } from './hall-draft.ts'
import { listMatters } from './hall-matter.ts'

/** What this line brings to the hall: its addresses, one matter, the person's own matters. Screens come over the wire when they are opened. */
export const hall = {
  slug: 'appeals',
  pages: [
    { path: 'appeal/*', Page: lazy(() => import('./hall-raise.tsx')) },
    { path: 'calculate/*', Page: lazy(() => import('./hall-calculate.tsx')) },
  ],
  Matter: lazy(() => import('./hall-followed.tsx')),
  listMatters,
  /** What lies half written on this phone. */
  unfinished: () => {
    const title = draftTitle()
    return title ? { title, href: '/appeal' } : undefined
  },
}
