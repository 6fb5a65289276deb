import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { pinnedNode, pinnedPackage, platform } from './runtime.mjs'
import { Plain, sayWhile } from './say.mjs'

/** Brings node_modules in line with the lock file. Costs one hash when it already is. */
export async function ensureInstalled(root) {
  const stampFile = join(root, 'node_modules', '.nuanfeng-lock')
  const lockText = readFileSync(join(root, 'package-lock.json'))
  const stamp = `${createHash('sha256').update(lockText).digest('hex')} ${platform}\n`
  const found = existsSync(stampFile) ? readFileSync(stampFile, 'utf8') : undefined
  if (found === stamp) return
  const lock = JSON.parse(lockText).packages
  const isOtherMachine = found !== undefined && !found.endsWith(` ${platform}\n`)
  if (isOtherMachine || !agrees(root, lock)) await install(root, lock)
  writeFileSync(stampFile, stamp)
}

/**
 * Whether what lies here was installed by hand and matches. npm writes its own list last, so a half-finished installation has none;
 * but it also writes it when asked for the lock file alone, so the packages themselves are looked at too.
 */
function agrees(root, lock) {
  const listed = readJson(join(root, 'node_modules', '.package-lock.json'))?.packages
  const isThere = ([path, { version, optional, link }]) => {
    if (!listed[path]) return optional
    const found = readJson(join(root, path, 'package.json'))
    return found !== undefined && (link || (listed[path].version === version && found.version === version))
  }
  const isPinnedThere = !lock[`node_modules/${pinnedPackage}`] || pinnedNode(root) !== undefined
  return (
    listed !== undefined && isPinnedThere && Object.entries(lock).every((entry) => entry[0] === '' || isThere(entry))
  )
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

async function install(root, lock) {
  const paths = Object.keys(lock).filter((path) => path.includes('node_modules/') && fits(lock[path]))
  const state = () => `${paths.filter((path) => existsSync(join(root, path, 'package.json'))).length}/${paths.length}`
  moveRunningNodeAside(root)
  const work = npm(root, ['ci', '--no-audit', '--no-fund', '--loglevel=error', '--include=dev', '--include=optional'])
  await sayWhile('正在按锁定清单安装依赖，首次需要几分钟 · Installing the locked packages…', state, work)
}

const fits = ({ os, cpu }) => allows(os, process.platform) && allows(cpu, process.arch)
const allows = (names, mine) => !names || [names].flat().includes(mine)

/** Windows cannot delete a program that is running, but it can move it. */
function moveRunningNodeAside(root) {
  if (process.platform !== 'win32' || !isOurs(root, process.execPath)) return
  const aside = join(root, '.cache', 'old-node')
  try {
    rmSync(aside, { recursive: true, force: true })
  } catch {
    // A sibling process still runs from there; the new name below does not collide with it.
  }
  mkdirSync(aside, { recursive: true })
  renameSync(process.execPath, join(aside, `node-${process.pid}.exe`))
}

const isOurs = (root, file) => file.startsWith(join(root, 'node_modules') + sep)

function npm(root, args) {
  const { npm_execpath: script, npm_node_execpath: starter = process.execPath } = process.env
  // npm must not run on the Node it is about to replace.
  const hasScript = script?.endsWith('npm-cli.js') && !isOurs(root, starter)
  const [file, ...first] = hasScript ? [starter, script] : ['npm']
  const shell = !hasScript && process.platform === 'win32'
  const child = spawn(file, [...first, ...args], { cwd: root, shell, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk))
  return new Promise((resolve, reject) => {
    child.on('error', () => reject(new Plain('没有找到 npm。请安装带 npm 的 Node（https://nodejs.org）后重试。')))
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Plain(`${said.trim()}\n${advice(code)}`))))
  })
}

const advice = (code) =>
  `依赖没有装好（npm 退出码 ${code}），原因见上。请检查网络后再试一次；在国内可先执行 npm config set registry https://registry.npmmirror.com\n` +
  'The packages could not be installed; the reason is above. Please check the network and try again.'
