import type { Measured } from '../measure.ts'
import { bands } from './bands.ts'
import { dates } from './dates.ts'
import { kinds } from './kinds.ts'
import { names } from './names.ts'
import { aroundOf, type Trap } from './trap.ts'

/** Numbers that claim no quantity. */
const TRAPS: readonly Trap[] = [...dates, ...names, ...bands, ...kinds]

/** The trap a measured number falls into, by name; undefined when it is a claim. */
export function trapOf(text: string, one: Measured): string | undefined {
  const around = aroundOf(text, one)
  return TRAPS.find(({ is }) => is(around))?.name
}
