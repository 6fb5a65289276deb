import type { Ctx } from '../../../../kernel/ctx.ts'
import type { RowReason } from '../../../../kernel/import/kind.ts'
import { finishItem, type ItemOf, ofKind, refuseItem, sharedPhone, type Work } from './item.ts'
import { type AddedRow, addPersons } from './write.ts'

const raced: RowReason[] = [
  { column: '证件号码', code: 'row.raced', message: '刚刚有人登记了同一个证件号码，请把这一行再导入一次' },
]
const alike: RowReason = {
  column: '姓名',
  code: 'person.alike',
  message: '本工会已有一位同名、同出生日期的人，可能是重复登记，请核对',
}

const orNothing = (text: string) => text || null

/** A new person of the registry. Who joined before the union was founded has been its member since that day. */
function rowOf(ctx: Ctx, { value, place, index, phoneIndex, sealed }: ItemOf<'add'>): AddedRow {
  const joinedOn = value.joinedOn ?? ctx.today
  const since =
    place.foundedOn !== null && place.foundedOn > joinedOn && place.foundedOn <= ctx.today ? place.foundedOn : joinedOn
  const isNewForm = value.newFormKind !== ''
  return {
    id: sealed.id,
    org_path: place.path,
    name: value.name,
    initials: value.initials,
    id_kind: value.idKind,
    id_number_sealed: sealed.number.sealed,
    id_number_index: index,
    phone_sealed: sealed.phone.sealed,
    phone_index: phoneIndex,
    sex: value.sex,
    birth_on: value.birthOn,
    id_valid_to: value.idValidTo,
    ethnicity: value.ethnicity,
    political: value.political,
    education: value.education,
    skill_level: value.skillLevel,
    employment: value.employment,
    hukou: value.hukou,
    is_migrant: value.isMigrant,
    department: value.department,
    occupation: value.occupation,
    new_form_kind: value.newFormKind,
    is_new_form: isNewForm,
    enterprise_id: place.enterpriseId,
    member_number: orNothing(value.memberNumber),
    verified_level: value.isChecked ? 1 : 0,
    verified_channel: value.isChecked ? 'format' : '',
    collected_on: ctx.today,
    union_id: place.unionId,
    membership: value.isRetained ? 'retained' : 'full',
    member_since: since,
    joined_on: joinedOn,
  }
}

/** Enters the people nobody knows yet; what must be looked at is said, and does not keep them out. */
export async function addNew({ ctx, items, others, isTrial, written }: Work): Promise<void> {
  const news = ofKind(items, 'add').map((item) => ({ item, id: item.sealed.id }))
  const rows = isTrial ? [] : news.map(({ item }) => rowOf(ctx, item))
  const added = await addPersons(ctx, rows)
  for (const { item, id } of news) {
    if (others.isAlike(item)) item.warnings.push(alike)
    if (others.isShared(item.phoneIndex, null)) item.warnings.push(sharedPhone)
    if (isTrial || added.has(id)) finishItem(item, 'added', id)
    else refuseItem(item, raced)
    if (added.has(id)) written.push({ row: item.row, table: 'persons', id, kind: 'added' })
  }
}
