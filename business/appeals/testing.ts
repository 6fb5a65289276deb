import { small } from '../../district/small.ts'
import { openSmall } from '../../district/testing.ts'
import { type Actor, standingOf } from '../../kernel/access/actor.ts'
import { inTransaction } from '../../kernel/db/database.ts'
import { total, yearWindow } from '../../kernel/indicators/fold.ts'
import { contract } from './contract.ts'
import { line } from './line.ts'

export const wages = {
  story: '站点拖欠我三个月配送费，一共一万二，站长说没钱',
  enterpriseId: small.firms.station.id,
  claimFen: 1_200_000,
  contactPhone: small.riderZhang.phone,
  contactName: '张建民',
}

type Reached = 'received' | 'accepted' | 'classified' | 'assigned' | 'signed' | 'handling' | 'answered'

/** The small district with appeals, and its people at work: rider Zhang, officer Li Min of 平湖, mediator Lin. */
export async function openAppeals() {
  const district = await openSmall([line])
  const as = (actor: Actor, idempotencyKey?: string) => district.as(actor, line, contract, { idempotencyKey })
  const rider = () => as(small.riderZhang.actor)
  const li = () => as(small.officerLi.actor)
  const lin = () => as(small.mediatorLin.actor)

  /** An appeal by the rider that has come as far as `state`. */
  async function appealAt(state: Reached, recoveredFen = 1_200_000): Promise<string> {
    const { id } = await rider().receive(wages)
    const steps = [
      ['accepted', () => li().accept({ id })],
      ['classified', () => li().classify({ id, category: 'wages', difficulty: 'general' })],
      ['assigned', () => li().assign({ id, assigneeId: small.mediatorLin.id })],
      ['signed', () => lin().sign({ id })],
      ['handling', () => lin().contact({ id, note: '电话联系，约明天面谈' })],
      [
        'answered',
        () =>
          lin().answer({
            id,
            answer: '站点同意本周付清',
            outcome: 'settled',
            recoveredFen,
            recoveredBasis: 'agreement',
          }),
      ],
    ] as const
    for (const [reached, step] of steps) {
      if (state === 'received') break
      await step()
      if (reached === state) break
    }
    return id
  }

  /** A figure of 2026, as the district officer reads it. */
  const figure = async (name: string, orgPath = '440307.') =>
    (
      await inTransaction(district.db, standingOf(small.officerWang.actor), (tx) =>
        total(tx, line, name, yearWindow('440307', orgPath, 2026)),
      )
    ).value

  return { district, as, rider, li, lin, appealAt, figure }
}
