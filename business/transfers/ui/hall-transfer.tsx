import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useDesk } from '../../../kit/api/index.ts'
import { Card, Fact, Facts, Question, SearchAnswer } from '../../../kit/hall/index.ts'
import { type Destination, type Mine, useAsk } from './hall-api.ts'
import { useSend } from './use-send.ts'

interface TransferProps {
  mine: Mine
  root: string
}

/** 换工作了，转会: which firm, look once, send. */
export function Transfer({ mine, root }: TransferProps) {
  const navigate = useNavigate()
  const [text, setText] = useState('')
  const [to, setTo] = useState<Destination>()
  const [isSure, setSure] = useState(false)
  if (to && isSure) return <Look mine={mine} to={to} onBack={() => setSure(false)} />
  const type = (next: string) => {
    setText(next)
    setTo(undefined)
  }
  return (
    <Question
      step={1}
      of={2}
      title="现在在哪家单位？"
      hint="写单位名字里的几个字。单位没有工会的，由所在社区的工会接收。"
      why={to ? undefined : '先找到并选中新单位'}
      onNext={() => setSure(true)}
      onBack={() => navigate(root)}
    >
      <Find text={text} onType={type} chosen={to} onChoose={setTo} />
    </Question>
  )
}

interface FindProps {
  text: string
  onType: (text: string) => void
  chosen: Destination | undefined
  onChoose: (to: Destination) => void
}

const keyOf = ({ unionId, enterpriseId }: Destination): string => `${unionId} ${enterpriseId ?? ''}`

function Find({ text, onType, chosen, onChoose }: FindProps) {
  const ask = useAsk()
  const [found, setFound] = useState<readonly Destination[]>([])
  const search = async (asked: string) => {
    const all = await ask('transfers', 'destinations', { text: asked })
    setFound(all)
    return all.map((one) => ({ id: keyOf(one), name: one.title, context: one.context }))
  }
  const choose = (id: string) => {
    const one = found.find((known) => keyOf(known) === id)
    if (one) onChoose(one)
  }
  return (
    <SearchAnswer
      label="单位名字"
      value={text}
      onChange={onType}
      search={search}
      chosenId={chosen && keyOf(chosen)}
      onChoose={({ id }) => choose(id)}
      placeholder="比如：平湖 电子"
    />
  )
}

function Look({ mine, to, onBack }: { mine: Mine; to: Destination; onBack: () => void }) {
  const { send, busy, problem } = useSend('request')
  const asksOld = mine.standing === 'full'
  const words = useLimits()
  return (
    <Question
      step={2}
      of={2}
      title="看一看，对了就提交"
      reassurance="办好之前您还是原工会的会员，中间不会断。原单位不能拦着不转。"
      problem={problem}
      busy={busy}
      onNext={() => void send({ toUnionId: to.unionId, toEnterpriseId: to.enterpriseId ?? undefined })}
      onBack={onBack}
    >
      <Card>
        <Facts>
          <Fact term="从">{mine.unionName}</Fact>
          <Fact term="转到">{to.unionName}</Fact>
          {to.enterpriseId && <Fact term="新单位">{to.title}</Fact>}
          {asksOld && <Fact term="先由原工会">{words('transfers.release', '答复，不答复就自动转出')}</Fact>}
          <Fact term={asksOld ? '再由新工会' : '由新工会'}>
            {words('transfers.accept', '接收，不答复就转上一级工会')}
          </Fact>
        </Facts>
      </Card>
    </Question>
  )
}

interface Rule {
  code: string
  amount: number
  unit: 'hours' | 'naturalDays' | 'workingDays' | 'months' | 'years'
}

const units = { hours: '小时', naturalDays: '天', workingDays: '个工作日', months: '个月', years: '年' }

/** The limits that hold today; what could not be read is said without a number. */
function useLimits() {
  const { send } = useDesk()
  const { data = [] } = useQuery({
    queryKey: ['parameters', 'rules'],
    queryFn: () => send('/api/parameters/rules', {}) as Promise<Rule[]>,
    staleTime: Number.POSITIVE_INFINITY,
  })
  return (code: string, words: string) => {
    const rule = data.find((one) => one.code === code)
    return rule ? `${rule.amount} ${units[rule.unit]}内${words}` : words
  }
}
