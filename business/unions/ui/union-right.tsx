import { Card, Fact, Facts, Link, Masked } from '../../../kit/index.ts'
import { workflow } from '../workflow.ts'
import { home, hrefOf, type Union, useUnions } from './place.ts'

/** Founding, approval, address, the union above, former names. */
export function ParticularsCard({ union }: { union: Union }) {
  return (
    <Card title="基本情况">
      <Facts>
        <Fact term="建会日期">{union.foundedOn}</Fact>
        <Fact term="批准文号">{union.approvalNumber}</Fact>
        <Fact term="批准日期">{union.approvedOn}</Fact>
        <Fact term="地址">{union.address}</Fact>
        <Fact term="上级工会">
          {union.above && <Link href={`${home}?under=${union.above.path}`}>{union.above.name}</Link>}
        </Fact>
        {union.formerNames.map(({ name, until }) => (
          <Fact key={name} term="曾用名" note={until ? `用到 ${until}` : undefined}>
            {name}
          </Fact>
        ))}
      </Facts>
    </Card>
  )
}

/** Account and dues; the number opens only for a reason. */
export function MoneyCard({ union }: { union: Union }) {
  const { revealAccount } = useUnions()
  const { account, accountBank, duesCode } = union
  return (
    <Card title="账户和经费">
      <Facts>
        <Fact term="开户行">{accountBank}</Fact>
        <Fact term="账号">
          {account && (
            <Masked
              what="账号"
              value={account}
              onReveal={async (reason) => (await revealAccount({ id: union.id, reason })).value}
            />
          )}
        </Fact>
        <Fact term="税务编码">{duesCode}</Fact>
      </Facts>
    </Card>
  )
}

const states: Readonly<Record<string, string>> = workflow.states

/** What was asked for, the newest first. */
export function ChangesCard({ union }: { union: Union }) {
  if (union.changes.length === 0) return null
  return (
    <Card title="变更办理">
      <Facts>
        {union.changes.map(({ id, number, title, state }) => (
          <Fact key={id} term={states[state] ?? state}>
            <Link href={hrefOf(id)}>{title.split('：')[0]}</Link> <span className="nf-soft nf-small">{number}</span>
          </Fact>
        ))}
      </Facts>
    </Card>
  )
}
