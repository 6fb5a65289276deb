import './coverage.css'
import type { RouteObject } from 'react-router'
import { FirmsPage } from './firms-page.tsx'
import { MattersPage } from './matters-page.tsx'
import { ProposePage } from './propose-page.tsx'
import { RatesPage } from './rates-page.tsx'
import { RecordPage } from './record-page.tsx'

/** The screens of this line at the desk, below its address. */
export const routes: RouteObject[] = [
  { index: true, element: <RatesPage /> },
  { path: 'firms', element: <FirmsPage /> },
  { path: 'exclusions', element: <MattersPage /> },
  { path: 'new', element: <ProposePage /> },
  { path: ':id', element: <RecordPage /> },
]
