import './setup.css'
import { useEffect, useState } from 'react'
import { Page, StateBlock } from '../../../kit/index.ts'
import { ask, Refusal, stageShape } from './ask.ts'
import { CodeStep } from './code-step.tsx'
import { FederationStep } from './federation-step.tsx'
import { Going } from './going.tsx'
import { TreeStep } from './tree-step.tsx'

type Stage = 'opening' | 'code' | 'federation' | 'tree' | 'going' | 'over' | 'broken'

const heads: Partial<Record<Stage, { title: string; sub: string }>> = {
  code: { title: '输入设置码', sub: '首次设置，第 1 步，共 3 步。设置码在启动服务的那个窗口里。' },
  federation: { title: '设立总工会，确定三名管理员', sub: '首次设置，第 2 步，共 3 步。' },
  tree: {
    title: '导入街道、社区和基层工会',
    sub: '首次设置，第 3 步，共 3 步。没有表格可以先进入系统，以后在服务器上用 import-tree 命令再导入。',
  },
}

/** The first run: three steps, one at a time. */
export function Setup() {
  const [stage, setStage] = useState<Stage>('opening')
  const [code, setCode] = useState('')
  useEffect(() => {
    ask(stageShape, '/api/setup').then(
      () => setStage('code'),
      (error: unknown) => setStage(error instanceof Refusal && error.status === 404 ? 'over' : 'broken'),
    )
  }, [])
  const head = heads[stage]
  return (
    <main className="setup">
      <p className="setup-mark">暖蜂</p>
      {head ? (
        <Page title={head.title} sub={head.sub}>
          {stage === 'code' && (
            <CodeStep
              onDone={(right, next) => {
                setCode(right)
                setStage(next)
              }}
            />
          )}
          {stage === 'federation' && <FederationStep code={code} onDone={() => setStage('tree')} />}
          {stage === 'tree' && <TreeStep code={code} onDone={() => setStage('going')} />}
        </Page>
      ) : (
        <>
          <h1 className="nf-hidden">首次设置</h1>
          <Elsewhere stage={stage} />
        </>
      )}
    </main>
  )
}

function Elsewhere({ stage }: { stage: Stage }) {
  if (stage === 'going') return <Going />
  if (stage === 'over') {
    return (
      <StateBlock
        kind="empty"
        title="系统已经设置好了"
        action={{ title: '进入工作台', onDo: () => window.location.assign('/console') }}
      >
        首次设置只做一次。单位和人员请在工作台里维护。
      </StateBlock>
    )
  }
  if (stage === 'broken')
    return <StateBlock kind="error" action={{ title: '再试一次', onDo: () => window.location.reload() }} />
  return <StateBlock kind="loading" />
}
