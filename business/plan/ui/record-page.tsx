import './plan.css'
import { useState } from 'react'
import { useParams, useSearchParams } from 'react-router'
import { NotYet, useDesk, useNow, useRead } from '../../../kit/api/index.ts'
import { Button, Card, Fact, Facts, Link, MatterPage, Tag, verbInAddress } from '../../../kit/index.ts'
import { aspects, causes, matterKinds, quarterWords } from '../rules/words.ts'
import { workflow } from '../workflow.ts'
import { AdjustDialog } from './adjust-dialog.tsx'
import { AdjustmentsCard, SupervisionsCard } from './changes-cards.tsx'
import { NodesCard } from './nodes-card.tsx'
import { home, type Matter, type Task, title, usePlan } from './place.ts'
import { ConditionTags } from './tags.tsx'
import { TaskDialog } from './task-dialog.tsx'
import { VerbDialog } from './verb-dialogs.tsx'

/** A task, an adjustment or a supervision. */
export function RecordPage() {
  const { id = '' } = useParams()
  const { data, state, retry, error } = useRead(usePlan().get, { id })
  return data ? <Opened matter={data} /> : <NotYet state={state} retry={retry} error={error} />
}

const paths = { task: workflow.path, adjustment: ['proposed', 'approved'], supervision: ['asked', 'answered'] } as const

function Opened({ matter }: { matter: Matter }) {
  const now = useNow()
  const [verb, setVerb] = verbInAddress(useSearchParams(), matter.verbs)
  // Nodes are ticked off where they stand, and a whole year is issued at once from the plan.
  const verbs = matter.verbs
    .filter((one) => one.verb !== 'markNode' && one.verb !== 'issue')
    .map((one) => (one.verb === 'finish' ? finishVerb(matter, one) : one))
  return (
    <MatterPage
      home={{ title, href: `${home}?year=${matter.year}` }}
      matter={{ ...matter, verbs, place: `${matter.year} 年` }}
      workflow={{ ...workflow, path: [...paths[matter.kind]] }}
      now={now}
      onVerb={setVerb}
      badges={matter.task ? <ConditionTags task={matter.task} /> : <Tag>{matterKinds[matter.kind]}</Tag>}
      side={matter.task ? <TaskCard task={matter.task} matter={matter} /> : <AboutCard matter={matter} />}
    >
      {matter.task && (
        <NodesCard task={matter.task} canMark={matter.verbs.some((one) => one.verb === 'markNode' && one.enabled)} />
      )}
      <SupervisionsCard rows={matter.supervisions} />
      <AdjustmentsCard rows={matter.adjustments} />
      {verb && <VerbDialog key={verb} verb={verb} matter={matter} onClose={() => setVerb(undefined)} />}
    </MatterPage>
  )
}

/** What the house would refuse is told before trying. */
function finishVerb(matter: Matter, verb: Matter['verbs'][number]): Matter['verbs'][number] {
  const open = matter.task?.nodes.filter(({ doneOn }) => doneOn === null).length ?? 0
  if (!verb.enabled || open === 0) return verb
  return { ...verb, enabled: false, why: `还有 ${open} 个节点没有登记完成，请先登记` }
}

function TaskCard({ task, matter }: { task: Task; matter: Matter }) {
  const { may } = useDesk()
  const [asked, setAsked] = useState<'adjust' | 'edit'>()
  const close = () => setAsked(undefined)
  const canEdit = task.state === 'draft' && may('plan.draftTask')
  const canAdjust = (task.state === 'issued' || task.state === 'running') && may('plan.propose')
  return (
    <Card
      title="任务"
      actions={
        <>
          {canEdit && <Button onClick={() => setAsked('edit')}>修改</Button>}
          {canAdjust && <Button onClick={() => setAsked('adjust')}>提出调整</Button>}
        </>
      }
    >
      <Facts>
        <Fact term="业务">
          {task.chapterTitle} · {task.lineTitle}
        </Fact>
        <Fact term="来源">{task.source}</Fact>
        <Fact term="牵头部室">{task.department}</Fact>
        {task.partners && <Fact term="配合单位">{task.partners}</Fact>}
        <Fact term="负责人">{task.responsible}</Fact>
        <Fact term="季度">{quarterWords(task.quarterFrom, task.quarterTo)}</Fact>
        {matter.evidence && (
          <Fact term="完成依据" note={matter.evidenceLink && <Link href={matter.evidenceLink}>打开依据</Link>}>
            {matter.evidence}
          </Fact>
        )}
      </Facts>
      {asked === 'edit' && <TaskDialog year={task.year} task={task} onClose={close} />}
      {asked === 'adjust' && <AdjustDialog about={{ taskId: task.id }} title={task.title} onClose={close} />}
    </Card>
  )
}

function AboutCard({ matter: { about, adjustment, supervision } }: { matter: Matter }) {
  return (
    <Card title="关于什么">
      <Facts>
        {about && (
          <Fact term="目标或任务">
            <Link href={about.opens}>{about.title}</Link>
          </Fact>
        )}
        {adjustment && (
          <>
            <Fact term={aspects[adjustment.aspect]}>
              {adjustment.was} → {adjustment.becomes}
            </Fact>
            <Fact term="原因">{adjustment.reason}</Fact>
          </>
        )}
        {supervision && (
          <>
            <Fact term="为什么问">{causes[supervision.cause]}</Fact>
            {supervision.answer && <Fact term="答复">{supervision.answer}</Fact>}
            {supervision.expectedOn && <Fact term="新的完成日期">{supervision.expectedOn}</Fact>}
          </>
        )}
      </Facts>
    </Card>
  )
}
