import { sql } from 'kysely'
import type { Tx } from '../kernel/db/database.ts'

/** Columns of the tables that are filled in bulk, with their types in SQL. */
const COLUMNS = {
  orgs: {
    federation_id: 'text',
    id: 'uuid',
    parent_id: 'uuid',
    path: 'text',
    kind: 'text',
    code: 'text',
    name: 'text',
    short_name: 'text',
    initials: 'text',
    grade: 'smallint',
    form: 'text',
    credit_code: 'text',
    sort: 'integer',
    founded_on: 'date',
    valid_from: 'date',
  },
  enterprises: {
    federation_id: 'text',
    id: 'uuid',
    org_path: 'text',
    union_id: 'uuid',
    credit_code: 'text',
    name: 'text',
    initials: 'text',
    industry: 'text',
    headcount: 'integer',
    headcount_on: 'date',
    headcount_source: 'text',
    life: 'text',
    is_new_form: 'boolean',
    address: 'text',
    opened_on: 'date',
    closed_on: 'date',
    union_since: 'date',
  },
  persons: {
    federation_id: 'text',
    id: 'uuid',
    org_path: 'text',
    name: 'text',
    initials: 'text',
    id_number_sealed: 'text',
    id_number_index: 'text',
    phone_sealed: 'text',
    phone_index: 'text',
    sex: 'text',
    birth_on: 'date',
    enterprise_id: 'uuid',
    union_id: 'uuid',
    occupation: 'text',
    is_new_form: 'boolean',
    collected_on: 'date',
    verified_on: 'date',
    joined_on: 'date',
    left_on: 'date',
    membership: 'text',
    member_since: 'date',
    verified_level: 'integer',
    verified_channel: 'text',
    new_form_kind: 'text',
  },
  posts: {
    federation_id: 'text',
    id: 'uuid',
    person_id: 'uuid',
    org_id: 'uuid',
    org_path: 'text',
    role: 'text',
    title: 'text',
    valid_from: 'date',
  },
  org_codes: {
    federation_id: 'text',
    org_id: 'uuid',
    system: 'text',
    code: 'text',
    valid_from: 'date',
    valid_to: 'date',
  },
} as const

export type BulkTable = keyof typeof COLUMNS
export type BulkRow = { [column: string]: unknown }

/**
 * Inserts rows as one array per column: one statement whatever their number, which both engines take at the speed of a copy.
 * A field that a row leaves out is NULL.
 */
export async function insertRows(tx: Tx, table: BulkTable, rows: readonly BulkRow[]): Promise<void> {
  const columns = Object.entries(COLUMNS[table])
  const arrays = columns.map(([column, type]) => sql`${rows.map((row) => row[column] ?? null)}::${sql.raw(type)}[]`)
  const names = sql.join(columns.map(([column]) => sql.id(column)))
  await sql`insert into ${sql.table(table)} (${names}) select * from unnest(${sql.join(arrays)})`.execute(tx)
}
