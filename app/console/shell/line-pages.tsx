import { type ComponentType, type LazyExoticComponent, lazy } from 'react'
import { useRoutes } from 'react-router'
import { useDesk } from '../../../kit/api/index.ts'
import { StateBlock } from '../../../kit/index.ts'
import type { LineEntry } from '../lines.tsx'
import { Lost } from './lost.tsx'

const screens = new Map<string, LazyExoticComponent<ComponentType>>()

/** The screens of one line, fetched when they are first opened. */
export function LinePages({ line }: { line: LineEntry }) {
  const { may } = useDesk()
  if (!may(line.reads)) return <StateBlock kind="forbidden" />
  const Screens = screensOf(line)
  return <Screens />
}

function screensOf(line: LineEntry): LazyExoticComponent<ComponentType> {
  const known = screens.get(line.slug)
  if (known) return known
  const fresh = lazy(async () => {
    const { routes } = await line.load()
    return { default: () => useRoutes([...routes, { path: '*', element: <Lost /> }]) }
  })
  screens.set(line.slug, fresh)
  return fresh
}
