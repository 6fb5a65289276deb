import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { openDatabase } from '../kernel/db/database.ts'
import { migrate } from '../kernel/db/migrate.ts'
import { schemaSource } from '../kernel/db/schema-source.ts'

const target = fileURLToPath(new URL('../kernel/db/schema.gen.ts', import.meta.url))
const db = await openDatabase({ memory: true })
await migrate(db)
writeFileSync(target, await schemaSource(db))
await db.close()
console.log('kernel/db/schema.gen.ts written')
