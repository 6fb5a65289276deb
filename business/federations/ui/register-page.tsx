import './federations.css'
import { useSearchParams } from 'react-router'
import { useDesk, usePages } from '../../../kit/api/index.ts'
import {
  Button,
  Card,
  type Column,
  DataTable,
  FilterBar,
  Link,
  optionsOf,
  Page,
  PlaceFilter,
  SearchBox,
  SelectField,
} from '../../../kit/index.ts'
import { grades, type Mark, marks } from '../rules/words.ts'
import { NewFormButton } from './new-form-dialog.tsx'
import { federationHref, home, type Row, title, useFederations, yesNo } from './place.ts'
import { GradeTag, MarkTags } from './tags.tsx'
import { TargetsCard } from './targets-card.tsx'

const columns: readonly Column<Row>[] = [
  { title: '工联会', cell: (row) => <Link href={federationHref(row.id)}>{row.name}</Link> },
  { title: '上级', cell: (row) => row.street },
  { title: '等级', cell: (row) => <GradeTag grade={row.grade} /> },
  { title: '覆盖企业', align: 'right', cell: (row) => row.firms },
  { title: '职工', align: 'right', cell: (row) => row.workers },
  { title: '会员', align: 'right', cell: (row) => row.members },
  { title: '委员', align: 'right', cell: (row) => row.officers },
  { title: '办公面积', align: 'right', cell: (row) => (row.officeArea === null ? '未填' : `${row.officeArea} ㎡`) },
  { title: '经费账户', cell: (row) => yesNo(row.hasAccount) },
  { title: '标记', cell: (row) => <MarkTags of={row.marks} /> },
]

/** Every federation of the place with how it stands; the address holds what narrows the list. */
export function RegisterPage() {
  const [params, setParams] = useSearchParams()
  const put = (name: string, value: string | undefined) => {
    const next = new URLSearchParams(params)
    if (value) next.set(name, value)
    else next.delete(name)
    setParams(next, { replace: true })
  }
  const asked = {
    under: params.get('under') ?? undefined,
    text: params.get('text') ?? undefined,
    grade: params.get('grade') ? Number(params.get('grade')) : undefined,
    mark: Object.keys(marks).find((one): one is Mark => one === params.get('mark')),
  }
  const list = usePages(useFederations().register, { ...asked, limit: 30 })
  const isNarrowed = Object.values(asked).some((value) => value !== undefined)
  return (
    <Page
      title={title}
      sub="企业、职工、会员和委员都由登记册算出；等级标准由区总工会登记后显示。"
      actions={<Actions />}
    >
      <TargetsCard />
      <FilterBar onClear={isNarrowed ? () => setParams({}, { replace: true }) : undefined}>
        <SearchBox label="名称或首字母" value={asked.text ?? ''} onChange={(text) => put('text', text)} />
        <SelectField
          compact
          label="等级"
          placeholder="所有等级"
          value={asked.grade?.toString()}
          onChange={(grade) => put('grade', grade)}
          options={optionsOf(grades)}
        />
        <SelectField
          compact
          label="标记"
          placeholder="标记都看"
          value={asked.mark}
          onChange={(mark) => put('mark', mark)}
          options={optionsOf(marks)}
        />
        <PlaceFilter place={asked.under} onChange={(under) => put('under', under)} />
      </FilterBar>
      <Card>
        <DataTable
          label={title}
          columns={columns}
          rows={list.rows}
          rowKey={(row) => row.id}
          state={list.state}
          onRetry={list.retry}
          empty="没有符合条件的工联会，放宽条件再看"
          hasMore={list.hasMore}
          isLoadingMore={list.isLoadingMore}
          onMore={list.onMore}
        />
      </Card>
    </Page>
  )
}

function Actions() {
  const { may } = useDesk()
  return (
    <div className="federation-verbs">
      <Button href={`${home}/matters?kind=project`}>“四力杯”项目</Button>
      <Button href={`${home}/matters`}>办理中的事</Button>
      <Button href={`${home}/links`}>互联互动</Button>
      <Button href={`${home}/year`}>年度表</Button>
      <Button href={`${home}/criteria`}>等级标准</Button>
      {may('federations.judge') && <Button href={`${home}/judging`}>请我评的项目</Button>}
      {may('federations.mark') && <NewFormButton />}
    </div>
  )
}
