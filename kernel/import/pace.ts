const least = 25
/** What the process does about a row in one go (sealing, sorting out) takes its time too: larger chunks would be felt at other desks. */
const most = 500

/**
 * How many rows to write at once: as many as take about `aim` milliseconds. On the embedded database everybody waits while a statement runs, so chunks stay
 * short there; a server answers others meanwhile, and longer chunks have less around them.
 */
export function createPace(engine: 'pglite' | 'postgres') {
  const aim = engine === 'pglite' ? 60 : 120
  let size = 200
  return {
    size: () => size,
    /** @param rows written in so many milliseconds */
    note(rows: number, milliseconds: number) {
      const fitting = Math.round((rows * aim) / Math.max(1, milliseconds))
      // Half of the way, so that one slow chunk does not decide.
      size = Math.min(most, Math.max(least, Math.round((size + fitting) / 2)))
    },
  }
}
