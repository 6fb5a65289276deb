import { Card } from '../card/card.tsx'
import { DeadlineBadge } from '../deadline-badge/deadline-badge.tsx'
import type { GalleryEntry } from '../example.ts'
import { Fact, Facts } from '../facts/facts.tsx'
import { Masked } from '../masked/masked.tsx'
import { Money } from '../money/money.tsx'
import { Stepper } from '../stepper/stepper.tsx'
import { Tag } from '../tag/tag.tsx'
import { Timeline } from '../timeline/timeline.tsx'
import { VerbBar } from '../verb-bar/verb-bar.tsx'
import { CaseRecord } from './case-record.tsx'

const now = '2024-11-19T06:02:00.000Z'
const nothing = () => undefined
const due = '2024-11-18T05:02:00.000Z'
const steps = [
  { title: '接报', at: '2024-11-18T01:12:00.000Z' },
  { title: '受理', at: '2024-11-18T02:40:00.000Z' },
  { title: '分派', at: '2024-11-18T03:02:00.000Z' },
  { title: '签收', due },
  { title: '处置' },
  { title: '反馈' },
  { title: '回访' },
  { title: '结案', due: '2024-12-09T09:00:00.000Z' },
]
const verbs = [
  { verb: 'sign', title: '签收', enabled: true, primary: true },
  { verb: 'transfer', title: '转办', enabled: true },
  { verb: 'close', title: '结案', enabled: false, why: '先写处置结果并回访当事人，才能结案' },
]
const events = [
  { id: '1', at: '2024-11-19T03:02:00.000Z', title: '分派给平湖街道', who: '龙岗区总工会 王芳', isCurrent: true },
  { id: '2', at: '2024-11-17T08:20:00.000Z', title: '“211”信号：欠薪（9 分），信息员上报', who: '身份已隐去' },
  { id: '3', at: '2024-11-12T02:00:00.000Z', title: 'SQ2024-0377 同一单位，已并入', who: '12345 转办' },
]

function Side() {
  return (
    <>
      <Card title="当事人">
        <Facts>
          <Fact term="职工" note="查看须填原因并留痕">
            张* <Masked what="手机号" value="138****0000" onReveal={async () => '13800010000'} />
          </Fact>
          <Fact term="单位">
            某电子厂 <Tag tone="red">红 21 分</Tag>
          </Fact>
          <Fact term="请求">
            工资 <Money fen={48_600_000} />
          </Fact>
        </Facts>
      </Card>
      <Card title="时限">
        <Facts>
          <Fact term="签收" note="内部规则 v3，2024-01-01 起">
            2 小时
          </Fact>
          <Fact term="办结">15 个工作日（疑难）→ 12-09</Fact>
        </Facts>
      </Card>
    </>
  )
}

function Example() {
  return (
    <CaseRecord
      breadcrumb={[{ title: '职工诉求', href: '/appeals' }, { title: '平湖街道总工会' }, { title: 'SQ2024-0412' }]}
      title="拖欠三个月工资，27 人"
      badges={
        <>
          <DeadlineBadge now={now} due={due} what="签收" />
          <Tag>群体</Tag>
        </>
      }
      verbs={<VerbBar verbs={verbs} onVerb={nothing} />}
      steps={<Stepper steps={steps} current={3} now={now} />}
      side={<Side />}
    >
      <Card title="诉求">
        <p>厂里八月起没有发工资，车间二十多人都没拿到，老板说等货款。</p>
      </Card>
      <Card title="同一纠纷" sub="DS2024-0198 · 钱只记一次">
        <Timeline label="同一纠纷" items={events} now={now} />
      </Card>
    </CaseRecord>
  )
}

export const gallery: GalleryEntry = {
  name: 'CaseRecord',
  use: '一件事一页：左边发生了什么，右边是谁、要什么、时限依据。',
  examples: [{ title: '签收超时的诉求', show: Example }],
}
