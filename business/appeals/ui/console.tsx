import './console/appeals.css'
import type { RouteObject } from 'react-router'
import { CalculatorsPage } from './console/calculators-page.tsx'
import { AppealList } from './console/list.tsx'
import { ReceivePage } from './console/receive-page.tsx'
import { RecordPage } from './console/record-page.tsx'

/** The screens of this line at the desk, below its address. */
export const routes: RouteObject[] = [
  { index: true, element: <AppealList /> },
  { path: 'new', element: <ReceivePage /> },
  { path: 'calculators', element: <CalculatorsPage /> },
  { path: ':id', element: <RecordPage /> },
]
