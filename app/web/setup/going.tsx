import { useEffect, useState } from 'react'
import { StateBlock } from '../../../kit/index.ts'
import { isServing } from './ask.ts'

const patience = 60

/** Waits until the real server stands in the place of this one, and goes there. */
export function Going() {
  const [turns, setTurns] = useState(0)
  useEffect(() => {
    const timer = setTimeout(async () => {
      if (await isServing()) window.location.assign('/console')
      else setTurns(turns + 1)
    }, 1000)
    return () => clearTimeout(timer)
  }, [turns])
  if (turns < patience) return <StateBlock kind="loading" title="设置完成，正在启动" />
  return (
    <StateBlock kind="error" title="还没有启动好" action={{ title: '再看一次', onDo: () => setTurns(0) }}>
      请看启动服务的窗口里的说明。填好的内容已经保存，重新启动后可以直接登录。
    </StateBlock>
  )
}
