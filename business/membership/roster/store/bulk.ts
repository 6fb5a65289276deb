import { type RawBuilder, sql } from 'kysely'

/** Columns of persons that a roster writes, with their types in SQL. */
export const personColumns = {
  id_kind: 'text',
  sex: 'text',
  birth_on: 'date',
  id_valid_to: 'date',
  ethnicity: 'text',
  phone_sealed: 'text',
  phone_index: 'text',
  political: 'text',
  education: 'text',
  skill_level: 'text',
  employment: 'text',
  hukou: 'text',
  is_migrant: 'boolean',
  department: 'text',
  occupation: 'text',
  new_form_kind: 'text',
  is_new_form: 'boolean',
  enterprise_id: 'uuid',
  member_number: 'text',
  verified_level: 'integer',
  verified_channel: 'text',
  collected_on: 'date',
} as const
export type PersonColumn = keyof typeof personColumns

/** One array a column, each with its type: the arguments of unnest, one statement whatever the number of rows. */
export const arraysOf = <R extends object>(
  columns: Readonly<Record<string, string>>,
  rows: readonly R[],
): RawBuilder<unknown> =>
  sql.join(
    Object.entries(columns).map(
      ([column, type]) =>
        sql`${rows.map((row) => (row as Readonly<Record<string, unknown>>)[column] ?? null)}::${sql.raw(type)}[]`,
    ),
  )

export const namesOf = (columns: Readonly<Record<string, string>>): RawBuilder<unknown> =>
  sql.join(Object.keys(columns).map((column) => sql.id(column)))
