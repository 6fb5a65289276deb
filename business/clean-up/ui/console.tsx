import type { RouteObject } from 'react-router'
import { DeskPage } from './desk-page.tsx'
import { FindingPage } from './finding-page.tsx'
import { FindingsPage } from './findings-page.tsx'
import { MattersPage } from './matters-page.tsx'
import { MergesPage } from './merges-page.tsx'
import { RecordPage } from './record-page.tsx'

/** The screens of this line at the desk, below its address. */
export const routes: RouteObject[] = [
  { index: true, element: <DeskPage /> },
  { path: 'kinds/:kind', element: <FindingsPage /> },
  { path: 'findings/:id', element: <FindingPage /> },
  { path: 'matters', element: <MattersPage /> },
  { path: 'merges', element: <MergesPage /> },
  { path: ':id', element: <RecordPage /> },
]
