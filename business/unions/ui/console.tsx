import type { RouteObject } from 'react-router'
import { ChangesPage } from './changes-page.tsx'
import { NewPage } from './new-page.tsx'
import { OfficersPage } from './officers-page.tsx'
import { RecordPage } from './record-page.tsx'
import { UnionPage } from './union-page.tsx'
import { UnionsPage } from './unions-page.tsx'

/** The screens of this line at the desk, below its address. */
export const routes: RouteObject[] = [
  { index: true, element: <UnionsPage /> },
  { path: 'changes', element: <ChangesPage /> },
  { path: 'officers', element: <OfficersPage /> },
  { path: 'new', element: <NewPage /> },
  { path: 'union/:id', element: <UnionPage /> },
  { path: ':id', element: <RecordPage /> },
]
