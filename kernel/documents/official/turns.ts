import { setTimeout as wait } from 'node:timers/promises'

/**
 * A queue for heavy work of which one piece at a time is enough. Who leaves the queue lets the next one pass.
 * @returns what waits for a turn, at most so many milliseconds: it gives what ends the turn, or undefined when the turn has not come
 */
export function createTurns(): (patience: number) => Promise<(() => void) | undefined> {
  let last: Promise<void> = Promise.resolve()
  return async (patience) => {
    const before = last
    const { promise: done, resolve: endTurn } = Promise.withResolvers<void>()
    last = before.then(() => done)
    const impatient = new AbortController()
    const isMine = await Promise.race([
      before.then(() => true),
      wait(patience, false, { signal: impatient.signal }).catch(() => false),
    ])
    impatient.abort()
    if (!isMine) endTurn()
    return isMine ? endTurn : undefined
  }
}
