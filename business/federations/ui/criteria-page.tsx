import { useState } from 'react'
import { useDesk, useForm, useRead, useToday } from '../../../kit/api/index.ts'
import {
  Button,
  Card,
  ChoiceField,
  type Column,
  DataTable,
  DayField,
  dayWords,
  FormDialog,
  Notice,
  optionsOf,
  Page,
  Tag,
  TextField,
} from '../../../kit/index.ts'
import { criteriaStateOn, criteriaStates } from '../rules/grade-criteria.ts'
import { grades, gradeWords } from '../rules/words.ts'
import { type Criterion, home, title, useFederations } from './place.ts'

const tones = { holds: 'green', coming: 'honey', past: 'quiet' } as const

/** What each grade asks for, as the district entered it, with the day from which it holds and its source. */
export function CriteriaPage() {
  const { may } = useDesk()
  const today = useToday()
  const { data = [], state, retry } = useRead(useFederations().criteria, {})
  const [isNew, setNew] = useState(false)
  return (
    <Page
      breadcrumb={[{ title, href: home }, { title: '等级标准' }]}
      title="等级标准"
      sub="各级要达到什么，由区总工会登记；提出调整等级时照现行的标准。"
      actions={
        may('federations.mark') && (
          <Button kind="primary" onClick={() => setNew(true)}>
            登记等级标准
          </Button>
        )
      }
    >
      <Card>
        <DataTable
          label="等级标准"
          columns={columnsOn(today, data)}
          rows={data}
          rowKey={({ grade, validFrom }) => `${grade} ${validFrom}`}
          state={state}
          onRetry={retry}
          empty="区总工会还没有登记等级标准"
        />
      </Card>
      {isNew && <CriteriaDialog entered={data} onClose={() => setNew(false)} />}
    </Page>
  )
}

const columnsOn = (today: string, all: readonly Criterion[]): Column<Criterion>[] => [
  { title: '等级', cell: ({ grade }) => gradeWords(grade) },
  { title: '标准', cell: ({ words }) => words },
  { title: '从哪天起', cell: ({ validFrom }) => dayWords(validFrom, today) },
  {
    title: '现在',
    cell: (one) => {
      const state = criteriaStateOn(one, all, today)
      return <Tag tone={tones[state]}>{criteriaStates[state]}</Tag>
    },
  },
  { title: '依据', cell: ({ source }) => source },
]

function CriteriaDialog({ entered, onClose }: { entered: readonly Criterion[]; onClose: () => void }) {
  const form = useForm(useFederations().setCriteria, { validFrom: useToday() })
  const { grade, validFrom } = form.values
  const isThere = entered.some((one) => one.grade === grade && one.validFrom === validFrom)
  return (
    <FormDialog wide title="登记等级标准" submit="登记" said="等级标准已登记" form={form} onClose={onClose}>
      <ChoiceField
        label="哪一级"
        value={grade?.toString()}
        onChange={(value) => form.set({ grade: Number(value) })}
        options={optionsOf(grades)}
        error={form.errorAt('grade')}
        required
      />
      <TextField label="要达到什么" lines={4} max={1000} {...form.text('words')} required />
      <DayField label="从哪天起" {...form.text('validFrom')} required />
      <TextField label="依据" hint="文件名和文号，或会议决定" max={200} {...form.text('source')} required />
      {isThere && <Notice tone="watch">这一级从这一天起的标准已经登记过，登记后改成现在写的。</Notice>}
    </FormDialog>
  )
}
