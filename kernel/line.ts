import type { Permissions } from './access/permissions.ts'
import type { DeadlineRule } from './calendar/deadlines.ts'
import type { Contract, Handlers } from './contract/contract.ts'
import type { Ctx } from './ctx.ts'
import type { Schema } from './db/schema.gen.ts'
import type { ImportKind } from './import/kind.ts'
import type { Indicators, Report } from './indicators/define.ts'
import type { Workflow } from './workflow/define.ts'

/** The chapters of the annual report, which also group the navigation. */
export const chapters = {
  rights: '维权',
  organising: '组建',
  services: '服务',
  honour: '产改',
  self: '自身',
  together: '汇总',
} as const
export type Chapter = keyof typeof chapters

/** Something to be done without a person, on a schedule (cron, Asia/Shanghai) or when a handler asks for it later. */
export type Job = { name: string; title: string; cron?: string; run: (ctx: Ctx, data: unknown) => Promise<void> }

/** The name-plate of a business line: all that the front doors need to know of it. */
export type Line<C extends Contract = Contract> = {
  slug: string
  title: string
  chapter: Chapter
  table?: keyof Schema
  workflow?: Workflow
  permissions: Permissions
  contract: C
  handlers: Handlers<C, Ctx>
  deadlines?: readonly DeadlineRule[]
  indicators?: Indicators
  /** What it tells in the annual report. */
  report?: Report
  jobs?: readonly Job[]
  /** Who may be elected for one of its records, by person, where a union is not there yet; asked by whoever holds an election for the record. */
  electorate?: (ctx: Ctx, recordId: string) => Promise<string[]>
  /** What spreadsheets may bring in. */
  imports?: readonly ImportKind[]
}

/** Holds a line to its types; gives it back widened so that lines stand in one list. */
export const defineLine = <C extends Contract>(line: Line<C>): Line => line as unknown as Line
