import { useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import type { contract as todo } from '../../kernel/todo/contract.ts'
import { type Desk, useDesk, useNow } from '../../kit/api/index.ts'
import { lines, type MyMatter } from './lines.tsx'

type Row = z.output<typeof todo.mine.output>[number]

/** The own matters over all lines, newest first, each told by its line; one whose line has no page here stands with its state. */
export async function readMatters(send: Desk['send'], now: string): Promise<MyMatter[]> {
  const rows = (await send('/api/todo/mine', {})) as Row[]
  const dues = new Map(rows.flatMap((row) => (row.dueAt ? [[row.id, row.dueAt] as const] : [])))
  const told = await Promise.all(
    lines.filter((line) => rows.some((row) => row.line === line.slug)).map((line) => line.listMatters(send, now, dues)),
  )
  const byId = new Map(told.flat().map((matter) => [matter.id, matter]))
  return rows.map((row) => byId.get(row.id) ?? plain(row))
}

const plain = ({ id, lineTitle, title, stateTitle, isOpen }: Row): MyMatter => ({
  id,
  path: '',
  title: `${lineTitle} · ${title}`,
  isOpen,
  steps: [{ title: stateTitle }],
  current: isOpen ? 0 : 1,
})

/** Read anew when the phone is picked up again or the network comes back. */
export function useMatters(isEnabled: boolean) {
  const { send } = useDesk()
  const now = useNow()
  return useQuery({ queryKey: ['matters'], queryFn: () => readMatters(send, now), enabled: isEnabled })
}
