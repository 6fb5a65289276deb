import { uuidv7 } from 'uuidv7'
import { isUnder } from '../../kernel/access/permissions.ts'
import type { OutputOf, ParsedOf } from '../../kernel/contract/contract.ts'
import { fail } from '../../kernel/contract/errors.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { checkedPhone } from '../../kernel/people/checked.ts'
import { findByNumber } from '../../kernel/people/membership.ts'
import { sealField } from '../../kernel/people/sealed.ts'
import { personInitials } from '../../kernel/search/initials.ts'
import type { contract } from './contract.ts'
import { findDestination } from './destination.ts'
import { checkIdentity, type Identity } from './identity.ts'
import { openApplication } from './open.ts'
import { ageClass } from './rules/age.ts'

type Input = ParsedOf<typeof contract.receive>

/** An application on paper or at the window, signed by the worker, entered by an officer of the union or of one above. */
export async function receive(ctx: Ctx, input: Input): Promise<OutputOf<typeof contract.receive>> {
  const identity = checkIdentity(ctx, input)
  const phone = input.phone ? checkedPhone(input.phone) : null
  const to = await findDestination(ctx, { ...input, street: input.street ?? streetOf(ctx) })
  const path = to.union?.path ?? `${to.street?.path ?? ''}pool.`
  if (!isUnder(path, ctx.actor.orgPath)) {
    fail(422, '接收他的工会不在您的辖区。请由那个街道登记，或请本人在服务大厅申请')
  }
  const personId = await personFor(ctx, identity, phone, to.union?.path ?? ctx.actor.orgPath)
  const { id, number } = await openApplication(ctx, { ...input, personId, identity, phone, to, files: [] })
  return { id, number, state: ageClass(identity.birthOn, ctx.today) === 'child' ? 'protecting' : 'applied' }
}

const streetOf = ({ actor }: Ctx): string | undefined => {
  const [district, street] = actor.orgPath.split('.')
  return street ? `${district}.${street}.` : undefined
}

/**
 * The record of the one who bears the number, when it lies within reach; else a new one without the number, which is merged with the one out of reach
 * when the union takes the person in. @throws Failure 409 a member already, or another name
 */
async function personFor(ctx: Ctx, identity: Identity, phone: string | null, path: string): Promise<string> {
  const index = ctx.house.sealer.blindIndex('id', identity.idNumber)
  const twin = await findByNumber(ctx, index)
  if (twin && twin.membership !== 'none') {
    const isHere = twin.unionPath === path && twin.membership === 'full'
    fail(409, isHere ? '他已经是这个工会的会员，不用再登记' : '他已经是会员，请在“会籍变动”里为他办转会，不要重复登记')
  }
  if (twin?.inReach) {
    await requireSameName(ctx, twin.id, identity.name)
    return twin.id
  }
  return addPerson(ctx, identity, phone, { path, hasTwin: twin !== null })
}

async function requireSameName(ctx: Ctx, id: string, name: string): Promise<void> {
  const person = await ctx.tx
    .selectFrom('persons')
    .select('name')
    .where('federation_id', '=', ctx.actor.federationId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (person && person.name !== name) fail(409, '这个证件号码在登记册里是另一个姓名，请对照证件核对', { id })
}

async function addPerson(
  ctx: Ctx,
  identity: Identity,
  phone: string | null,
  at: { path: string; hasTwin: boolean },
): Promise<string> {
  const id = uuidv7()
  const number = sealField(ctx.house.sealer, 'id_number', id, at.hasTwin ? null : identity.idNumber)
  const mobile = sealField(ctx.house.sealer, 'phone', id, phone)
  await ctx.tx
    .insertInto('persons')
    .values({
      federation_id: ctx.actor.federationId,
      id,
      org_path: at.path,
      name: identity.name,
      initials: personInitials(identity.name),
      id_kind: at.hasTwin ? 'unknown' : identity.idKind,
      id_number_sealed: number.sealed,
      id_number_index: number.index,
      phone_sealed: mobile.sealed,
      phone_index: mobile.index,
      sex: identity.sex,
      birth_on: identity.birthOn,
      collected_on: ctx.today,
    })
    .execute()
  return id
}
