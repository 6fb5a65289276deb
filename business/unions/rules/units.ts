import { parentOf } from '../../../kernel/org/path.ts'

/** Who looks a request through: the union above the one that asks, and above whoever asks for it. */
export const reviewingUnit = (unionPath: string, actorPath: string): string => {
  const asker = actorPath.length < unionPath.length ? actorPath : unionPath
  return parentOf(asker) ?? asker
}

/** Who decides: the next union above the one that looked it through; the district decides its own. */
export const decidingUnit = (reviewerPath: string): string => parentOf(reviewerPath) ?? reviewerPath
