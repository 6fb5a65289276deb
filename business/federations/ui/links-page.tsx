import './federations.css'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { NotYet, useDesk, useForm, usePages, useRead, useToday } from '../../../kit/api/index.ts'
import {
  Button,
  Card,
  ChecksField,
  type Column,
  DataTable,
  DayField,
  FilterBar,
  FormDialog,
  Page,
  PlaceFilter,
  Tag,
  TextField,
} from '../../../kit/index.ts'
import { LinksCards } from './links-tab.tsx'
import { home, type Links, title, useFederations } from './place.ts'

/** Who works together, street by street, against the number the plan wants of each. */
export function LinksPage() {
  const { may } = useDesk()
  const [params, setParams] = useSearchParams()
  const under = params.get('under') ?? undefined
  const { data, state, retry } = useRead(useFederations().links, { under })
  const [isNew, setNew] = useState(false)
  return (
    <Page
      breadcrumb={[{ title, href: home }, { title: '互联互动' }]}
      title="互联互动"
      actions={
        may('federations.link') && (
          <Button kind="primary" onClick={() => setNew(true)}>
            结成互联互动
          </Button>
        )
      }
    >
      <FilterBar>
        <PlaceFilter place={under} onChange={(next) => setParams(next ? { under: next } : {}, { replace: true })} />
      </FilterBar>
      {data ? (
        <>
          {data.streets.length > 0 && <StreetsCard streets={data.streets} least={data.least} />}
          <LinksCards data={data} />
        </>
      ) : (
        <NotYet state={state} retry={retry} />
      )}
      {isNew && <LinkDialog onClose={() => setNew(false)} />}
    </Page>
  )
}

function StreetsCard({ streets, least }: { streets: Links['streets']; least: number }) {
  const columns: Column<Links['streets'][number]>[] = [
    { title: '街道', cell: (street) => street.name },
    { title: '互联互动的工联会', align: 'right', cell: (street) => `${street.linked} 个` },
    {
      title: `不少于 ${least} 个`,
      cell: ({ linked }) => (
        <Tag tone={linked >= least ? 'green' : 'honey'}>{linked >= least ? '达到' : `还差 ${least - linked} 个`}</Tag>
      ),
    },
  ]
  return (
    <Card title="各街道">
      <DataTable label="各街道互联互动" columns={columns} rows={streets} rowKey={(street) => street.path} />
    </Card>
  )
}

function LinkDialog({ onClose }: { onClose: () => void }) {
  const { unit } = useDesk()
  const today = useToday()
  const [place, setPlace] = useState<string | undefined>(unit.path)
  const list = usePages(useFederations().register, { under: place, limit: 200 })
  const form = useForm(useFederations().link, { sinceOn: today, orgIds: [] })
  return (
    <FormDialog wide title="结成互联互动" submit="结成" said="已登记" form={form} onClose={onClose}>
      <TextField label="名称" max={40} {...form.text('name')} required />
      <TextField label="一起做什么" max={200} {...form.text('theme')} required />
      <DayField label="从哪天起" max={today} {...form.text('sinceOn')} required />
      <PlaceFilter
        place={place}
        onChange={(next) => {
          setPlace(next)
          form.set({ orgIds: [] })
        }}
      />
      <ChecksField
        label="哪些工联会（同一个街道，至少两个）"
        value={form.values.orgIds ?? []}
        onChange={(orgIds) => form.set({ orgIds })}
        options={list.rows.map(({ id, name }) => ({ value: id, title: name }))}
        error={form.errorAt('orgIds')}
        required
      />
    </FormDialog>
  )
}
