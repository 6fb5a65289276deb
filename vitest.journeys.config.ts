import { defineConfig } from 'vitest/config'

/** The browser journeys, one after the other: each opens a server and a Chromium of its own. */
export default defineConfig({
  test: {
    name: 'journeys',
    include: ['journeys/**/*.journey.ts'],
    pool: 'forks',
    maxWorkers: 1,
    testTimeout: 120_000,
    hookTimeout: 180_000,
    teardownTimeout: 20_000,
  },
})
