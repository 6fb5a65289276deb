import { useDesk } from '../../../kit/api/index.ts'
import { Card, type Column, DataTable, Link, Notice, Tag } from '../../../kit/index.ts'
import type { Act } from '../rules/missing.ts'
import { duties } from '../rules/words.ts'
import { home, type Union } from './place.ts'

interface AskingProps {
  union: Union
  onAsk: (what: string) => void
}

/** 还缺: each gap of the union form with the act that fills it. */
export function MissingCard({ union, onAsk }: AskingProps) {
  const { may } = useDesk()
  const { missing } = union
  if (missing.length === 0) return null
  return (
    <Card title="还缺" sub={`${missing.length} 项，点开就能补`} edge="honey">
      <ul className="union-missing">
        {missing.map(({ field, title, act }) => (
          <li key={field}>
            <Gap act={act} title={title} union={union} onAsk={onAsk} isMine={may(permissionOf[act])} />
          </li>
        ))}
      </ul>
    </Card>
  )
}

const permissionOf: Record<Act, string> = {
  edit: 'unions.edit',
  recordTerm: 'unions.recordTerm',
  callElection: 'unions.callElection',
  appoint: 'unions.office',
  certificate: 'unions.request',
  enterprises: 'enterprises.read',
}

function Gap({ act, title, union, onAsk, isMine }: AskingProps & { act: Act; title: string; isMine: boolean }) {
  if (!isMine) return <span>{title}</span>
  if (act === 'certificate') return <Link href={`${home}/new?union=${union.id}&kind=certificate`}>{title}</Link>
  if (act === 'enterprises') return <Link href="/console/enterprises">{title}</Link>
  if (act === 'callElection' && union.election?.isOpen)
    return <Link href={`/console/elections/${union.election.id}`}>{title}（选举中）</Link>
  return (
    <button type="button" className="nf-link" onClick={() => onAsk(act)}>
      {title}
    </button>
  )
}

type Officer = Union['officers'][number]

/** Who holds which office, and who has to be found. */
export function OfficersCard({ union, onAsk }: AskingProps) {
  const { may } = useDesk()
  const columns: readonly Column<Officer>[] = [
    { title: '职务', cell: ({ duty }) => duties[duty] },
    { title: '姓名', cell: ({ personId, name }) => <Link href={`/console/people/${personId}`}>{name}</Link> },
    { title: '专兼职', cell: ({ isFullTime }) => (isFullTime ? '专职' : '兼职') },
    { title: '任职', cell: ({ fromOn }) => fromOn },
    {
      title: '办理',
      cell: ({ id }) =>
        may('unions.office') && union.closedOn === null ? (
          <button type="button" className="nf-link" onClick={() => onAsk(`leave ${id}`)}>
            登记离任
          </button>
        ) : (
          ''
        ),
    },
  ]
  return (
    <Card title="工会干部" sub={union.delegates > 0 ? `另有会员代表 ${union.delegates} 人` : undefined}>
      {union.chairVacantSince && (
        <Notice tone="watch" title="主席空缺">
          从 {union.chairVacantSince} 起没有主席，最迟 {union.chairDueOn} 补选。
        </Notice>
      )}
      <DataTable
        label="工会干部"
        columns={columns}
        rows={union.officers}
        rowKey={({ id }) => id}
        empty="还没有登记干部"
      />
    </Card>
  )
}

type Counts = Union['members'] & { of: string }

/** Workers and members by sex, origin and employment: counted from the registry, typed by nobody. */
export function PeopleCard({ union }: { union: Union }) {
  const { workers, members, retained, headcount } = union
  const columns: readonly Column<Counts>[] = [
    { title: '人员', cell: ({ of }) => of },
    { title: '合计', align: 'right', cell: ({ all }) => all },
    { title: '女', align: 'right', cell: ({ women }) => women },
    { title: '农民工', align: 'right', cell: (row) => known(row.migrants, row.unknownOrigin, row.all) },
    { title: '派遣', align: 'right', cell: (row) => known(row.dispatched, row.unknownEmployment, row.all) },
  ]
  return (
    <Card title="职工和会员" sub="从人员登记册汇总，不用另填">
      <DataTable
        label="职工和会员"
        columns={columns}
        rows={[
          { of: '在册职工', ...workers },
          { of: '会员', ...members },
        ]}
        rowKey={({ of }) => of}
      />
      <p className="nf-soft nf-small">
        所属单位职工数合计 {headcount} 人{retained > 0 && `，保留会籍 ${retained} 人`}。
        {members.unknownOrigin > 0 && `会员中 ${members.unknownOrigin} 人没有登记是否农民工，`}
        {members.unknownEmployment > 0 && `${members.unknownEmployment} 人没有登记用工形式。`}
      </p>
    </Card>
  )
}

/** A count is no count where nothing is known of anybody. */
const known = (count: number, unknown: number, all: number) => (all > 0 && unknown === all ? '未登记' : count)

type Firm = Union['firms'][number]
const sources = { social_insurance: '社保', declared: '申报', visit: '走访' } as const

const firmColumns: readonly Column<Firm>[] = [
  {
    title: '单位',
    cell: ({ id, name, isAlive }) => (
      <>
        <Link href={`/console/enterprises/${id}`}>{name}</Link> {!isAlive && <Tag tone="red">已终止</Tag>}
      </>
    ),
  },
  { title: '职工数', align: 'right', cell: ({ headcount }) => headcount },
  { title: '统计', cell: (firm) => `${firm.headcountOn} ${sources[firm.headcountSource]}` },
]

/** The employers it covers; a joint union has many. */
export function FirmsCard({ union }: { union: Union }) {
  const { firms, firmCount } = union
  const sub = firmCount > firms.length ? `共 ${firmCount} 家，列出人数最多的 ${firms.length} 家` : `共 ${firmCount} 家`
  return (
    <Card title="所属单位" sub={sub}>
      <DataTable label="所属单位" columns={firmColumns} rows={firms} rowKey={({ id }) => id} empty="没有登记所属单位" />
    </Card>
  )
}
