import type { z } from 'zod'
import type { Permissions } from '../../kernel/access/permissions.ts'
import { permissions as audit } from '../../kernel/audit/permissions.ts'
import { permissions as enterprises } from '../../kernel/enterprises/permissions.ts'
import { permissions as imports } from '../../kernel/import/permissions.ts'
import { permissions as indicators } from '../../kernel/indicators/permissions.ts'
import type { contract as notices } from '../../kernel/notify/contract.ts'
import { permissions as notify } from '../../kernel/notify/permissions.ts'
import { permissions as orgs } from '../../kernel/org/permissions.ts'
import type { contract as parameterContract } from '../../kernel/parameters/contract.ts'
import { permissions as parameters } from '../../kernel/parameters/permissions.ts'
import { permissions as people } from '../../kernel/people/permissions.ts'
import { permissions as search } from '../../kernel/search/permissions.ts'
import type { contract as todos } from '../../kernel/todo/contract.ts'
import { permissions as todo } from '../../kernel/todo/permissions.ts'

/** Who is offered what the kernel itself keeps; the server has the last word. */
export const registryPermissions: Permissions = {
  ...audit,
  ...enterprises,
  ...imports,
  ...indicators,
  ...notify,
  ...orgs,
  ...parameters,
  ...people,
  ...search,
  ...todo,
}

type Told<E extends { output: z.ZodType }> = z.output<E['output']>
type RowOf<P extends { rows: readonly unknown[] }> = P['rows'][number]

export type Message = RowOf<Told<typeof notices.list>>
export type Todo = RowOf<Told<typeof todos.list>>
export type Rule = Told<typeof parameterContract.rules>[number]
export type Dated = Told<typeof parameterContract.values>[number]
export type AmountCode = z.output<typeof parameterContract.setMoney.input>['code']
