import { useState } from 'react'
import { NotYet, useDesk, useForm, usePages, useRead } from '../../../kit/api/index.ts'
import {
  Button,
  Card,
  type Column,
  DataTable,
  FormDialog,
  Link,
  PersonPicker,
  Segments,
  SelectField,
  Stack,
  Tag,
  TextField,
} from '../../../kit/index.ts'
import { type GridFirm, useFederations, usePeople } from './place.ts'
import { VisitDialog } from './visit-dialog.tsx'
import { VisitsCard } from './visits-card.tsx'

type Grid = { id: string; name: string; leader: string | null; leaderId: string | null; firms: number }
type Which = 'all' | 'unassigned' | 'due'

/** The grids of a federation, its firms by grid, who is due for a visit, and the visits. */
export function GridTab({ id }: { id: string }) {
  const { may } = useDesk()
  const { data, state, retry } = useRead(useFederations().grids, { id })
  const [edited, setEdited] = useState<Partial<Grid>>()
  if (!data) return <NotYet state={state} retry={retry} />
  const columns: Column<Grid>[] = [
    { title: '网格', cell: (grid) => grid.name },
    { title: '网格长', cell: (grid) => grid.leader ?? <span className="nf-soft">还没有</span> },
    { title: '企业', align: 'right', cell: (grid) => grid.firms },
    ...(may('federations.keep')
      ? [{ title: '办理', cell: (grid: Grid) => <Button onClick={() => setEdited(grid)}>修改</Button> }]
      : []),
  ]
  return (
    <Stack>
      <Card title="网格" actions={may('federations.keep') && <Button onClick={() => setEdited({})}>新增网格</Button>}>
        <DataTable
          label="网格"
          columns={columns}
          rows={data.grids}
          rowKey={(grid) => grid.id}
          empty="还没有网格，先新增一个"
        />
      </Card>
      <FirmsCard id={id} grids={data.grids} unassigned={data.unassigned} due={data.due} rule={data.rule} />
      <VisitsCard id={id} />
      {edited && <GridDialog id={id} grid={edited} onClose={() => setEdited(undefined)} />}
    </Stack>
  )
}

function GridDialog({ id, grid, onClose }: { id: string; grid: Partial<Grid>; onClose: () => void }) {
  const people = usePeople()
  const start = { id, gridId: grid.id, name: grid.name, leaderId: grid.leaderId ?? undefined }
  const form = useForm(useFederations().saveGrid, start)
  const [leader, setLeader] = useState(
    grid.leaderId && grid.leader ? { id: grid.leaderId, name: grid.leader } : undefined,
  )
  return (
    <FormDialog title={grid.id ? '修改网格' : '新增网格'} submit="登记" said="已登记" form={form} onClose={onClose}>
      <TextField label="网格名称" max={30} {...form.text('name')} required />
      <PersonPicker
        label="网格长"
        value={leader}
        onChange={(person) => {
          setLeader(person)
          form.set({ leaderId: person?.id })
        }}
        search={people}
      />
    </FormDialog>
  )
}

interface FirmsCardProps {
  id: string
  grids: readonly Grid[]
  unassigned: number
  due: number
  rule: string
}

function FirmsCard({ id, grids, unassigned, due, rule }: FirmsCardProps) {
  const { may } = useDesk()
  const [which, setWhich] = useState<Which>(unassigned > 0 ? 'unassigned' : 'due')
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set())
  const [visited, setVisited] = useState<GridFirm>()
  const [isAssigning, setAssigning] = useState(false)
  const list = usePages(useFederations().gridFirms, { id, which, limit: 50 })
  const flip = (firm: string) =>
    setMarked((old) => (old.has(firm) ? new Set([...old].filter((one) => one !== firm)) : new Set([...old, firm])))
  const choose = (next: string) => {
    setWhich(next as Which)
    setMarked(new Set())
  }
  return (
    <Card
      title="企业"
      sub={rule}
      actions={
        may('federations.keep') &&
        marked.size > 0 && <Button onClick={() => setAssigning(true)}>{`勾选的 ${marked.size} 家分到网格`}</Button>
      }
    >
      <Segments
        label="看哪些企业"
        value={which}
        onChange={choose}
        options={[
          { value: 'unassigned', title: '没有网格', count: unassigned },
          { value: 'due', title: '该走访了', count: due },
          { value: 'all', title: '全部' },
        ]}
      />
      <DataTable
        label="企业"
        columns={firmColumns({
          mayKeep: may('federations.keep'),
          mayVisit: may('federations.visit'),
          marked,
          flip,
          onVisit: setVisited,
        })}
        rows={list.rows}
        rowKey={(firm) => firm.id}
        state={list.state}
        onRetry={list.retry}
        empty={which === 'unassigned' ? '每家企业都有网格了' : '没有该走访的企业'}
        hasMore={list.hasMore}
        isLoadingMore={list.isLoadingMore}
        onMore={list.onMore}
      />
      {visited && <VisitDialog id={id} firm={visited} onClose={() => setVisited(undefined)} />}
      {isAssigning && (
        <AssignDialog
          grids={grids}
          firmIds={[...marked]}
          onClose={() => {
            setAssigning(false)
            setMarked(new Set())
          }}
        />
      )}
    </Card>
  )
}

interface FirmColumns {
  mayKeep: boolean
  mayVisit: boolean
  marked: ReadonlySet<string>
  flip: (id: string) => void
  onVisit: (firm: GridFirm) => void
}

const firmColumns = ({ mayKeep, mayVisit, marked, flip, onVisit }: FirmColumns): Column<GridFirm>[] => [
  { title: '企业', cell: (firm) => <Link href={`/console/enterprises/${firm.id}`}>{firm.name}</Link> },
  { title: '职工', align: 'right', cell: (firm) => firm.headcount },
  { title: '网格', cell: (firm) => firm.grid ?? <Tag tone="honey">没有网格</Tag> },
  { title: '上次走访', cell: (firm) => firm.lastVisitOn ?? <span className="nf-soft">还没有</span> },
  ...(mayKeep
    ? [
        {
          title: '勾选',
          cell: (firm: GridFirm) => (
            <input
              type="checkbox"
              aria-label={`勾选：${firm.name}`}
              checked={marked.has(firm.id)}
              onChange={() => flip(firm.id)}
            />
          ),
        },
      ]
    : []),
  ...(mayVisit
    ? [{ title: '办理', cell: (firm: GridFirm) => <Button onClick={() => onVisit(firm)}>登记走访</Button> }]
    : []),
]

function AssignDialog({ grids, firmIds, onClose }: { grids: readonly Grid[]; firmIds: string[]; onClose: () => void }) {
  const form = useForm(useFederations().assignFirms, { firmIds })
  return (
    <FormDialog
      title={`${firmIds.length} 家企业分到网格`}
      submit="分配"
      said={`${firmIds.length} 家已分到网格`}
      form={form}
      onClose={onClose}
    >
      <SelectField
        label="网格"
        {...form.choice('gridId')}
        options={grids.map(({ id, name }) => ({ value: id, title: name }))}
        required
      />
    </FormDialog>
  )
}
