type Entered = { grade: number; validFrom: string }

export const criteriaStates = { holds: '现行', coming: '还没生效', past: '以前的' } as const
export type CriteriaState = keyof typeof criteriaStates

/** Does what was entered for a grade hold on a day, is it yet to come, or was it followed by something newer? */
export function criteriaStateOn(one: Entered, all: readonly Entered[], day: string): CriteriaState {
  if (one.validFrom > day) return 'coming'
  const isFollowed = all.some(
    ({ grade, validFrom }) => grade === one.grade && validFrom > one.validFrom && validFrom <= day,
  )
  return isFollowed ? 'past' : 'holds'
}
