import { Card, Fact, Facts, Link } from '../../../kit/index.ts'
import type { Union } from './place.ts'
import { CertificateTag, TermTag } from './states.tsx'

/** The present term with its end, the election under way, and the terms before. */
export function TermCard({ union }: { union: Union }) {
  const { terms, termUntil, termState, election } = union
  const [now, ...before] = terms
  return (
    <Card title="任期">
      <Facts>
        <Fact term="本届" note={now?.extendedTo ? `原届满日 ${now.expiresOn}，经批准延期` : undefined}>
          {now ? (
            <span className="union-due">
              第 {now.ordinal} 届，{now.fromOn} 至 {termUntil ?? now.endedOn} <TermTag state={termState} />
            </span>
          ) : (
            '没有登记任期'
          )}
        </Fact>
        {election && (
          <Fact term="选举">
            <Link href={`/console/elections/${election.id}`}>{election.number}</Link> {election.stateTitle}
            {election.isWaiting && `，${election.fromOn ?? ''} 起可就任`}
          </Fact>
        )}
      </Facts>
      {before.length > 0 && (
        <details className="union-past">
          <summary>往届 {before.length} 届</summary>
          <Facts>
            {before.map((term) => (
              <Fact key={term.ordinal} term={`第 ${term.ordinal} 届`}>
                {term.fromOn} 至 {term.endedOn}
              </Fact>
            ))}
          </Facts>
        </details>
      )}
    </Card>
  )
}

const endings = { valid: '', replaced: '已换发', lost: '已遗失', cancelled: '已注销' } as const

/** The certificate in force and those before. */
export function CertificateCard({ union }: { union: Union }) {
  const now = union.certificates.find(({ state }) => state === 'valid')
  const before = union.certificates.filter(({ state }) => state !== 'valid')
  return (
    <Card title="法人证书">
      <Facts>
        <Fact term="证号">{now?.number ?? '没有证书'}</Fact>
        {now && (
          <>
            <Fact term="有效期" note="届满前 30 日申请换证">
              <span className="union-due">
                {now.issuedOn} 至 {now.expiresOn} <CertificateTag state={union.certificateState} />
              </span>
            </Fact>
            <Fact term="法定代表人">{now.legalName}</Fact>
          </>
        )}
        <Fact term="工会代码">{union.creditCode}</Fact>
      </Facts>
      {before.length > 0 && (
        <details className="union-past">
          <summary>以前的证书 {before.length} 份</summary>
          <Facts>
            {before.map((one) => (
              <Fact key={one.number} term={endings[one.state]}>
                {one.number}，{one.issuedOn} 至 {one.endedOn ?? one.expiresOn}
              </Fact>
            ))}
          </Facts>
        </details>
      )}
    </Card>
  )
}
