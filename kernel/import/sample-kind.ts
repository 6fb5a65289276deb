import { uuidv7 } from 'uuidv7'
import { definePermissions } from '../access/permissions.ts'
import type { Ctx } from '../ctx.ts'
import { defineLine } from '../line.ts'
import { sealField } from '../people/sealed.ts'
import type { ImportKind, Outcome, Written } from './kind.ts'

type Value = { name: string; idNumber: string; birthOn: string; sex: 'male' | 'female'; work: string }
type Known = { id: string; index: string; work: string }

/** A small kind for the engine's own tests: people with their work, told apart by their numbers. */
export const sampleKind: ImportKind = {
  name: 'people',
  title: '人员名单',
  permission: 'sample.bring',
  reader: new URL('./sample-reader.ts', import.meta.url).href,
  options: [
    { key: 'prefer', title: '有出入时', values: { sheet: '以表格为准', register: '以台账为准' }, default: 'sheet' },
  ],
  forUnions: ['enterprise', 'community'],
  async store(ctx, rows, { unit, options, isDryRun }) {
    const values = rows.map(({ row, value }) => ({ row, ...(value as Value) }))
    const indexOf = (value: Value) => ctx.house.sealer.blindIndex('id', value.idNumber)
    const known = await findKnown(ctx, values.map(indexOf))
    const outcomes: Outcome[] = []
    const written: Written[] = []
    for (const value of values) {
      const found = known.get(indexOf(value))
      const outcome = found ? changed(found, value, options) : added(value)
      if (outcome.kind === 'added' && !isDryRun) await insert(ctx, outcome.id, unit.path, value)
      if (outcome.kind === 'changed' && !isDryRun) await update(ctx, outcome.id, value.work)
      outcomes.push(outcome)
      if (outcome.kind === 'added') written.push({ row: value.row, table: 'persons', id: outcome.id, kind: 'added' })
      if (outcome.kind === 'changed')
        written.push({
          row: value.row,
          table: 'persons',
          id: outcome.id,
          kind: 'changed',
          before: { occupation: found?.work },
          after: { occupation: value.work },
        })
    }
    return { outcomes, written: isDryRun ? [] : written }
  },
}

const added = (value: Value): (Outcome & { id: string; kind: 'added' }) | (Outcome & { kind: 'refused' }) =>
  value.name === '难'
    ? { kind: 'refused', reasons: [{ column: '', code: 'person.hard', message: '台账里已有难办的同名人员，请先核对' }] }
    : { kind: 'added', id: uuidv7() }

const changed = (found: Known, { work }: Value, options: Readonly<Record<string, string>>) =>
  ({
    kind: work === '' || work === found.work || options.prefer === 'register' ? 'same' : 'changed',
    id: found.id,
  }) as const

async function findKnown(ctx: Ctx, indexes: readonly string[]): Promise<Map<string, Known>> {
  const rows = await ctx.tx
    .selectFrom('persons')
    .select(['id', 'id_number_index as index', 'occupation as work'])
    .where('federation_id', '=', ctx.actor.federationId)
    .where('id_number_index', 'in', indexes)
    .execute()
  return new Map(rows.map((row) => [row.index ?? '', { ...row, index: row.index ?? '' }]))
}

async function insert(ctx: Ctx, id: string, path: string, value: Value): Promise<void> {
  const number = sealField(ctx.house.sealer, 'id_number', id, value.idNumber)
  await ctx.tx
    .insertInto('persons')
    .values({
      federation_id: ctx.actor.federationId,
      id,
      org_path: path,
      name: value.name,
      id_kind: 'resident',
      id_number_sealed: number.sealed,
      id_number_index: number.index,
      sex: value.sex,
      birth_on: value.birthOn,
      occupation: value.work,
      collected_on: ctx.today,
    })
    .execute()
}

const update = (ctx: Ctx, id: string, work: string) =>
  ctx.tx
    .updateTable('persons')
    .set({ occupation: work })
    .where('federation_id', '=', ctx.actor.federationId)
    .where('id', '=', id)
    .execute()

/** A line that has nothing but this kind. */
export const sampleLine = defineLine({
  slug: 'sample',
  title: '样例',
  chapter: 'together',
  permissions: definePermissions({
    'sample.bring': { district_officer: 'all', street_officer: 'subtree', community_officer: 'subtree' },
  }),
  contract: {},
  handlers: {},
  imports: [sampleKind],
})
