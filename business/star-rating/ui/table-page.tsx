import './star-rating.css'
import { type FormEvent, useState } from 'react'
import { NotYet, useDesk, useForm, useRead } from '../../../kit/api/index.ts'
import {
  Button,
  Card,
  type Column,
  DataTable,
  DayField,
  dayWords,
  Form,
  FormPair,
  Notice,
  NumberField,
  Page,
  TextField,
  useSay,
} from '../../../kit/index.ts'
import { groups, type ItemName, itemNames, scoreTable, sourceOf, sources } from '../rules/score-table.ts'
import { pointWords } from '../rules/words.ts'
import { home, useRatings } from './place.ts'

interface Row {
  item: ItemName
  maxTenths: number
}

const columns: readonly Column<Row>[] = [
  { title: '项目', cell: ({ item }) => scoreTable[item].title },
  { title: '类别', cell: ({ item }) => groups[scoreTable[item].group] },
  {
    title: '最多',
    cell: (row) => (sourceOf(row.item) === 'not_counted' ? '未纳入' : pointWords(row.maxTenths)),
    align: 'right',
  },
  { title: '怎么来', cell: ({ item }) => sources[sourceOf(item)] },
  { title: '看什么', cell: ({ item }) => <span className="star-why">{scoreTable[item].asks}</span> },
]

/** The score table in force; the district sets new points with their source. */
export function TablePage() {
  const { may } = useDesk()
  const { data, state, retry } = useRead(useRatings().table, {})
  if (!data) return <NotYet state={state} retry={retry} />
  const since = data.validFrom ? `自 ${dayWords(data.validFrom)} 起，${data.source}` : data.source
  return (
    <Page breadcrumb={[{ title: '星级工会', href: home }, { title: '评分表' }]} title="评分表" sub={since}>
      <Card>
        <DataTable label="评分表" columns={columns} rows={data.items} rowKey={({ item }) => item} />
      </Card>
      {may('star-rating.setPoints') && <Edit rows={data.items} onDone={retry} />}
    </Page>
  )
}

function Edit({ rows, onDone }: { rows: readonly Row[]; onDone: () => void }) {
  const say = useSay()
  const form = useForm(useRatings().setPoints, {})
  const [points, setPoints] = useState(() => Object.fromEntries(rows.map((row) => [row.item, row.maxTenths / 10])))
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!(await form.submit({ points }))) return
    say('评分表已改，之后计分的按新表')
    onDone()
  }
  return (
    <form className="star-form" onSubmit={submit} noValidate>
      <Card title="修改分数" sub="按记录计分的要超过一半；已经计好的分不改">
        <Form>
          <FormPair>
            {itemNames
              .filter((item) => sourceOf(item) !== 'not_counted')
              .map((item) => (
                <NumberField
                  key={item}
                  label={scoreTable[item].title}
                  unit="分"
                  value={points[item]}
                  onChange={(value) => setPoints({ ...points, [item]: value ?? 0 })}
                />
              ))}
          </FormPair>
          <DayField label="从哪天起" {...form.text('validFrom')} required />
          <TextField label="依据" hint="文件名和文号" max={200} {...form.text('source')} required />
        </Form>
      </Card>
      {form.problem && <Notice tone="bad">{form.problem}</Notice>}
      <div className="star-submit">
        <Button kind="primary" type="submit" busy={form.busy}>
          保存
        </Button>
      </div>
    </form>
  )
}
