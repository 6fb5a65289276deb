import { Card, Fact, Facts, Link } from '../../../kit/index.ts'
import type { Founding } from './place.ts'

/** The union that came of it, its seal, account, certificate and numbers. */
export function LegalCard({ founding }: { founding: Founding }) {
  const { union, certificate } = founding
  if (!union) return null
  return (
    <Card title="工会" actions={<Link href={`/console/unions/union/${union.id}`}>打开工会台账</Link>}>
      <Facts>
        <Fact term="名称" note={union.foundedOn ? `${union.foundedOn} 批复成立` : undefined}>
          {union.name}
        </Fact>
        <Fact term="刻章">{founding.sealedOn}</Fact>
        <Fact term="开户" note={founding.accountBank}>
          {founding.accountOn}
        </Fact>
        {certificate ? (
          <>
            <Fact term="法人证书" note={`${certificate.issuedOn} 发证，${certificate.expiresOn} 到期`}>
              {certificate.number}
            </Fact>
            <Fact term="信用代码" note="工会自己的，和单位的不同">
              {certificate.creditCode}
            </Fact>
            <Fact term="法定代表人">{certificate.legalName}</Fact>
          </>
        ) : (
          <Fact term="法人登记">{withoutCertificate(founding)}</Fact>
        )}
        <Fact term="入库编号">{founding.databaseCode}</Fact>
        <Fact term="经费税务编码">{founding.taxCode}</Fact>
      </Facts>
    </Card>
  )
}

const registered: readonly string[] = ['registered', 'entered', 'running']

/** Later certificates live with the union: replaced, lost and cancelled ones are told there. */
function withoutCertificate({ body, state }: Founding): string {
  if (body === 'organiser') return '只有组织员，不办法人登记'
  return registered.includes(state) ? '现在没有有效的证书，见工会台账' : '还没有登记'
}
