/** Tells the present instant, e.g. `2026-01-05T01:00:00.000Z`. Handed around as `ctx.now`. */
export type Clock = () => string

/** The machine's clock. Everything else gets the time passed in, so that any day can be replayed. */
export const systemClock: Clock = () => Temporal.Now.instant().toString({ fractionalSecondDigits: 3 })

/** The machine's clock some days ahead, so that a demonstration can be walked through to the end of a notice; 0 is the clock itself. */
export const clockAhead = (days: number): Clock =>
  days === 0
    ? systemClock
    : () =>
        Temporal.Now.instant()
          .add({ hours: 24 * days })
          .toString({ fractionalSecondDigits: 3 })

export type FixedClock = Clock & {
  /** Puts the clock to an ISO instant. */
  set(iso: string): void
  /** Moves the clock by an exact duration, e.g. `{ hours: 49 }`; a day is 24 hours. */
  advance(by: Temporal.DurationLikeObject): void
}

/**
 * A clock that stands still until it is moved.
 * @param iso ISO instant, with `Z` or an offset.
 * @throws RangeError when `iso` is no instant.
 */
export function fixedClock(iso: string): FixedClock {
  let instant = Temporal.Instant.from(iso)
  const read = () => instant.toString({ fractionalSecondDigits: 3 })
  return Object.assign(read, {
    set(next: string) {
      instant = Temporal.Instant.from(next)
    },
    advance({ days = 0, hours = 0, ...rest }: Temporal.DurationLikeObject) {
      instant = instant.add({ ...rest, hours: hours + 24 * days })
    },
  })
}
