import type { RouteObject } from 'react-router'
import { CalendarPage } from './calendar-page.tsx'
import { MattersPage } from './matters-page.tsx'
import { PlanPage } from './plan-page.tsx'
import { RecordPage } from './record-page.tsx'
import { TargetPage } from './target-page.tsx'

/** The screens of this line at the desk, below its address. */
export const routes: RouteObject[] = [
  { index: true, element: <PlanPage /> },
  { path: 'target/:id', element: <TargetPage /> },
  { path: 'matters', element: <MattersPage /> },
  { path: 'calendar', element: <CalendarPage /> },
  { path: ':id', element: <RecordPage /> },
]
