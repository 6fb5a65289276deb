// Imports types only, so that the browser can share it.
import type { Day } from './days.ts'

/** How sure a value is: K known from a text, F found in a copy of it, U to be confirmed by the federation. */
export type Sure = 'K' | 'F' | 'U'

/** Something that holds from a day on, with what it rests on. */
export type Dated = { validFrom: Day; source: string; sure: Sure }

/** A dated number and what it counts (`unit`: 个月, 人, %); versions newest last. */
export type Parameter = { title: string; unit: string; versions: readonly (Dated & { value: number })[] }

/**
 * The version that holds on a day.
 * @param versions newest last
 * @param day `YYYY-MM-DD`
 * @throws RangeError before the first version
 */
export function inForce<V extends { validFrom: Day }>(versions: readonly V[], day: Day): V {
  const version = versions.findLast(({ validFrom }) => validFrom <= day)
  if (!version) throw new RangeError(`nothing holds on ${day}`)
  return version
}

/** The dated numbers of a line by name: what decides a figure or a due day is shown beside it, with its source. */
export function parameterTable<N extends string>(parameters: Readonly<Record<N, Parameter>>) {
  const names = Object.keys(parameters) as N[]
  /** The version that holds on a day. @throws RangeError before the first version */
  const at = (name: N, day: Day): Dated & { value: number } => inForce(parameters[name].versions, day)
  return {
    at,
    /** All as they hold on a day, ready to be shown. @throws RangeError before the first version of any */
    allAt: (day: Day) =>
      names.map((name) => ({ name, title: parameters[name].title, unit: parameters[name].unit, ...at(name, day) })),
    /** Each version with the half-open span of days in which it holds; the last is open. */
    spans: (name: N): { from: Day; to: Day | null; value: number }[] =>
      parameters[name].versions.map(({ validFrom, value }, i, all) => ({
        from: validFrom,
        to: all[i + 1]?.validFrom ?? null,
        value,
      })),
  }
}
