import { lazy } from 'react'
import { forgetCard } from './hall/card-memory.ts'
import { draftTitle } from './hall/draft.ts'
import { listMatters } from './hall/matter.ts'

const join = () => import('./hall/join.tsx')
const card = () => import('./hall/card.tsx')
const followed = () => import('./hall/followed.tsx')

/** What this line brings to the hall: 加入工会, the member's card, one application. */
export const hall = {
  slug: 'membership',
  pages: [
    { path: 'join/*', Page: lazy(join) },
    { path: 'card/*', Page: lazy(card) },
  ],
  Matter: lazy(followed),
  listMatters,
  fetchAhead: () => Promise.all([join(), card(), followed()]),
  unfinished: () => {
    const title = draftTitle()
    return title === undefined ? undefined : { title: `加入工会${title && `：${title}`}`, href: '/join' }
  },
  /** Whoever signs out leaves no card behind on this phone. */
  forget: forgetCard,
}
