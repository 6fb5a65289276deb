import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { z } from 'zod'

export const processSchema = z.object({
  pid: z.number().int().positive(),
  host: z.string(),
  started: z.string().optional(),
})

/** A process on a machine. `started` tells two processes apart that were given the same number; absent where the system does not say. */
export type Process = z.infer<typeof processSchema>

/** This process. */
export const thisProcess = (): Process => ({ pid: process.pid, host: hostname(), started: startOf(process.pid) })

/** Whether this very process runs: true, false, or nothing when it lives on another machine and cannot be seen from here. */
export function isSameProcess(other: Process): boolean | undefined {
  if (other.host !== hostname()) return undefined
  if (!isRunning(other.pid)) return false
  const started = startOf(other.pid)
  return started === undefined || other.started === undefined || started === other.started
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

function startOf(pid: number): string | undefined {
  try {
    if (process.platform === 'linux') return startOnLinux(pid)
    if (process.platform === 'win32') return undefined
    const env = { ...process.env, LC_ALL: 'C', TZ: 'UTC' }
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8', env }).trim() || undefined
  } catch {
    return undefined
  }
}

/** Ticks since boot, made unique by the boot. The program's name, in brackets, may hold spaces: fields are counted after the last one. A zombie does not run. */
function startOnLinux(pid: number): string | undefined {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ')
  if (fields[0] === 'Z') return 'gone'
  return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${fields[19]}`
}
