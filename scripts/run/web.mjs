import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Plain, sayWhile } from './say.mjs'

/** Files that shape the pages without being imported by them. */
const always = ['vite.config.ts', 'package-lock.json', 'scripts/run/web.mjs']

/** Builds the pages into dist/web unless every file that went into the last build still reads the same. */
export async function ensureWebBuilt(root, node) {
  const pages = join(root, 'app', 'web')
  const stamp = join(root, 'dist', 'web.stamp')
  const inputs = join(root, 'dist', 'web.inputs.json')
  if (!filesIn(pages).some((file) => file.endsWith('.html'))) return
  const isBuilt = existsSync(stamp) && existsSync(inputs) && existsSync(join(root, 'dist', 'web'))
  if (isBuilt && readFileSync(stamp, 'utf8') === fingerprint(root, inputs)) return
  rmSync(inputs, { force: true })
  mkdirSync(join(root, 'dist'), { recursive: true })
  writeFileSync(stamp, 'building')
  await sayWhile('正在生成网页 · Building the pages…', () => '', vite(root, node))
  const isSettled = read(inputs).every((file) => statSync(join(root, file)).mtimeMs <= statSync(stamp).mtimeMs)
  if (isSettled) writeFileSync(stamp, fingerprint(root, inputs))
}

const read = (inputs) => JSON.parse(readFileSync(inputs, 'utf8'))

/** `inputs` is the list vite.config.ts writes: every module of the last build. Files new to app/web count as well. */
function fingerprint(root, inputs) {
  const own = filesIn(join(root, 'app', 'web')).map((file) => `app/web/${file}`)
  const hash = createHash('sha256')
  for (const file of [...new Set([...always, ...own, ...read(inputs)])].sort()) {
    const path = join(root, file)
    hash.update(`${file}\0`).update(existsSync(path) ? readFileSync(path) : 'gone')
  }
  return hash.digest('hex')
}

function filesIn(folder, prefix = '') {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesIn(join(folder, entry.name), `${prefix}${entry.name}/`) : `${prefix}${entry.name}`,
  )
}

function vite(root, node) {
  const args = [join(root, 'node_modules', 'vite', 'bin', 'vite.js'), 'build', '--logLevel', 'warn']
  const child = spawn(node, args, { cwd: root, stdio: ['ignore', 2, 2] })
  return new Promise((resolve, reject) => {
    child.on('error', (error) => reject(new Plain(`网页没有生成：${error.message}`)))
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new Plain(`网页没有生成（vite 退出码 ${code}），原因见上。`)),
    )
  })
}
