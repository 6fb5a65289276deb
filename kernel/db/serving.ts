import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const servingSchema = z.object({ pid: z.number().int().positive(), url: z.url(), token: z.string().min(1) })

/** The server that has a data folder open: its process, its address, and the token that lets a command of the same user speak to it. */
export type Serving = z.infer<typeof servingSchema>

/** Leaves a note in the locked folder `dir` how to reach this process's server; readable by the same user only. The lock's release removes it. */
export function writeServing(dir: string, { url, token }: { url: string; token: string }): void {
  const file = join(dir, 'serving.json')
  const note: Serving = { pid: process.pid, url, token }
  writeFileSync(`${file}.new`, JSON.stringify(note), { mode: 0o600, flag: 'w' })
  renameSync(`${file}.new`, file)
}

/** The note of the server that has `dir` open; nothing when none is written or it cannot be read. */
export function findServing(dir: string): Serving | undefined {
  try {
    return servingSchema.safeParse(JSON.parse(readFileSync(join(dir, 'serving.json'), 'utf8'))).data
  } catch {
    return undefined
  }
}
