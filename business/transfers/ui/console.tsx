import type { RouteObject } from 'react-router'
import { ListPage } from './console/list-page.tsx'
import { NewPage } from './console/new-page.tsx'
import { RecordPage } from './console/record-page.tsx'

/** The screens of this line at the desk, below its address. */
export const routes: RouteObject[] = [
  { index: true, element: <ListPage /> },
  { path: 'new', element: <NewPage /> },
  { path: ':id', element: <RecordPage /> },
]
