import './federations.css'
import { useState } from 'react'
import { NotYet, useForm, useRead } from '../../../kit/api/index.ts'
import {
  Button,
  Card,
  Fact,
  Facts,
  FormDialog,
  NumberField,
  Page,
  Stack,
  StateBlock,
  Tag,
  TextField,
} from '../../../kit/index.ts'
import { type Judging, title, useFederations } from './place.ts'

/** What a judge was asked to judge: the project, one blind sheet, or a declared interest. */
export function JudgingPage() {
  const { data, state, retry } = useRead(useFederations().judging, {})
  if (!data) return <NotYet state={state} retry={retry} />
  const open = data.filter(({ isIn, state: at }) => !isIn && at === '评审中').length
  return (
    <Page
      breadcrumb={[{ title }, { title: '请我评的项目' }]}
      title={open === 0 ? '没有等您评的项目' : `有 ${open} 个项目等您评`}
      sub="与申报单位有利害关系的请回避；交了评分表就不能再改，别人看不到您的分数，直到评委都交齐。"
    >
      {data.length === 0 && <StateBlock kind="empty" title="还没有请您评项目" />}
      <Stack>
        {data.map((project) => (
          <ProjectCard key={project.id} project={project} />
        ))}
      </Stack>
    </Page>
  )
}

function ProjectCard({ project }: { project: Judging }) {
  const [asked, setAsked] = useState<'sheet' | 'recuse'>()
  const isOpen = !project.isIn && project.state === '评审中'
  return (
    <Card
      title={project.title}
      sub={`${project.place} · ${project.number}`}
      actions={
        isOpen ? (
          <>
            <Button onClick={() => setAsked('recuse')}>我要回避</Button>
            <Button kind="primary" onClick={() => setAsked('sheet')}>
              评分
            </Button>
          </>
        ) : (
          <Tag tone={project.isIn ? 'green' : 'quiet'}>{project.isIn ? '已交评分表' : project.state}</Tag>
        )
      }
    >
      <p className="federation-story">{project.content}</p>
      {project.isIn && (
        <Facts>
          {project.criteria.map(({ code, title: name }) => (
            <Fact key={code} term={name}>
              {project.points[code]} 分
            </Fact>
          ))}
        </Facts>
      )}
      {asked === 'sheet' && <SheetDialog project={project} onClose={() => setAsked(undefined)} />}
      {asked === 'recuse' && <RecuseDialog project={project} onClose={() => setAsked(undefined)} />}
    </Card>
  )
}

function SheetDialog({ project, onClose }: { project: Judging; onClose: () => void }) {
  const form = useForm(useFederations().handIn, { id: project.id, points: {} })
  const points = form.values.points ?? {}
  const put = (code: string, value: number | undefined) => {
    const { [code]: _, ...others } = points
    form.set({ points: value === undefined ? others : { ...others, [code]: value } })
  }
  return (
    <FormDialog title={`评分：${project.title}`} submit="交评分表" said="评分表已交" form={form} onClose={onClose}>
      {project.criteria.map(({ code, title: name, max }) => (
        <NumberField
          key={code}
          label={`${name}（最多 ${max} 分）`}
          unit="分"
          value={points[code]}
          onChange={(value) => put(code, value)}
          required
        />
      ))}
    </FormDialog>
  )
}

function RecuseDialog({ project, onClose }: { project: Judging; onClose: () => void }) {
  const form = useForm(useFederations().recuse, { id: project.id })
  return (
    <FormDialog title={`回避：${project.title}`} submit="回避" said="已回避" form={form} onClose={onClose}>
      <TextField
        label="有什么利害关系"
        hint="至少四个字；回避后您不再看到这个项目"
        lines={2}
        max={500}
        {...form.text('note')}
        required
      />
    </FormDialog>
  )
}
