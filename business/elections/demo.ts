import { actorOf } from '../../district/cast.ts'
import type { Enterprise } from '../../district/enterprises.ts'
import { actorAt, chair, shownFactory } from '../../district/officers.ts'
import { enterprisesWhere, personsOf } from '../../district/sampling.ts'
import type { House } from '../../kernel/ctx.ts'
import { type Played, play } from './demo/steps.ts'
import { type Story, stories } from './demo/stories.ts'

const FIRMS = 250
const FEWEST_MEMBERS = 30

const membersOf = (firm: Enterprise): string[] =>
  personsOf(firm)
    .filter(({ isMember, leftOn }) => isMember && leftOn === null)
    .map(({ id }) => id)

/** One firm for each story, of those with a union of their own before 2021; first in 平湖, where those who sign in have their desk. */
function castOf(): readonly { story: Story; firm: Enterprise }[] {
  const { street } = shownFactory.community
  const large = enterprisesWhere({ isUnionised: true, isNewForm: false }).filter(
    (firm) =>
      firm.n < FIRMS &&
      firm.id !== shownFactory.id &&
      firm.union?.form === 'single' &&
      firm.union.foundedOn < '2021-01-01' &&
      membersOf(firm).length >= FEWEST_MEMBERS,
  )
  const isNear = (firm: Enterprise) => firm.community.street.code === street.code
  const firms = [...large.filter(isNear), ...large.filter((firm) => !isNear(firm))]
  return stories.map((story, n) => ({ story, firm: story.isShown ? shownFactory : (firms[n] as Enterprise) }))
}

function playersOf(firm: Enterprise): Played {
  const community = actorAt(firm.community.path)
  const answers = actorAt(firm.community.street.path)
  const isShown = firm.id === shownFactory.id
  return {
    orgId: firm.union?.id ?? '',
    members: membersOf(firm),
    prepares: isShown ? actorOf(chair) : community,
    checks: isShown ? community : answers,
    answers,
  }
}

/** A handful of elections in every state, played through the same door as any other. */
export const demo = {
  title: `选举：${stories.length} 次，各种进度都有`,

  async isLoaded(house: House): Promise<boolean> {
    const known = await begun(house)
    return castOf().every(({ firm }) => known.has(firm.union?.id ?? ''))
  },

  /** Loaded again after an interruption, a union whose election was begun is left as it is. */
  async load(house: House, onProgress: (done: number, total: number) => void): Promise<void> {
    const cast = castOf()
    const known = await begun(house)
    for (const [n, { story, firm }] of cast.entries()) {
      const unionId = firm.union?.id ?? ''
      if (!known.has(unionId)) await play(house, story, playersOf(firm))
      onProgress(n + 1, cast.length)
    }
  },
}

async function begun(house: House): Promise<Set<string>> {
  const rows = await house.db.owner
    .selectFrom('elections')
    .select('org_id')
    .where('federation_id', '=', house.federationId)
    .where('org_id', 'is not', null)
    .execute()
  return new Set(rows.flatMap(({ org_id }) => (org_id ? [org_id] : [])))
}
