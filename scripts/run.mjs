// Plain JavaScript without dependencies: this is the one file that must run on whatever Node (18 or newer) the machine has.
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureInstalled } from './run/install.mjs'
import { findRuntime, handOver } from './run/runtime.mjs'
import { Plain, say } from './run/say.mjs'
import { ensureWebBuilt } from './run/web.mjs'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')

const verbs = {
  start: { file: 'app/server/main.ts', needsWeb: () => true },
  test: { file: 'scripts/test.ts', needsWeb: wantsJourneys },
  check: { file: 'scripts/test.ts', first: ['--only', 'types,lint'] },
  dev: { file: 'scripts/dev.ts' },
  cli: { file: 'app/cli/main.ts' },
  bench: { file: 'bench/main.ts' },
  script: {},
}

/** The browser journeys are the only checks that need built pages. */
function wantsJourneys(args) {
  const at = args.findIndex((arg) => arg === '--only' || arg.startsWith('--only='))
  return at < 0 || args.slice(at).join(' ').includes('journeys')
}

async function main([verb, ...args]) {
  const plan = verbs[verb]
  const target = plan?.file ?? args.shift()
  if (!plan || !target) throw new Plain(`用法 Usage: node scripts/run.mjs ${Object.keys(verbs).join('|')} …`, 2)
  await ensureInstalled(root)
  const node = findRuntime(root)
  if (plan.needsWeb?.(args)) await ensureWebBuilt(root, node)
  await handOver(root, node, [resolve(root, target), ...(plan.first ?? []), ...args])
}

main(process.argv.slice(2)).catch((error) => {
  say(error instanceof Plain ? error.message : error.stack)
  process.exitCode = error.exitCode ?? 1
})
