import { readFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import type { z } from 'zod'
import { type Client, client } from '../kernel/contract/contract.ts'
import { contract, type Import } from '../kernel/import/contract.ts'
import type { Served } from './import-server.ts'

export type Imported = z.output<typeof Import>
type Api = Client<typeof contract>

let key = 0

/** The endpoints of imports over HTTP, as the page uses them. */
export function apiOf({ url, headers }: Served): Api {
  return client('imports', contract, async (path, input) => {
    key += 1
    const response = await fetch(`${url}${path}`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json', 'idempotency-key': `bench-${process.pid}-${key}` },
      body: JSON.stringify(input),
    })
    if (!response.ok) throw new Error(`${path} was answered with ${response.status}: ${await response.text()}`)
    return response.json()
  })
}

/** Hands the file in. @returns the document's id */
export async function upload({ url, headers }: Served, file: string): Promise<string> {
  const form = new FormData()
  form.append('file', new Blob([new Uint8Array(await readFile(file))]), 'roster.xlsx')
  const response = await fetch(`${url}/api/documents?purpose=attachment`, { method: 'POST', headers, body: form })
  if (response.status !== 201)
    throw new Error(`the upload was answered with ${response.status}: ${await response.text()}`)
  return ((await response.json()) as { id: string }).id
}

/** Waits until the import has left the running states, as the page does, and measures how long that took. */
export async function settled(
  api: Api,
  id: string,
  since = performance.now(),
): Promise<{ done: Imported; seconds: number }> {
  for (;;) {
    const done = await api.get({ id })
    if (done.failure) throw new Error(`the import stopped: ${done.failure}`)
    if (!done.isReading && !done.state.endsWith('ing')) return { done, seconds: (performance.now() - since) / 1000 }
    await sleep(200)
  }
}

/** Every row that has reasons, page by page. */
export async function allRows(api: Api, id: string): Promise<Map<number, string[]>> {
  const rows = new Map<number, string[]>()
  let after: string | undefined
  for (;;) {
    const page = await api.rows({ id, limit: 200, ...(after ? { after } : {}) })
    for (const { row, reasons } of page.rows)
      rows.set(
        row,
        reasons.map(({ code }) => code),
      )
    if (page.next === null) return rows
    after = page.next
  }
}

/** What an officer at another desk does meanwhile: the to-do, a branch of the tree, a search; ten times a second. @returns what stops it and tells the times in ms */
export function otherDesk({ url, headers }: Served): () => Promise<number[]> {
  const asked: [string, unknown][] = [
    ['/api/todo/list', {}],
    ['/api/orgs/tree', { parentPath: '440307.' }],
    ['/api/search/find', { text: '深圳' }],
  ]
  const times: number[] = []
  const underWay: Promise<void>[] = []
  let turn = 0
  const ask = async () => {
    const [path, input] = asked[turn++ % asked.length]!
    const begun = performance.now()
    const response = await fetch(`${url}${path}`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify(input),
    })
    await response.text()
    if (!response.ok) throw new Error(`${path} was answered with ${response.status}`)
    times.push(performance.now() - begun)
  }
  const timer = setInterval(() => underWay.push(ask()), 100)
  return async () => {
    clearInterval(timer)
    await Promise.all(underWay)
    return times
  }
}
