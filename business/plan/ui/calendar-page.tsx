import './plan.css'
import { useState } from 'react'
import { NotYet, sentenceOf, useAct, useNow, useRead, useRefresh } from '../../../kit/api/index.ts'
import { Button, Card, Notice, Page, Stack, timeWords } from '../../../kit/index.ts'
import { home, title, usePlan } from './place.ts'

/** The own calendar address: made, shown this once, and taken back here. */
export function CalendarPage() {
  const api = usePlan()
  const now = useNow()
  const { data, state, retry } = useRead(api.feed, {})
  const make = useAct(api.makeFeed)
  const revoke = useAct(api.revokeFeed)
  const refresh = useRefresh()
  const [address, setAddress] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  if (!data) return <NotYet state={state} retry={retry} />
  const attempt = async (work: () => Promise<string | undefined>) => {
    setBusy(true)
    setProblem(undefined)
    try {
      setAddress(await work())
      await refresh()
    } catch (error) {
      setProblem(sentenceOf(error))
    } finally {
      setBusy(false)
    }
  }
  const start = async () => new URL((await make({})).path, window.location.origin).href
  const stop = async () => {
    await revoke({})
    return undefined
  }
  return (
    <Page
      breadcrumb={[{ title, href: home }, { title: '订阅日历' }]}
      title="订阅日历"
      sub="把任务节点和季度末放进手机或电脑自带的日历，节点改了会自己更新。里面只有标题和日期。"
    >
      <Stack>
        <Card title="我的订阅地址">
          <div className="plan-calendar">
            {address ? (
              <Notice tone="good" title="地址只显示这一次，请现在复制到日历的“订阅”里">
                <code className="plan-address">{address}</code>
              </Notice>
            ) : (
              <p>
                {data.madeAt
                  ? `${timeWords(data.madeAt, now)}生成过一个地址，正在使用。忘了地址就重新生成，旧的随即失效。`
                  : '还没有订阅地址。'}
              </p>
            )}
            <p className="nf-soft">谁拿到地址都能看到节点标题和日期，请不要转发；换岗后地址自动失效。</p>
            {problem && <Notice tone="bad">{problem}</Notice>}
            <div className="plan-tags">
              <Button kind={data.madeAt ? 'plain' : 'primary'} busy={isBusy} onClick={() => void attempt(start)}>
                {data.madeAt ? '重新生成' : '生成地址'}
              </Button>
              {data.madeAt && (
                <Button busy={isBusy} onClick={() => void attempt(stop)}>
                  停用
                </Button>
              )}
            </div>
          </div>
        </Card>
      </Stack>
    </Page>
  )
}
