import type { RouteObject } from 'react-router'
import { ListPage } from './list-page.tsx'
import { NewPage } from './new-page.tsx'
import { RecordPage } from './record-page.tsx'
import { StarsPage } from './stars-page.tsx'
import { TablePage } from './table-page.tsx'

/** The screens of this line at the desk, below its address. */
export const routes: RouteObject[] = [
  { index: true, element: <ListPage /> },
  { path: 'new', element: <NewPage /> },
  { path: 'stars', element: <StarsPage /> },
  { path: 'table', element: <TablePage /> },
  { path: ':id', element: <RecordPage /> },
]
