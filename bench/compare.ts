import type { Recorded } from './bare.ts'
import type { Where } from './bare-database.ts'
import { type Child, startChild } from './child.ts'
import type { Load, Measured } from './load.ts'
import type { Asked, Recording, Served } from './ours.ts'
import { bareOf, planWrite, type Statement } from './statements.ts'
import { newAppeal } from './story.ts'

export type Plan = {
  env: Record<string, string>
  bare: Where
  persons: number
  connections: number
  rounds: number
  seconds: number
}
export type Side = { rounds: Measured[]; statements: number }
export type Endpoint = 'list' | 'get' | 'receive'
export type Compared = { endpoint: Endpoint; ours: Side; bare: Side }

const WARM_UP = 2
const DIFFERENT_APPEALS = 16
const endpoints = ['list', 'get', 'receive'] as const

type Sending = { bodies: string[]; statements: { ours: number; bare: number } }

/** Brings both servers and the load up, each in a process of its own, lets them take turns, and takes them down. */
export async function compare(plan: Plan, say: (line: string) => void): Promise<Compared[]> {
  const [ours, bare, load] = ['ours.ts', 'bare.ts', 'load.ts'].map(startChild) as [Child, Child, Child]
  try {
    const served = await ours.ask<Served>({ serve: { env: plan.env, persons: plan.persons } })
    say(`${served.server}; ${served.size}; pool ${plan.connections}, ${plan.connections} clients`)
    const { recorded, sending } = await recordAll(ours, served)
    const bareUrl = await bare.ask<string>({ where: plan.bare, recorded })
    const results: Compared[] = []
    // Writing comes last: both servers read the same rows.
    for (const endpoint of endpoints) {
      const { bodies, statements } = sending[endpoint]
      const measure = (url: string, seconds: number) =>
        load.ask<Measured>({
          url,
          seconds,
          bodies,
          connections: plan.connections,
          path: `/api/appeals/${endpoint}`,
          headers: served.headers,
          isAction: endpoint === 'receive',
        } satisfies Load)
      const { oursRounds, bareRounds } = await takeTurns(
        plan.rounds,
        (seconds) => measure(served.url, seconds),
        (seconds) => measure(bareUrl, seconds),
        plan.seconds,
      )
      results.push({
        endpoint,
        ours: { rounds: oursRounds, statements: statements.ours },
        bare: { rounds: bareRounds, statements: statements.bare },
      })
    }
    return results
  } finally {
    for (const child of [load, bare, ours]) await child.stop()
  }
}

type Measure = (seconds: number) => Promise<Measured>

/** Ours, bare, bare, ours …: what drifts with time, like the heat of the machine or the size of a table, meets both alike. */
async function takeTurns(rounds: number, ours: Measure, bare: Measure, seconds: number) {
  await ours(WARM_UP)
  await bare(WARM_UP)
  const oursRounds: Measured[] = []
  const bareRounds: Measured[] = []
  for (let round = 0; round < rounds; round++) {
    const isOursFirst = round % 2 === 0
    if (isOursFirst) oursRounds.push(await ours(seconds))
    bareRounds.push(await bare(seconds))
    if (!isOursFirst) oursRounds.push(await ours(seconds))
  }
  return { oursRounds, bareRounds }
}

/** Sends each request once past the load, and keeps what our server asked its database. */
async function recordAll(ours: Child, { headers }: Served) {
  const record = (endpoint: Endpoint, input: unknown, key?: string) =>
    ours.ask<Recording>({
      record: {
        path: `/api/appeals/${endpoint}`,
        headers: key ? { ...headers, 'idempotency-key': key } : headers,
        input,
      } satisfies Asked,
    })
  const list = await record('list', {})
  const { rows } = list.answer as { rows: { id: string }[] }
  const get: Record<string, Statement[]> = {}
  for (const { id } of rows.slice(0, DIFFERENT_APPEALS)) get[id] = (await record('get', { id })).statements
  const first = await record('receive', newAppeal, `record-${process.pid}-1`)
  const second = await record('receive', newAppeal, `record-${process.pid}-2`)
  const receive = planWrite(first.statements, second.statements)
  const recorded: Recorded = {
    list: bareOf(list.statements),
    get: Object.fromEntries(Object.entries(get).map(([id, statements]) => [id, bareOf(statements)])),
    receive,
  }
  const longest = (all: Statement[][]) => Math.max(...all.map((each) => each.length))
  const sending: Record<Endpoint, Sending> = {
    list: { bodies: ['{}'], statements: { ours: list.statements.length, bare: recorded.list.length } },
    get: {
      bodies: Object.keys(get).map((id) => JSON.stringify({ id })),
      statements: { ours: longest(Object.values(get)), bare: longest(Object.values(recorded.get)) },
    },
    receive: {
      bodies: [JSON.stringify(newAppeal)],
      statements: { ours: first.statements.length, bare: receive.length + 2 },
    },
  }
  return { recorded, sending }
}
