import { uuidv7 } from 'uuidv7'
import type { Handlers } from '../../kernel/contract/contract.ts'
import { fail } from '../../kernel/contract/errors.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { checkIdNumber } from '../../kernel/people/identity.ts'
import { findByNumber } from '../../kernel/people/membership.ts'
import { tidyDocument } from '../../kernel/people/sealed.ts'
import { steps } from './actions.ts'
import type { contract } from './contract.ts'
import { findDestinations } from './destinations.ts'
import { own } from './follow.ts'
import { listTransfers } from './list.ts'
import { expel, leave, recordDeath, resume, retain, transfer } from './open.ts'
import { getMatter, getMine } from './queries.ts'

/** Whom it is about: the person himself in the hall, or whom the officer names. @throws Failure 422/404 nobody was named, or nobody bears the number */
async function whom(
  ctx: Ctx,
  named: { personId?: string | undefined; idNumber?: string | undefined },
): Promise<string> {
  if (named.personId) return named.personId
  if (ctx.actor.role === 'worker' && ctx.actor.personId) return ctx.actor.personId
  if (!named.idNumber) return fail(422, '请选一个人，或者填写他的证件号码')
  const resident = checkIdNumber(named.idNumber, ctx.today)
  const number = resident.ok ? resident.value : tidyDocument(named.idNumber)
  const found = await findByNumber(ctx, ctx.house.sealer.blindIndex('id', number))
  return found?.id ?? fail(404, '没有人登记这个证件号码，请核对；他还不是会员的，请办“加入工会”')
}

const named = async <I extends { personId?: string | undefined }>(ctx: Ctx, input: I) => ({
  ...input,
  personId: await whom(ctx, input),
})

export const handlers: Handlers<typeof contract, Ctx> = {
  ...steps,
  list: (ctx, input) => listTransfers(ctx, input),
  get: (ctx, { id }) => getMatter(ctx, id),
  mine: (ctx) => getMine(ctx),
  matters: (ctx) => own.list(ctx),
  follow: (ctx, { id }) => own.one(ctx, id),
  destinations: (ctx, { text }) => findDestinations(ctx, text),
  request: async (ctx, input) => {
    const { personId, toUnionId, toEnterpriseId } = await named(ctx, input)
    return transfer(ctx, { personId, toUnionId, toEnterpriseId })
  },
  retain: async (ctx, input) => retain(ctx, await named(ctx, input)),
  resume: async (ctx, input) => resume(ctx, await named(ctx, input)),
  leave: async (ctx, input) => leave(ctx, await named(ctx, input)),
  expel: (ctx, { personId, judgment, decision }) =>
    expel(ctx, { id: uuidv7(), personId, basis: `生效判决：${judgment}\n工会决定：${decision}` }),
  recordDeath,
}
