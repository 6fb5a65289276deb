import { useAct, useDesk } from '../../../../kit/api/index.ts'
import { Attachments, Card, Fact, Facts, Link, Masked } from '../../../../kit/index.ts'
import { channels, standings, ways } from '../../rules/words.ts'
import { type Matter, useMembership } from './place.ts'

const sexes = { male: '男', female: '女', unknown: '' } as const

/** Who applies, covered until a reason is written. */
export function ApplicantCard({ matter }: { matter: Matter }) {
  const { may } = useDesk()
  const reveal = useAct(useMembership().reveal)
  const open = async (reason: string) => {
    const { name, idNumber, phone } = await reveal({ id: matter.id, reason })
    return [name, idNumber, phone].filter(Boolean).join('　')
  }
  return (
    <Card title="申请人">
      <Facts>
        <Fact term="姓名">{matter.name}</Fact>
        <Fact term="证件号码">{matter.idNumber}</Fact>
        <Fact term="手机">{matter.phone}</Fact>
        {may('membership.reveal') && (
          <Fact term="全部" note="查看须填原因并留痕">
            <Masked what="姓名、证件号码和手机" value="遮住了" onReveal={open} />
          </Fact>
        )}
        <Fact term="年龄">{[sexes[matter.sex], `${matter.age} 岁`].filter(Boolean).join(' · ')}</Fact>
        {matter.personId && (
          <Fact term="登记册">
            <Link href={`/console/people/${matter.personId}`}>打开</Link>
            {matter.standing && ` · ${standings[matter.standing]}`}
          </Fact>
        )}
      </Facts>
    </Card>
  )
}

/** What is asked, of whom, from where. */
export function ApplicationCard({ matter }: { matter: Matter }) {
  return (
    <Card title="申请">
      <Facts>
        <Fact term="加入">{matter.unionName || '由区总工会核对'}</Fact>
        {matter.unionName && <Fact term="为什么是它">{ways[matter.way]}</Fact>}
        <Fact term="单位">
          {matter.enterpriseId ? (
            <Link href={`/console/enterprises/${matter.enterpriseId}`}>{matter.enterpriseName}</Link>
          ) : (
            matter.enterpriseName || '没有固定单位'
          )}
        </Fact>
        <Fact term="职业">{matter.newFormTitle || matter.occupation}</Fact>
        <Fact term="来源">{channels[matter.channel]}</Fact>
        <Fact term="现在在">{matter.unitName}</Fact>
        {matter.askedFor && <Fact term="请他补正">{matter.askedFor}</Fact>}
        {matter.declineReason && <Fact term="没有同意">{matter.declineReason}</Fact>}
        {matter.transferId && (
          <Fact term="转会">
            <Link href={`/console/transfers/${matter.transferId}`}>打开这件转会</Link>
          </Fact>
        )}
      </Facts>
    </Card>
  )
}

/** What the worker handed in with it; nobody is asked for more. */
export function FilesCard({ files }: { files: Matter['files'] }) {
  const { fileHref } = useDesk()
  if (files.length === 0) return null
  return (
    <Card title="附件">
      <Attachments
        label="本人交来的"
        files={files.map(({ id, name, bytes }) => ({ id, name, size: bytes, state: 'done', href: fileHref(id) }))}
      />
    </Card>
  )
}
