import type { z } from 'zod'
import { type Api, useApi } from '../../../kit/api/index.ts'
import type { Option } from '../../../kit/index.ts'
import { contract } from '../contract.ts'

/** Where the screens of this line stand. */
export const home = '/console/plan'
export const title = '年度任务'
export const targetHref = (id: string): string => `${home}/target/${id}`
export const matterHref = (id: string): string => `${home}/${id}`

type Told<E extends { output: z.ZodType }> = z.output<E['output']>
export type Plan = Told<typeof contract.plan>
export type Year = NonNullable<Plan['year']>
export type Target = Plan['targets'][number]
export type Task = Plan['tasks'][number]
export type Node = Task['nodes'][number]
export type TargetDetail = Told<typeof contract.target>
export type Matter = Told<typeof contract.get>
export type Adjustment = TargetDetail['adjustments'][number]
export type Supervision = TargetDetail['supervisions'][number]

export const usePlan = (): Api<typeof contract> => useApi('plan', contract)

export const quarterOptions: readonly Option[] = [1, 2, 3, 4].map((n) => ({
  value: String(n),
  title: `第${'一二三四'[n - 1]}季度`,
}))
