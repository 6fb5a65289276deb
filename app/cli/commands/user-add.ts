import { z } from 'zod'
import { administrators, isRole, type Role, roles } from '../../../kernel/access/roles.ts'
import { hashPassword, passwordFault } from '../../../kernel/accounts/password-rules.ts'
import { findPhone } from '../../../kernel/accounts/phone.ts'
import { dayOf } from '../../../kernel/calendar/days.ts'
import { fail } from '../../../kernel/contract/errors.ts'
import { asOwner, type Tx } from '../../../kernel/db/database.ts'
import { addAccount, addPerson, addPost } from '../../server/enrol.ts'
import { defineCommand, done, type Room } from '../command.ts'
import { findOrg } from '../find-org.ts'
import { auditOperator, operator } from '../operator.ts'
import { makePassword, pipedPassword, typePassword } from '../password.ts'

const posts = Object.keys(roles).filter((role) => !['worker', 'visitor', 'system'].includes(role))

const input = z.object({
  username: z
    .string('请用 --username 写用户名')
    .trim()
    .toLowerCase()
    .regex(/^[a-z][a-z0-9_.]{2,29}$/, '用户名用小写字母开头，3 到 30 位，可含数字、下划线和点'),
  name: z.string('请用 --name 写姓名').trim().min(2, '姓名至少两个字').max(50, '姓名最多 50 个字'),
  role: z
    .string('请用 --role 写角色')
    .refine(
      (role) => posts.includes(role),
      `角色只能是：${posts.map((role) => `${role}（${roles[role as Role].title}）`).join('、')}`,
    )
    .transform((role) => (isRole(role) ? role : fail(400, '没有这个角色'))),
  org: z.string('请用 --org 写单位的代码或名称').trim(),
  phone: z
    .string()
    .transform((typed) => findPhone(typed))
    .refine((phone) => phone !== null, '手机号应是 11 位数字')
    .optional(),
  title: z.string().trim().min(1, '职务不能空着').max(50, '职务最多 50 个字').optional(),
  'password-stdin': z.boolean().default(false),
})
type Wanted = z.output<typeof input>

export const userAdd = defineCommand<Wanted>({
  name: 'user add',
  usage: '--username 用户名 --name 姓名 --role 角色 --org 单位 [--phone 手机号] [--title 职务] [--password-stdin]',
  help: '给一个人开账号和岗位；密码现场输入或由系统生成，首次登录须修改',
  options: {
    username: 'text',
    name: 'text',
    role: 'text',
    org: 'text',
    phone: 'text',
    title: 'text',
    'password-stdin': 'flag',
  },
  words: [],
  input,
  where: 'house',
  ask: (wanted) => (wanted['password-stdin'] ? pipedPassword() : typePassword()),
  async run(room, wanted) {
    const { house } = room
    const password = room.secret || makePassword()
    const fault = passwordFault(password)
    if (fault) fail(422, fault)
    const hash = await hashPassword(password)
    const now = house.clock()
    const { personId, orgName } = await asOwner(house.db, (tx) => enrol(tx, room, wanted, hash, now))
    room.accounts.forgetPerson(personId)
    const lines = [
      `已开账号 ${wanted.username}：${wanted.name}，${orgName}，${roles[wanted.role].title}。首次登录须修改密码。`,
    ]
    if (!room.secret) lines.push(`初始密码（只显示这一次，请当面交给本人）：${password}`)
    return done(lines.join('\n'))
  },
})

async function enrol(
  tx: Tx,
  { house }: Room,
  wanted: Wanted,
  hash: string,
  now: string,
): Promise<{ personId: string; orgName: string }> {
  const { federationId, sealer } = house
  const today = dayOf(now)
  const org = await findOrg(tx, federationId, today, wanted.org)
  const phoneIndex = wanted.phone ? sealer.blindIndex('phone', wanted.phone) : null
  await requireFree(tx, federationId, wanted.username, phoneIndex)
  const place = { federationId, orgId: org.id, orgPath: org.path }
  const known = phoneIndex ? await findPerson(tx, federationId, phoneIndex, wanted.name) : undefined
  const personId =
    known ?? (await addPerson(tx, sealer, place, { name: wanted.name, phone: wanted.phone ?? undefined }, today))
  if (known) await keepApart(tx, federationId, known, wanted.role, today)
  await addPost(tx, place, { personId, role: wanted.role, title: wanted.title ?? roles[wanted.role].title }, today)
  const account = await addAccount(tx, federationId, { personId, username: wanted.username, phoneIndex, hash }, now)
  const reason = `开账号 ${wanted.username}，${org.name}，${roles[wanted.role].title}`
  await auditOperator(tx, now, operator(federationId), { action: 'house.user-add', recordId: account, reason })
  return { personId, orgName: org.name }
}

async function requireFree(tx: Tx, federationId: string, username: string, phoneIndex: string | null): Promise<void> {
  const taken = await tx
    .selectFrom('account_users')
    .select('username')
    .where('federation_id', '=', federationId)
    .where((eb) => eb.or([eb('username', '=', username), ...(phoneIndex ? [eb('phone_index', '=', phoneIndex)] : [])]))
    .executeTakeFirst()
  if (taken) fail(409, taken.username === username ? '用户名已被使用，请换一个' : '这个手机号已绑定别的账号，请核对')
}

/** The person of the registry with this phone and name, when there is exactly one without an account. */
async function findPerson(tx: Tx, federationId: string, phoneIndex: string, name: string): Promise<string | undefined> {
  const persons = await tx
    .selectFrom('persons')
    .select('id')
    .where('federation_id', '=', federationId)
    .where('phone_index', '=', phoneIndex)
    .where('name', '=', name)
    .limit(2)
    .execute()
  const only = persons.length === 1 ? persons[0]?.id : undefined
  if (only === undefined) return undefined
  const account = await tx
    .selectFrom('account_users')
    .select('username')
    .where('federation_id', '=', federationId)
    .where('person_id', '=', only)
    .executeTakeFirst()
  return account ? fail(409, `${name}已经有账号${account.username ? ` ${account.username}` : ''}，不能再开一个`) : only
}

/** The three administrators hold no business post, and nobody with a business post administers (三员分立). */
async function keepApart(tx: Tx, federationId: string, personId: string, role: Role, today: string): Promise<void> {
  const held = await tx
    .selectFrom('posts')
    .select('role')
    .where('federation_id', '=', federationId)
    .where('person_id', '=', personId)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', today)]))
    .execute()
  const isAdministrator = (name: string) => administrators.some((one) => one === name)
  const clash = held.find((post) => (isAdministrator(post.role) || isAdministrator(role)) && post.role !== role)
  if (clash)
    fail(
      409,
      `三员分立：这个人现在是${isRole(clash.role) ? roles[clash.role].title : clash.role}，不能同时担任${roles[role].title}`,
    )
}
