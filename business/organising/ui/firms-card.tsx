import { Card, Fact, Facts, Link, Tag } from '../../../kit/index.ts'
import type { Founding } from './place.ts'

/** The employer, or those that found together. */
export function FirmsCard({ founding }: { founding: Founding }) {
  const { firms, firmName, unionName, termYears } = founding
  return (
    <Card title="单位" sub={firms.length > 1 ? `${firms.length} 家，共 ${founding.heads.employees} 人` : undefined}>
      <Facts>
        {firms.map((firm) => (
          <Fact key={firm.id} term={firm.place || '单位'} note={`${firm.headcount} 人 · ${firm.openedOn} 开业`}>
            <Link href={`/console/enterprises/${firm.id}`}>{firm.name}</Link>{' '}
            {firm.life !== 'alive' && <Tag tone="honey">不在经营</Tag>}
          </Fact>
        ))}
        {firms.length === 0 && (
          <Fact term="职工写的名字" note="记录联系时，从登记册里选定是哪一家">
            {firmName}
          </Fact>
        )}
        {unionName && (
          <Fact term="工会名称" note={termYears ? `任期 ${termYears} 年` : undefined}>
            {unionName}
          </Fact>
        )}
      </Facts>
    </Card>
  )
}
