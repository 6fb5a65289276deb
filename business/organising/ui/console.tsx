import type { RouteObject } from 'react-router'
import { ListPage } from './list-page.tsx'
import { NewPage } from './new-page.tsx'
import { PaperPage } from './paper-page.tsx'
import { RecordPage } from './record-page.tsx'

/** The screens of this line at the desk, below its address. */
export const routes: RouteObject[] = [
  { index: true, element: <ListPage /> },
  { path: 'new', element: <NewPage /> },
  { path: ':id', element: <RecordPage /> },
  { path: ':id/papers/:paperId', element: <PaperPage /> },
]
