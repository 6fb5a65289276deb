import './overview.css'
import type { RouteObject } from 'react-router'
import { LatePage } from './late-page.tsx'
import { OverviewPage } from './overview-page.tsx'

/** The screens of this line at the desk, below its address. */
export const routes: RouteObject[] = [
  { index: true, element: <OverviewPage /> },
  { path: 'late', element: <LatePage /> },
]
