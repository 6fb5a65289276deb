import './annual-report.css'
import type { RouteObject } from 'react-router'
import { ListPage } from './list-page.tsx'
import { ReportPage } from './report-page.tsx'

/** The screens of this line at the desk, below its address. */
export const routes: RouteObject[] = [
  { index: true, element: <ListPage /> },
  { path: ':id', element: <ReportPage /> },
]
