import { configDefaults, defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    name: 'unit',
    include: ['{kernel,business,district,app,kit,scripts}/**/*.test.{ts,tsx}', 'bench/**/*.test.ts', '*.test.ts'],
    // What opens no database and takes long says nothing new on a second engine.
    exclude: [
      ...configDefaults.exclude,
      ...(process.env.TEST_DATABASE_URL ? ['scripts/**', 'kernel/documents/official/**'] : []),
    ],
    pool: 'forks',
    maxWorkers: 2,
    // A database that boots on a busy machine with two cores takes its time.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    teardownTimeout: 20_000,
  },
})
