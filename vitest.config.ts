import { configDefaults, defineConfig } from 'vitest/config'

/** What takes long and opens no database, or the embedded one in any case, says nothing new on a second engine. */
const alikeOnBoth = [
  'scripts/**',
  'kernel/documents/official/**',
  'business/report-check/examine/**',
  'app/cli/backup/backup.test.ts',
  'app/cli/commands{.test.ts,/**}',
  'app/server/command-routes.test.ts',
]

export default defineConfig({
  test: {
    name: 'unit',
    include: ['{kernel,business,district,app,kit,scripts}/**/*.test.{ts,tsx}', 'bench/**/*.test.ts', '*.test.ts'],
    exclude: [...configDefaults.exclude, ...(process.env.TEST_DATABASE_URL ? alikeOnBoth : [])],
    pool: 'forks',
    maxWorkers: 2,
    // A database that boots on a busy machine with two cores takes its time.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    teardownTimeout: 20_000,
  },
})
