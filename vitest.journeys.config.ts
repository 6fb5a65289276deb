import { defineConfig } from 'vitest/config'

/** The browser journeys, one after the other: on one demonstration, each in a Chromium of its own. */
export default defineConfig({
  test: {
    name: 'journeys',
    globalSetup: ['journeys/house.ts'],
    include: ['journeys/**/*.journey.ts'],
    pool: 'forks',
    maxWorkers: 1,
    testTimeout: 120_000,
    hookTimeout: 400_000,
    teardownTimeout: 20_000,
  },
})
