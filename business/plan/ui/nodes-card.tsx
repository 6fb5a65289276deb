import { useState } from 'react'
import { useForm, useToday } from '../../../kit/api/index.ts'
import { Button, Card, DayField, dayWords, FormDialog, StateBlock, Tag, TextField } from '../../../kit/index.ts'
import { markOf, markWords } from './gantt-scale.ts'
import { type Node, type Task, usePlan } from './place.ts'

const tones = { done: 'green', late: 'red', open: 'quiet' } as const

/** The nodes of a task with their days; each is ticked off here with the day and what shows it. */
export function NodesCard({ task, canMark }: { task: Task; canMark: boolean }) {
  const today = useToday()
  const [marked, setMarked] = useState<Node>()
  return (
    <Card title="节点" sub={`${task.nodes.filter(({ doneOn }) => doneOn).length} / ${task.nodes.length} 已完成`}>
      {task.nodes.length === 0 && <StateBlock kind="empty" title="没有节点，到季度末看完成" />}
      <ul className="plan-nodes">
        {task.nodes.map((node) => {
          const mark = markOf(node, today)
          return (
            <li key={node.id}>
              <div>
                <span className="plan-tags">
                  {node.title} <Tag tone={tones[mark]}>{markWords[mark]}</Tag>
                </span>
                <span className="plan-said">{daysOf(node)}</span>
                {node.note && <span className="plan-said">{node.note}</span>}
              </div>
              {canMark && !node.doneOn && <Button onClick={() => setMarked(node)}>登记完成</Button>}
            </li>
          )
        })}
      </ul>
      {marked && <MarkDialog task={task} node={marked} onClose={() => setMarked(undefined)} />}
    </Card>
  )
}

function daysOf({ dueOn, expectedOn, doneOn }: Node): string {
  const planned = `计划 ${dayWords(dueOn)}`
  if (doneOn) return `${planned}，${dayWords(doneOn)}完成`
  return expectedOn ? `${planned}，现在预计 ${dayWords(expectedOn)}` : planned
}

function MarkDialog({ task, node, onClose }: { task: Task; node: Node; onClose: () => void }) {
  const today = useToday()
  const form = useForm(usePlan().markNode, { id: task.id, nodeId: node.id, doneOn: today })
  return (
    <FormDialog title={`登记完成：${node.title}`} submit="登记" said="节点已登记" form={form} onClose={onClose}>
      <DayField label="哪天完成的" max={today} {...form.text('doneOn')} required />
      <TextField label="凭什么说完成了" hint="文件、会议、记录" lines={3} max={300} {...form.text('note')} required />
    </FormDialog>
  )
}
