import { useState } from 'react'
import type { z } from 'zod'
import { type Draft, useForm } from '../../../kit/api/index.ts'
import { Button, DayField, FormDialog, FormPair, PersonPicker, SelectField, TextField } from '../../../kit/index.ts'
import type { contract } from '../contract.ts'
import { sources, taskLines } from '../rules/words.ts'
import { quarterOptions, type Task, usePlan } from './place.ts'

type Words = z.input<typeof contract.draftTask.input>['task']

const sourceOptions = sources.map((value) => ({ value, title: value }))
const lineOptions = Object.entries(taskLines).map(([value, { title }]) => ({ value, title }))

/** Writes a task of the draft, or rewrites one. */
export function TaskDialog({ year, task, onClose }: { year: number; task?: Task; onClose: () => void }) {
  return task ? <EditTask task={task} onClose={onClose} /> : <AddTask year={year} onClose={onClose} />
}

function AddTask({ year, onClose }: { year: number; onClose: () => void }) {
  const [words, setWords] = useState<Draft<Words>>({ quarterFrom: 1, quarterTo: 4, source: '年度工作计划', nodes: [] })
  const form = useForm(usePlan().draftTask, { year })
  return (
    <FormDialog
      wide
      title="加一项任务"
      submit="保存"
      said="任务已写好"
      form={form}
      more={{ task: words as Words }}
      onClose={onClose}
    >
      <TaskFields year={year} words={words} onChange={setWords} />
    </FormDialog>
  )
}

function EditTask({ task, onClose }: { task: Task; onClose: () => void }) {
  const { title, line, source, department, partners, quarterFrom, quarterTo } = task
  const nodes = task.nodes.map((node) => ({ title: node.title, dueOn: node.dueOn }))
  const start = { title, line, source, department, partners, quarterFrom, quarterTo, nodes } as Draft<Words>
  const [words, setWords] = useState<Draft<Words>>(start)
  const form = useForm(usePlan().editTask, { id: task.id })
  return (
    <FormDialog
      wide
      title="修改任务"
      submit="保存"
      said="任务已改好"
      form={form}
      more={{ task: words as Words }}
      onClose={onClose}
    >
      <TaskFields year={task.year} words={words} onChange={setWords} />
    </FormDialog>
  )
}

interface FieldsProps {
  year: number
  words: Draft<Words>
  onChange: (words: Draft<Words>) => void
}

function TaskFields({ year, words, onChange }: FieldsProps) {
  const api = usePlan()
  const [person, setPerson] = useState<{ id: string; name: string }>()
  const put = (change: Draft<Words>) => onChange({ ...words, ...change })
  const quarter = (name: 'quarterFrom' | 'quarterTo') => ({
    value: words[name] ? String(words[name]) : undefined,
    onChange: (next: string | undefined) => put({ [name]: next ? Number(next) : undefined }),
    options: quarterOptions,
    required: true,
  })
  return (
    <>
      <TextField label="任务" value={words.title ?? ''} onChange={(title) => put({ title })} required />
      <FormPair>
        <SelectField
          label="属于哪项业务"
          value={words.line}
          onChange={(line) => put({ line: line as Words['line'] })}
          options={lineOptions}
          required
        />
        <SelectField
          label="来源"
          value={words.source}
          onChange={(source) => put({ source: source as Words['source'] })}
          options={sourceOptions}
          required
        />
      </FormPair>
      <FormPair>
        <TextField
          label="牵头部室"
          value={words.department ?? ''}
          onChange={(department) => put({ department })}
          required
        />
        <TextField
          label="配合单位"
          hint="也可以是外单位"
          value={words.partners ?? ''}
          onChange={(partners) => put({ partners })}
        />
      </FormPair>
      <PersonPicker
        label="负责人"
        hint="在岗的区总干部；督办只问他一个人"
        value={person}
        onChange={(next) => {
          setPerson(next)
          put({ responsibleId: next?.id })
        }}
        search={(text) => api.peopleFor({ text })}
        placeholder="输入姓名"
      />
      <FormPair>
        <SelectField label="从哪个季度" {...quarter('quarterFrom')} />
        <SelectField label="到哪个季度" {...quarter('quarterTo')} />
      </FormPair>
      <NodeFields year={year} nodes={words.nodes ?? []} onChange={(nodes) => put({ nodes })} />
    </>
  )
}

type NodeWords = Words['nodes'][number]

function NodeFields({
  year,
  nodes,
  onChange,
}: {
  year: number
  nodes: readonly NodeWords[]
  onChange: (nodes: NodeWords[]) => void
}) {
  const put = (at: number, change: Partial<NodeWords>) =>
    onChange(nodes.map((node, i) => (i === at ? { ...node, ...change } : node)))
  return (
    <>
      {nodes.map((node, i) => (
        <div key={`${nodes.length}-${i.toString()}`} className="plan-edit-node">
          <TextField label={`节点 ${i + 1}`} value={node.title} onChange={(title) => put(i, { title })} required />
          <DayField
            label="哪天完成"
            value={node.dueOn}
            min={`${year}-01-01`}
            max={`${year}-12-31`}
            onChange={(dueOn) => put(i, { dueOn })}
            required
          />
          <Button kind="text" onClick={() => onChange(nodes.filter((_, at) => at !== i))}>
            去掉
          </Button>
        </div>
      ))}
      <Button onClick={() => onChange([...nodes, { title: '', dueOn: '' }])}>加一个节点</Button>
    </>
  )
}
