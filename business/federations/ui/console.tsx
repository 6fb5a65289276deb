import type { RouteObject } from 'react-router'
import { CriteriaPage } from './criteria-page.tsx'
import { FederationPage } from './federation-page.tsx'
import { JudgingPage } from './judging-page.tsx'
import { LinksPage } from './links-page.tsx'
import { MattersPage } from './matters-page.tsx'
import { RecordPage } from './record-page.tsx'
import { RegisterPage } from './register-page.tsx'
import { YearPage } from './year-page.tsx'

/** The screens of this line at the desk, below its address. */
export const routes: RouteObject[] = [
  { index: true, element: <RegisterPage /> },
  { path: 'of/:id', element: <FederationPage /> },
  { path: 'matters', element: <MattersPage /> },
  { path: 'judging', element: <JudgingPage /> },
  { path: 'links', element: <LinksPage /> },
  { path: 'criteria', element: <CriteriaPage /> },
  { path: 'year', element: <YearPage /> },
  { path: ':id', element: <RecordPage /> },
]
