import { useState } from 'react'
import type { z } from 'zod'
import { type Draft, type FormState, useForm } from '../../../kit/api/index.ts'
import { Button, DayField, FormDialog, FormPair, PersonPicker, SelectField, TextField } from '../../../kit/index.ts'
import type { contract } from '../contract.ts'
import { sources, taskLines } from '../rules/words.ts'
import { quarterOptions, type Task, usePlan } from './place.ts'

type Words = Omit<z.input<typeof contract.draftTask.input>, 'year'>
type Fields = Pick<FormState<Words, unknown>, 'values' | 'set' | 'text' | 'choice' | 'errorAt'>

const sourceOptions = sources.map((value) => ({ value, title: value }))
const lineOptions = Object.entries(taskLines).map(([value, { title }]) => ({ value, title }))

/** Writes a task of the draft, or rewrites one. */
export function TaskDialog({ year, task, onClose }: { year: number; task?: Task; onClose: () => void }) {
  return task ? <EditTask task={task} onClose={onClose} /> : <AddTask year={year} onClose={onClose} />
}

function AddTask({ year, onClose }: { year: number; onClose: () => void }) {
  const form = useForm(usePlan().draftTask, { year, quarterFrom: 1, quarterTo: 4, source: '年度工作计划', nodes: [] })
  return (
    <FormDialog wide title="加一项任务" submit="保存" said="任务已写好" form={form} onClose={onClose}>
      <TaskFields year={year} form={form} />
    </FormDialog>
  )
}

function EditTask({ task, onClose }: { task: Task; onClose: () => void }) {
  const form = useForm(usePlan().editTask, { id: task.id, ...wordsOf(task) })
  const person = task.responsibleId ? { id: task.responsibleId, name: task.responsible ?? '' } : undefined
  return (
    <FormDialog wide title="修改任务" submit="保存" said="任务已改好" form={form} onClose={onClose}>
      <TaskFields year={task.year} form={form} person={person} />
    </FormDialog>
  )
}

function wordsOf({ title, line, source, department, partners, responsibleId, ...task }: Task): Draft<Words> {
  const { quarterFrom, quarterTo } = task
  const nodes = task.nodes.map((node) => ({ title: node.title, dueOn: node.dueOn }))
  const words = {
    title,
    department,
    partners,
    quarterFrom,
    quarterTo,
    nodes,
    responsibleId: responsibleId ?? undefined,
  }
  return { ...words, line: line as Words['line'], source: source as Words['source'] }
}

type Person = { id: string; name: string }

function TaskFields({ year, form, person: first }: { year: number; form: Fields; person?: Person | undefined }) {
  const api = usePlan()
  const [person, setPerson] = useState(first)
  const { values, set } = form
  const quarter = (name: 'quarterFrom' | 'quarterTo') => ({
    value: values[name] ? String(values[name]) : undefined,
    onChange: (next: string | undefined) => set({ [name]: next ? Number(next) : undefined }),
    error: form.errorAt(name),
    options: quarterOptions,
    required: true,
  })
  return (
    <>
      <TextField label="任务" {...form.text('title')} required />
      <FormPair>
        <SelectField label="属于哪项业务" {...form.choice('line')} options={lineOptions} required />
        <SelectField label="来源" {...form.choice('source')} options={sourceOptions} required />
      </FormPair>
      <FormPair>
        <TextField label="牵头部室" {...form.text('department')} required />
        <TextField label="配合单位" hint="也可以是外单位" {...form.text('partners')} />
      </FormPair>
      <PersonPicker
        label="负责人"
        hint="在岗的区总干部；督办只问他一个人"
        value={person}
        onChange={(next) => {
          setPerson(next)
          set({ responsibleId: next?.id })
        }}
        search={(text) => api.peopleFor({ text })}
        placeholder="输入姓名"
        error={form.errorAt('responsibleId')}
      />
      <FormPair>
        <SelectField label="从哪个季度" {...quarter('quarterFrom')} />
        <SelectField label="到哪个季度" {...quarter('quarterTo')} />
      </FormPair>
      <NodeFields
        year={year}
        nodes={values.nodes ?? []}
        isFaulty={form.errorAt('nodes') !== undefined}
        onChange={(nodes) => set({ nodes })}
      />
    </>
  )
}

type NodeWords = Words['nodes'][number]

function NodeFields({
  year,
  nodes,
  isFaulty,
  onChange,
}: {
  year: number
  nodes: readonly NodeWords[]
  /** Whether one of them was refused. */
  isFaulty: boolean
  onChange: (nodes: NodeWords[]) => void
}) {
  const put = (at: number, change: Partial<NodeWords>) =>
    onChange(nodes.map((node, i) => (i === at ? { ...node, ...change } : node)))
  const missing = (text: string, words: string) => (isFaulty && text.trim() === '' ? words : undefined)
  return (
    <>
      {nodes.map((node, i) => (
        <div key={`${nodes.length}-${i.toString()}`} className="plan-edit-node">
          <TextField
            label={`节点 ${i + 1}`}
            value={node.title}
            error={missing(node.title, '请写节点名称，或去掉这个节点')}
            onChange={(title) => put(i, { title })}
            required
          />
          <DayField
            label="哪天完成"
            value={node.dueOn}
            error={missing(node.dueOn, '请选日期')}
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
