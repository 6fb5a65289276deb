import { lazy } from 'react'
import type { Desk } from '../../../kit/api/index.ts'
import { askOf } from './hall-api.ts'
import { draftTitle } from './hall-draft.ts'
import { stagesOf } from './hall-stages.ts'

const wish = () => import('./hall-union.tsx')
const followed = () => import('./hall-wish.tsx')

/** The person's wishes, as cards. */
async function listMatters(send: Desk['send']) {
  const wishes = await askOf(send)('organising', 'wishes', {})
  return wishes.map((one) => ({
    ...stagesOf(one),
    id: one.id,
    path: `organising/${one.id}`,
    title: `想建工会：${one.firmName}`,
    isOpen: one.isOpen && one.state !== 'dropped',
    who: one.isOpen ? one.unitName : undefined,
    badge: one.unionName ? { words: '已成立', tone: 'green' as const } : undefined,
  }))
}

/** What this line brings to the hall: 想建工会 at /union, one wish, the person's own wishes. */
export const hall = {
  slug: 'organising',
  pages: [{ path: 'union/*', Page: lazy(wish) }],
  Matter: lazy(followed),
  listMatters,
  fetchAhead: () => Promise.all([wish(), followed()]),
  unfinished: () => {
    const title = draftTitle()
    return title ? { title: `想建工会：${title}`, href: '/union' } : undefined
  },
}
