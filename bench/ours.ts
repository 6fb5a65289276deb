import { sql } from 'kysely'
import { demo } from '../business/appeals/demo.ts'
import { loadDistrict } from '../district/load.ts'
import { demonstrationLogins, streetOfficers } from '../district/officers.ts'
import { buildServer } from '../app/server/build.ts'
import { readConfig } from '../app/server/config.ts'
import { furnish } from '../app/server/furnish.ts'
import { keysOf } from '../app/server/house.ts'
import { openAndMigrate } from '../app/server/open.ts'
import { answerParent } from './child.ts'
import { recordable } from './recorder.ts'

const password = 'Nuanfeng-2026'
const clerk = streetOfficers[0]!
const closing: (() => Promise<unknown>)[] = []
let record: ReturnType<typeof recordable>['record'] | undefined

export type Question = { serve: { env: Record<string, string>; persons: number } } | { record: Asked }
/** One request, as the page would send it. */
export type Asked = { url: string; headers: Record<string, string>; body: string }
export type Served = { url: string; headers: Record<string, string>; size: string }
