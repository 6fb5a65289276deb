import { useQuery } from '@tanstack/react-query'
import { sentenceOf, useNow, useUploads } from '../../../../kit/api/index.ts'
import {
  Attachments,
  Choice,
  Choices,
  type Draft,
  dayWords,
  HallNotice,
  Link,
  Question,
} from '../../../../kit/hall/index.ts'
import { wallTime } from '../../../../kit/time/time-words.ts'
import { titleOfKind } from '../../rules/kinds.ts'
import { useAsk } from './api.ts'
import { type Document, inputOf, type JoinDraft, workplaceOf } from './draft.ts'
import { useHandIn } from './use-hand-in.ts'

const sure = [{ value: 'sure', title: '我靠工资、跑单或打工的收入生活，上面写的都是真的' }]

interface ConfirmProps {
  draft: Draft<JoinDraft>
  /** Null when the registry knows the person already. */
  document: Document | null
  onBack: () => void
}

/** Third screen: the application in plain words, who decides, until when. */
export function Confirm({ draft, document, onBack }: ConfirmProps) {
  const { value, change } = draft
  const uploads = useUploads()
  const handIn = useHandIn(draft)
  return (
    <Question
      step={3}
      of={3}
      title="申请加入工会"
      saved={draft.saved}
      problem={handIn.problem}
      next="交上去"
      why={value.isSure ? (uploads.isSending ? '截图还在传，等一下' : undefined) : '请先在最下面勾上'}
      busy={handIn.busy}
      onNext={() => void handIn.send(inputOf(value, document, uploads.ids))}
      onBack={onBack}
    >
      <Letter value={value} />
      <WhoDecides draft={draft} />
      {value.work === 'new_form' && (
        <Attachments
          label="能看出在跑单的截图（可不附）"
          hint="比如平台里的个人页。不附也能交，工会会打电话问您。"
          accept="image/*"
          max={3}
          files={uploads.files}
          onAdd={uploads.onAdd}
          onRemove={uploads.onRemove}
          onRetry={uploads.onRetry}
        />
      )}
      <Choices
        label="确认"
        options={sure}
        value={value.isSure ? ['sure'] : []}
        onChange={(chosen) => change({ isSure: chosen.includes('sure') })}
      />
      {handIn.next === 'card' && <Link href="/card">打开会员证</Link>}
      {handIn.next === 'membership' && <Link href="/my-membership">打开“我的会籍”</Link>}
    </Question>
  )
}

function Letter({ value }: { value: JoinDraft }) {
  const trade = value.work === 'new_form' && titleOfKind(value.newFormKind)
  const place = value.work === 'none' ? value.streetName : value.enterpriseName || value.streetName
  return (
    <section className="join-letter">
      <h2>入会申请书</h2>
      <p>
        我{trade ? `是${trade}` : ''}
        {place ? `${trade ? '，' : ''}在${place}${value.work === 'none' ? '干活' : '上班'}` : ''}
        ，自愿申请加入工会。
      </p>
      <p>我愿意遵守《中国工会章程》，按规定交会费，参加工会的活动。工会维护我的合法权益；我想退会随时可以退。</p>
    </section>
  )
}

/** Which union, who decides, until when; where a trade has a union of its own, one may choose it. */
function WhoDecides({ draft: { value, change } }: { draft: Draft<JoinDraft> }) {
  const ask = useAsk()
  const today = wallTime(useNow()).day
  const asked = workplaceOf(value)
  const { data, error } = useQuery({
    queryKey: ['membership', 'destination', asked],
    queryFn: () => ask('membership', 'destination', asked),
  })
  if (error) return <HallNotice tone="watch">{sentenceOf(error)}</HallNotice>
  if (!data) return <p className="nf-soft">正在看由哪个工会接收…</p>
  const pool = {
    value: '',
    title: '先进街道会员池',
    hint: '马上有会员证，线上的服务可以用；工会再帮您找单位或行业的工会',
  }
  return (
    <>
      {data.others.length > 0 && (
        <Choice
          label="加入哪个工会"
          options={[...data.others.map(({ id, name }) => ({ value: id, title: name })), pool]}
          value={value.unionId}
          onChange={(unionId) => change({ unionId })}
        />
      )}
      <HallNotice title={data.way === 'pool' ? data.unionName : `加入：${data.unionName}`}>
        由{data.decidedBy}审核，最迟 {dayWords(data.dueOn, today)}答复。到期没有答复，自动交给上一级工会。
        {data.way === 'pool' && '您没有单位工会，先由街道总工会接收，线上的服务可以用。'}
      </HallNotice>
    </>
  )
}
