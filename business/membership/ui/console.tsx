import type { RouteObject } from 'react-router'
import { ExportPage } from '../roster/ui/export-page.tsx'
import { CheckPage } from './console/check-page.tsx'
import { ListPage } from './console/list-page.tsx'
import { NewPage } from './console/new-page.tsx'
import { PoolPage } from './console/pool-page.tsx'
import { RecordPage } from './console/record-page.tsx'
import { RegisterPage } from './console/register-page.tsx'

/** The screens of this line at the desk, below its address. */
export const routes: RouteObject[] = [
  { index: true, element: <ListPage /> },
  { path: 'new', element: <NewPage /> },
  { path: 'pool', element: <PoolPage /> },
  { path: 'register', element: <RegisterPage /> },
  { path: 'check', element: <CheckPage /> },
  { path: 'export', element: <ExportPage /> },
  { path: ':id', element: <RecordPage /> },
]
