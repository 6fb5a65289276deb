import { useState } from 'react'
import { NotYet, useDesk, useForm, useRead, useToday } from '../../../kit/api/index.ts'
import {
  Button,
  Card,
  type Column,
  DataTable,
  DayField,
  FormDialog,
  FormPair,
  Money,
  NumberField,
  optionsOf,
  Segments,
  SelectField,
  Stack,
  Tag,
  TextField,
} from '../../../kit/index.ts'
import { clubKinds } from '../rules/words.ts'
import { ActivitiesTable, ActivityDialog } from './activity-dialog.tsx'
import { type Club, useFederations, useYear } from './place.ts'

/** The clubs of a federation with what they did in a year. */
export function ClubsTab({ id }: { id: string }) {
  const { may } = useDesk()
  const now = useYear()
  const [year, setYear] = useState(now)
  const { data, state, retry } = useRead(useFederations().clubs, { id, year })
  const [edited, setEdited] = useState<Partial<Club>>()
  const [held, setHeld] = useState<Club>()
  if (!data) return <NotYet state={state} retry={retry} />
  const mayKeep = may('federations.keep')
  return (
    <Stack>
      <Card
        title="职工社团"
        actions={
          <>
            <Segments
              label="年份"
              value={String(year)}
              onChange={(next) => setYear(Number(next))}
              options={[now - 2, now - 1, now].map((one) => ({ value: String(one), title: `${one} 年` }))}
            />
            {mayKeep && <Button onClick={() => setEdited({})}>登记社团</Button>}
          </>
        }
      >
        <DataTable
          label="职工社团"
          columns={clubColumns(mayKeep, setEdited, setHeld)}
          rows={data.clubs}
          rowKey={(club) => club.id}
          empty="这一年没有登记社团"
        />
      </Card>
      <Card title="社团活动">
        <ActivitiesTable rows={data.activities} />
      </Card>
      {edited && <ClubDialog id={id} club={edited} onClose={() => setEdited(undefined)} />}
      {held && <ActivityDialog of={{ clubId: held.id }} name={held.name} onClose={() => setHeld(undefined)} />}
    </Stack>
  )
}

const clubColumns = (mayKeep: boolean, onEdit: (club: Club) => void, onHold: (club: Club) => void): Column<Club>[] => [
  {
    title: '社团',
    cell: (club) => (
      <>
        {club.name} {club.endedOn && <Tag tone="quiet">已解散</Tag>}
      </>
    ),
  },
  { title: '类别', cell: (club) => clubKinds[club.kind] },
  { title: '成员', align: 'right', cell: (club) => club.members },
  { title: '章程', cell: (club) => (club.charter ? '有' : '没有') },
  { title: '活动', align: 'right', cell: (club) => club.activities },
  { title: '参加（人次）', align: 'right', cell: (club) => club.heads },
  { title: '经费', align: 'right', cell: (club) => <Money fen={club.fen} /> },
  ...(mayKeep
    ? [
        {
          title: '办理',
          cell: (club: Club) => (
            <span className="federation-verbs">
              <Button onClick={() => onHold(club)}>登记活动</Button>
              <Button onClick={() => onEdit(club)}>修改</Button>
            </span>
          ),
        },
      ]
    : []),
]

function ClubDialog({ id, club, onClose }: { id: string; club: Partial<Club>; onClose: () => void }) {
  const today = useToday()
  const form = useForm(useFederations().saveClub, {
    id,
    clubId: club.id,
    name: club.name,
    kind: club.kind,
    charter: club.charter,
    members: club.members,
    foundedOn: club.foundedOn ?? today,
    endedOn: club.endedOn ?? undefined,
  })
  return (
    <FormDialog title={club.id ? '修改社团' : '登记社团'} submit="登记" said="已登记" form={form} onClose={onClose}>
      <TextField label="社团名称" max={40} {...form.text('name')} required />
      <SelectField
        label="类别"
        value={form.values.kind}
        onChange={(kind) => form.set({ kind: kind as Club['kind'] })}
        options={optionsOf(clubKinds)}
        error={form.errorAt('kind')}
        required
      />
      <FormPair>
        <NumberField label="成员" unit="人" {...form.amount('members')} required />
        <DayField label="成立日期" max={today} {...form.text('foundedOn')} required />
      </FormPair>
      {club.id && <DayField label="解散日期" max={today} {...form.text('endedOn')} />}
      <TextField label="章程" lines={3} max={2000} {...form.text('charter')} />
    </FormDialog>
  )
}
