import { lazy } from 'react'
import { createBrowserRouter, type RouteObject } from 'react-router'
import { Entrance } from './door/entrance.tsx'
import { lines } from './lines.tsx'
import { LinePages } from './shell/line-pages.tsx'
import { Lost, Trouble } from './shell/lost.tsx'

const Home = lazy(() => import('./home/home.tsx'))
const Parameters = lazy(() => import('./parameters/parameters.tsx'))
const Account = lazy(() => import('./account/account-page.tsx'))
const Audit = lazy(() => import('./audit/audit-page.tsx'))
const Imports = lazy(() => import('./imports/imports-page.tsx'))
const NewImport = lazy(() => import('./imports/new-import.tsx'))
const OneImport = lazy(() => import('./imports/one-import.tsx'))
const Person = lazy(() => import('./registers/person-page.tsx'))
const Enterprise = lazy(() => import('./registers/enterprise-page.tsx'))
const Union = lazy(() => import('./registers/union-page.tsx'))

const pages: RouteObject[] = [
  { index: true, element: <Home /> },
  { path: 'parameters', element: <Parameters /> },
  { path: 'account', element: <Account /> },
  { path: 'audit', element: <Audit /> },
  { path: 'imports', element: <Imports /> },
  { path: 'imports/new', element: <NewImport /> },
  { path: 'imports/:id', element: <OneImport /> },
  { path: 'people/:id', element: <Person /> },
  { path: 'enterprises/:id', element: <Enterprise /> },
  { path: 'orgs/:path', element: <Union /> },
  ...lines.map((line) => ({ path: `${line.slug}/*`, element: <LinePages line={line} /> })),
  { path: '*', element: <Lost /> },
]

/** Every address of the desk; who is not signed in is asked first and then stands where he wanted to go. */
export const router = createBrowserRouter([
  { path: '/console', element: <Entrance />, errorElement: <Trouble />, children: pages },
])
