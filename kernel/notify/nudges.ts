import { randomInt } from 'node:crypto'
import type { Updateable } from 'kysely'
import { z } from 'zod'
import { addMilliseconds } from '../calendar/days.ts'
import type { House } from '../ctx.ts'
import { inTransaction, type Tx } from '../db/database.ts'
import type { ContactChannels } from '../db/schema.gen.ts'
import type { RegisteredJob } from '../jobs/registered.ts'
import type { Channel } from './channels.ts'
import { addressContext, digestOfCode } from './contacts.ts'

const MINUTES = 15
const To = z.object({ personId: z.uuid() })

/**
 * The jobs that tell people outside that something waits inside: `notify.<channel>` for each channel, asked for by the database when a notice comes in
 * for someone with a proved address, and `notify.code`. None holds the database while it talks to the other side; each is tried again when that side
 * is away, and marks the address when it is refused for good.
 */
export const notifyJobs = (house: House, channels: readonly Channel[]): RegisteredJob[] => [
  ...channels.map((channel) => ({
    name: `notify.${channel.kind}`,
    title: '消息提醒',
    run: (data: unknown) => nudge(house, channel, To.parse(data).personId),
  })),
  { name: 'notify.code', title: '发送验证码', run: (data) => sendCode(house, channels, data) },
]

async function nudge(house: House, channel: Channel, personId: string): Promise<void> {
  const address = await asPerson(house, personId, async (tx) => {
    const row = await find(tx, house, channel, personId)
    return row?.verified_at && !row.refused_at && (await hasUnread(tx, house, personId))
      ? open(house, channel, personId, row.address_sealed)
      : null
  })
  if (address === null) return
  if ((await channel.nudge(address)) === 'refused') await noteRefusal(house, channel, personId)
}

/** The code is made here, so that it is written nowhere but into the mail; a second try mails a new one. */
async function sendCode(house: House, channels: readonly Channel[], data: unknown): Promise<void> {
  const { personId, channel: kind } = To.extend({ channel: z.string() }).parse(data)
  const channel = channels.find((known) => known.kind === kind)
  if (!channel) throw new Error(`there is no channel ${kind}`)
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  const address = await asPerson(house, personId, async (tx) => {
    const row = await find(tx, house, channel, personId)
    if (!row || row.verified_at) return null
    const to = open(house, channel, personId, row.address_sealed)
    const code_expires_at = addMilliseconds(house.clock(), MINUTES * 60_000)
    await change(tx, house, channel, personId, {
      code_digest: digestOfCode(house, personId, to, code),
      code_expires_at,
      code_tries: 0,
    })
    return to
  })
  if (address === null) return
  if ((await channel.sendCode(address, code, MINUTES)) === 'refused') await noteRefusal(house, channel, personId)
}

/** As the person: row-level security shows this one person's address and inbox, and nothing else. */
const asPerson = <T>(house: House, personId: string, work: (tx: Tx) => Promise<T>): Promise<T> =>
  inTransaction(house.db, { federationId: house.federationId, scope: '', personId, accountId: '' }, work)

const noteRefusal = (house: House, channel: Channel, personId: string) =>
  asPerson(house, personId, (tx) => change(tx, house, channel, personId, { refused_at: house.clock() }))

const open = (house: House, channel: Channel, personId: string, sealed: string): string =>
  house.sealer.open(sealed, addressContext(personId, channel.kind))

const find = (tx: Tx, house: House, channel: Channel, personId: string) =>
  tx
    .selectFrom('contact_channels')
    .selectAll()
    .where('federation_id', '=', house.federationId)
    .where('person_id', '=', personId)
    .where('channel', '=', channel.kind)
    .executeTakeFirst()

const change = (tx: Tx, house: House, channel: Channel, personId: string, set: Updateable<ContactChannels>) =>
  tx
    .updateTable('contact_channels')
    .set(set)
    .where('federation_id', '=', house.federationId)
    .where('person_id', '=', personId)
    .where('channel', '=', channel.kind)
    .execute()

async function hasUnread(tx: Tx, house: House, personId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('notices')
    .select('id')
    .where('federation_id', '=', house.federationId)
    .where('recipient_id', '=', personId)
    .where('read_at', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
