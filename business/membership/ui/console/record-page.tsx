import { useParams, useSearchParams } from 'react-router'
import { ApiError, NotYet, useNow, useRead } from '../../../../kit/api/index.ts'
import { Link, MatterPage, Notice, StateBlock, Tag, verbInAddress } from '../../../../kit/index.ts'
import { workflow } from '../../workflow.ts'
import { ApplicantCard, ApplicationCard, FilesCard } from './cards.tsx'
import { home, type Matter, useMembership } from './place.ts'
import { VerbDialog } from './verb-dialog.tsx'

/** One application on one page. */
export function RecordPage() {
  const { id = '' } = useParams()
  const { data, error, state, retry } = useRead(useMembership().get, { id })
  if (data) return <Opened key={data.id} matter={data} />
  if (error instanceof ApiError && (error.status === 404 || error.status === 400)) {
    return (
      <StateBlock kind="empty" title="没有找到这份申请">
        可能已转给别的工会，或由区总工会核对。<Link href={home}>回到入会</Link>
      </StateBlock>
    )
  }
  return <NotYet state={state} retry={retry} />
}

function Opened({ matter }: { matter: Matter }) {
  const now = useNow()
  const [verb, setVerb] = verbInAddress(useSearchParams(), matter.verbs)
  const way = matter.state === 'pooled' || (matter.way === 'pool' && matter.state === 'applied') ? pooled : workflow
  return (
    <MatterPage
      home={{ title: '入会', href: home }}
      matter={matter}
      workflow={way}
      now={now}
      onVerb={setVerb}
      badges={
        <>
          {matter.newFormTitle && <Tag>{matter.newFormTitle}</Tag>}
          {matter.isJuvenile && <Tag tone="honey">未成年工</Tag>}
          {matter.escalations > 0 && <Tag tone="red">上报 {matter.escalations} 次</Tag>}
        </>
      }
      side={<ApplicantCard matter={matter} />}
    >
      <Warnings matter={matter} />
      <ApplicationCard matter={matter} />
      <FilesCard files={matter.files} />
      {verb && <VerbDialog key={verb} verb={verb} matter={matter} onClose={() => setVerb(undefined)} />}
    </MatterPage>
  )
}

/** The way through the pool, for the stepper. */
const pooled = { ...workflow, path: ['applied', 'pooled', 'approved'] as const }

/** What whoever decides should look at twice. */
function Warnings({ matter }: { matter: Matter }) {
  return (
    <>
      {matter.state === 'protecting' && (
        <Notice tone="bad" title="申请人未满 16 周岁">
          可能是童工。请先联系本人和家人，核实并保护好他；不要联系用人单位，不要转给单位工会。只有区总工会看得到这份申请。
        </Notice>
      )}
      {matter.isJuvenile && (
        <Notice tone="watch">申请人 16、17 周岁，可以入会；依法不得安排夜班和繁重、有毒有害的劳动。</Notice>
      )}
      {matter.twin === 'same_name' && (
        <Notice>登记册里还有一条同名、同证件号码的记录。同意以后，两条会合并成一个人。</Notice>
      )}
      {matter.twin === 'other_name' && (
        <Notice tone="bad">登记册里这个证件号码是另一个姓名。请对照证件核对，不对就请他补正。</Notice>
      )}
      {matter.twin === 'member_elsewhere' && (
        <Notice tone="watch">他现在是别的工会的会员。同意以后，系统会替他提出转会，原工会五天不答复就自动转出。</Notice>
      )}
      {matter.samePhone > 0 && (
        <Notice tone="watch">这个手机号还登记在另外 {matter.samePhone} 人名下，请核对是不是本人的。</Notice>
      )}
    </>
  )
}
