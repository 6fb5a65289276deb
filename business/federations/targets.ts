import type { OutputOf } from '../../kernel/contract/contract.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { total, yearWindow } from '../../kernel/indicators/fold.ts'
import { defineLine } from '../../kernel/line.ts'
import { isReached, listTargets } from '../../kernel/parameters/targets.ts'
import type { contract } from './contract.ts'
import { indicators } from './indicators.ts'

/** The figures alone, as the folds want them. */
const figures = defineLine({
  slug: 'federations',
  title: '工联会',
  chapter: 'organising',
  permissions: {},
  contract: {},
  handlers: {},
  indicators,
})

/** What the plan of a year wants of this line, and how the figures stand in the actor's own place. */
export async function listOwnTargets(ctx: Ctx, year: number): Promise<OutputOf<typeof contract.targets>> {
  const codes = Object.keys(indicators).map((name) => `federations.${name}`)
  const targets = await listTargets(ctx, { figures: codes, year })
  const answers: OutputOf<typeof contract.targets> = []
  for (const target of targets) {
    const window = yearWindow(ctx.actor.federationId, ctx.actor.orgPath, year)
    const { value } = await total(ctx.tx, figures, target.figure.replace('federations.', ''), window)
    answers.push({ ...target, value, isReached: isReached(target, value) })
  }
  return answers
}
