import { Suspense } from 'react'
import { Outlet, useLocation } from 'react-router'
import { contract as todo } from '../../../kernel/todo/contract.ts'
import { useApi, useRead } from '../../../kit/api/index.ts'
import { AppFrame, CommandBar, StateBlock } from '../../../kit/index.ts'
import { isAdministrator, mayAs } from '../roles.ts'
import { useWork } from './at-work.tsx'
import { useCommands } from './commands.ts'
import { currentItem, navigationOf } from './navigation.ts'
import { PersonSlot } from './person-slot.tsx'

const A_MINUTE = 60_000

/** The frame around every page of the desk. */
export function Shell() {
  const { post } = useWork()
  const { pathname } = useLocation()
  const search = useCommands()
  const groups = navigationOf(post.role, useCounts())
  return (
    <AppFrame
      title="暖蜂工作台"
      mark="蜂"
      groups={groups}
      current={currentItem(pathname, groups)}
      search={isAdministrator(post.role) ? undefined : <CommandBar search={search} />}
      person={<PersonSlot />}
    >
      <Suspense fallback={<StateBlock kind="loading" />}>
        <Outlet />
      </Suspense>
    </AppFrame>
  )
}

function useCounts() {
  const { post } = useWork()
  const { data } = useRead(useApi('todo', todo).counts, {}, { enabled: mayAs(post.role, 'todo.read'), every: A_MINUTE })
  const byLine = new Map((data ?? []).map(({ line, open }) => [line, open]))
  return { todo: data && [...byLine.values()].reduce((sum, open) => sum + open, 0), byLine }
}
