import './report-check.css'
import type { RouteObject } from 'react-router'
import { NewPage } from './new-page.tsx'
import { ResultPage } from './result-page.tsx'

/** The screens of this line at the desk, below its address. */
export const routes: RouteObject[] = [
  { index: true, element: <NewPage /> },
  { path: ':id', element: <ResultPage /> },
]
