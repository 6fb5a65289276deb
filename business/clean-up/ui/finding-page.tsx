import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { NotYet, useAct, useDesk, useRead } from '../../../kit/api/index.ts'
import { Button, Card, Notice, Page, useSay } from '../../../kit/index.ts'
import { kinds } from '../rules/kinds.ts'
import { type Finding, home, title, useCleanUp } from './place.ts'
import { SubjectsCard } from './subjects-table.tsx'

const stateWords: Readonly<Record<Finding['state'], string>> = {
  open: '还没有人接手核实。',
  taken: '已经有人在核实。',
  settled: '已经处理。',
  dismissed: '已标为不是问题，不再出现。',
  gone: '问题已经不存在，自己消掉了。',
}

/** One finding with its records, before anybody has it in hand. */
export function FindingPage() {
  const { id = '' } = useParams()
  const { data, state, retry } = useRead(useCleanUp().finding, { id })
  return data ? <Opened finding={data} /> : <NotYet state={state} retry={retry} />
}

function Opened({ finding }: { finding: Finding }) {
  const { may } = useDesk()
  const { kind, matterId, state } = finding
  return (
    <Page
      breadcrumb={[
        { title, href: home },
        { title: kinds[kind].title, href: `${home}/kinds/${kind}` },
        { title: finding.place },
      ]}
      title={finding.title}
      sub={stateWords[state]}
      actions={
        matterId ? (
          <Button kind="primary" href={`${home}/${matterId}`}>
            看核实情况
          </Button>
        ) : (
          state === 'open' && may('clean-up.takeUp') && <TakeUp findingId={finding.id} />
        )
      }
    >
      <Card title="怎么办">
        <p>{finding.advice}。</p>
      </Card>
      <SubjectsCard finding={finding} />
    </Page>
  )
}

function TakeUp({ findingId }: { findingId: string }) {
  const navigate = useNavigate()
  const say = useSay()
  const takeUp = useAct(useCleanUp().takeUp)
  const [problem, setProblem] = useState<string>()
  const press = async () => {
    try {
      const { id, number } = await takeUp({ findingId })
      say(`已接手，编号 ${number}`)
      void navigate(`${home}/${id}`)
    } catch (error) {
      setProblem(error instanceof Error ? error.message : '没有办成，请再试一次')
    }
  }
  return (
    <>
      <Button kind="primary" onClick={() => void press()}>
        接手核实
      </Button>
      {problem && <Notice tone="bad">{problem}</Notice>}
    </>
  )
}
