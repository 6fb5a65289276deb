import type { RouteObject } from 'react-router'
import { BallotPage } from './ballot-page.tsx'
import { ListPage } from './list-page.tsx'
import { NewPage } from './new-page.tsx'
import { RecordPage } from './record-page.tsx'
import { ResultPage } from './result-page.tsx'

/** The screens of this line at the desk, below its address. */
export const routes: RouteObject[] = [
  { index: true, element: <ListPage /> },
  { path: 'new', element: <NewPage /> },
  { path: ':id', element: <RecordPage /> },
  { path: ':id/ballot', element: <BallotPage /> },
  { path: ':id/result', element: <ResultPage /> },
]
