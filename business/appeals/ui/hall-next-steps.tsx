import { useQuery } from '@tanstack/react-query'
import { useDesk } from '../../../kit/api/index.ts'

interface Rule {
  code: string
  amount: number
  unit: 'hours' | 'naturalDays' | 'workingDays' | 'months' | 'years'
}

const units = { hours: '小时', naturalDays: '天', workingDays: '个工作日', months: '个月', years: '年' }

/** What happens after handing in, with the limits that hold today; without a network, without numbers. */
export function NextSteps({ hasPhone }: { hasPhone: boolean }) {
  const { send } = useDesk()
  const { data: rules = [] } = useQuery({
    queryKey: ['parameters', 'rules'],
    queryFn: () => send('/api/parameters/rules', {}) as Promise<Rule[]>,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const limit = (code: string, words: (limit: string) => string) => {
    const rule = rules.find((one) => one.code === code)
    return rule ? words(`${rule.amount} ${units[rule.unit]}`) : words('')
  }
  return (
    <section className="appeal-next" aria-label="提交以后">
      <h2>提交以后</h2>
      <ol>
        <li>{limit('appeals.accept', (time) => (time ? `${time}内告诉您是否受理` : '先告诉您是否受理'))}</li>
        <li>
          {limit('appeals.answer.general', (time) =>
            time ? `受理后有专人办理，一般 ${time}内答复，事情复杂会久一些` : '受理后有专人办理，办完答复您',
          )}
        </li>
        {hasPhone && <li>办理的人要看您的电话，必须写明原因，并留下记录</li>}
      </ol>
    </section>
  )
}
