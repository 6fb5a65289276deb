import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { testDatabase } from '../testing/database.ts'
import { schemaSource } from './schema-source.ts'

test('the committed types are what the migrations make', async () => {
  const db = await testDatabase()
  const committed = readFileSync(new URL('./schema.gen.ts', import.meta.url), 'utf8')
  expect(await schemaSource(db)).toBe(committed)
  await db.close()
})
