import { parameterAt } from './parameters.ts'

export type Line = { maxTenths: number; pointsTenths: number | null }

/** Points of a share, in whole tenths, never more than the item's maximum. @param share 0 to 1, anything else is cut to it */
export const pointsOf = (share: number, maxTenths: number): number => {
  const cut = Number.isFinite(share) ? Math.min(1, Math.max(0, share)) : 0
  // A third of 60 must not become 19 by the way a machine writes fractions.
  return Math.min(maxTenths, Math.floor(maxTenths * cut + 1e-6))
}

/** Points reached of the points that could be reached, 0 to 1000; what has no points yet counts as none. */
export function scoreOf(lines: readonly Line[]): number {
  const most = lines.reduce((sum, { maxTenths }) => sum + maxTenths, 0)
  const reached = lines.reduce((sum, { pointsTenths }) => sum + (pointsTenths ?? 0), 0)
  return most === 0 ? 0 : Math.min(1000, Math.floor((reached * 1000) / most))
}

export type Level = 0 | 1 | 2 | 3 | 4 | 5
const levels = [5, 4, 3, 2, 1] as const

/**
 * The level a score stands for on a day. A veto always wins; without the voice of the members the level stops where the parameter says.
 * @param scorePerMille 0 to 1000 @returns 0 when no star is reached
 */
export function levelOf(given: { scorePerMille: number; veto: string; isRated: boolean; on: string }): Level {
  if (given.veto !== '') return 0
  const reached = levels.find((level) => given.scorePerMille >= parameterAt(`star${level}`, given.on) * 10) ?? 0
  return given.isRated ? reached : (Math.min(reached, parameterAt('unratedMost', given.on)) as Level)
}
