export type Statement = { sql: string; parameters: readonly unknown[] }

/** Takes the place of one parameter, or says that it stays as it was recorded. */
type Filler =
  | { by: 'constant'; value: unknown }
  | { by: 'fresh id'; slot: string }
  | { by: 'running number'; series: string; year: string }
  | { by: 'now' }
export type Planned = { sql: string; fill: readonly Filler[] }

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const NUMBER = /^([A-Z]{2})(\d{4})-\d+$/
const INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/

/** Rights, double-click protection and audit, which the bare server does without. */
const isOurs = ({ sql }: Statement) => /^(begin|commit)\b|idempotency_keys|nf_audit\(/i.test(sql)

/** The statements a plain server would send for the same answer: the recorded ones without what opens, closes, protects and audits them. */
export const bareOf = (recorded: readonly Statement[]): Statement[] => recorded.filter((each) => !isOurs(each))

/**
 * Turns two recordings of one write, sent twice with the same input, into a plan for any number of further ones: what differs between the two is made anew each
 * time. Sealed texts differ too, but stay as recorded: sealing is none of the plain server's work. @throws Error when the two are not the same statements
 */
export function planWrite(one: readonly Statement[], other: readonly Statement[]): Planned[] {
  const [first, second] = [bareOf(one), bareOf(other)]
  if (first.map(({ sql }) => sql).join() !== second.map(({ sql }) => sql).join())
    throw new Error('the two recordings of one write hold different statements')
  return first.map(({ sql, parameters }, s) => ({
    sql,
    fill: parameters.map((value, p) => fillerOf(value, second[s]?.parameters[p])),
  }))
}

function fillerOf(value: unknown, other: unknown): Filler {
  if (typeof value !== 'string' || value === other) return { by: 'constant', value }
  if (UUID.test(value)) return { by: 'fresh id', slot: value }
  if (INSTANT.test(value)) return { by: 'now' }
  const [, series, year] = NUMBER.exec(value) ?? []
  return series && year ? { by: 'running number', series, year } : { by: 'constant', value }
}

export type Send = (
  sql: string,
  parameters: readonly unknown[],
) => Promise<readonly Readonly<Record<string, unknown>>[]>

/** Sends the plan once, with ids, instants and running numbers of its own. Gives the numbers it was given. */
export async function replayWrite(plan: readonly Planned[], send: Send, fresh: Fresh): Promise<string[]> {
  const ids = new Map<string, string>()
  const numbers = new Map<string, string>()
  const now = fresh.now()
  const filled = (filler: Filler): unknown => {
    if (filler.by === 'constant') return filler.value
    if (filler.by === 'now') return now
    if (filler.by === 'fresh id') {
      if (!ids.has(filler.slot)) ids.set(filler.slot, fresh.id())
      return ids.get(filler.slot)
    }
    return `${filler.series}${filler.year}-${numbers.get(filler.series)}`
  }
  for (const { sql, fill } of plan) {
    const parameters = fill.map(filled)
    const rows = await send(sql, parameters)
    for (const { series = parameters[1], last } of rows)
      if (last !== undefined) numbers.set(String(series), String(last).padStart(4, '0'))
  }
  return [...numbers.values()]
}

export type Fresh = { id: () => string; now: () => string }
