import type { Tx } from '../../../kernel/db/database.ts'
import type { Kind, SubjectType } from '../rules/kinds.ts'
import type { Seen } from '../rules/settle.ts'

export type Subject = { id: string; subject: SubjectType; path: string }
export type Finder = {
  kind: Kind
  /** The search is cut into so many parts, each short enough that nobody waits for it. */
  parts: number
  find: (tx: Tx, where: { federationId: string; today: string; part: number }) => Promise<Seen<Subject>[]>
}

type Row = { key: string; title: string; id: string; path: string }

/** Rows of subjects, those with one key together. */
export function grouped(rows: readonly Row[], subject: SubjectType): Seen<Subject>[] {
  const groups = Map.groupBy(rows, ({ key }) => key)
  return [...groups].map(([key, members]) => ({
    key,
    title: members[0]?.title ?? '',
    subjects: members.map(({ id, path }) => ({ id, subject, path })),
  }))
}
