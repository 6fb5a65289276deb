import './export.css'
import { useState } from 'react'
import { NotYet, useApi, useDesk, useRead, useRegistries } from '../../../../kit/api/index.ts'
import {
  Button,
  Card,
  FormPair,
  type Org,
  OrgPicker,
  Page,
  SelectField,
  Stack,
  StateBlock,
} from '../../../../kit/index.ts'
import { rosterContract } from '../contract.ts'
import { ColumnsEditor } from './columns-editor.tsx'
import { type Columns, isSame, problemOf } from './draft.ts'
import { ExportMembers } from './export-dialog.tsx'
import type { Mapping } from './mapping.ts'
import { Preview } from './preview.tsx'
import { RemoveDialog, SaveDialog } from './save-dialog.tsx'

/** Members handed over to another system: choose a layout, arrange its columns, look at the first rows, export. */
export function ExportPage() {
  const { may } = useDesk()
  const { data, state, retry } = useRead(
    useApi('membership', rosterContract).exportMappings,
    {},
    { enabled: may('membership.export') },
  )
  if (!may('membership.export')) return <StateBlock kind="forbidden" />
  return data ? <Opened mappings={data.rows} /> : <NotYet state={state} retry={retry} />
}

function Opened({ mappings }: { mappings: readonly Mapping[] }) {
  const [chosen, choose] = useState(mappings[0]?.id)
  const mapping = mappings.find(({ id }) => id === chosen) ?? mappings[0]
  if (!mapping) return <StateBlock kind="empty" title="还没有导出格式" />
  return <Arranged key={mapping.id} mapping={mapping} mappings={mappings} onChoose={choose} />
}

type Asked = 'export' | 'save' | 'copy' | 'remove'
interface ArrangedProps {
  mapping: Mapping
  mappings: readonly Mapping[]
  onChoose: (id: string | undefined) => void
}

function Arranged({ mapping, mappings, onChoose }: ArrangedProps) {
  const [columns, arrange] = useState<Columns>(mapping.columns)
  const [unit, setUnit] = useState<Org>()
  const [asked, ask] = useState<Asked>()
  const problem = problemOf(columns)
  const isChanged = !isSame(columns, mapping.columns)
  const close = () => ask(undefined)
  return (
    <Page
      title="导出会员"
      sub="按市、省系统的栏目交出会员名册。谁、何时、为什么导出都会记下。"
      breadcrumb={[{ title: '入会', href: '/console/membership' }, { title: '导出会员' }]}
      actions={
        <Button
          kind="primary"
          why={problem ?? (isChanged ? '栏目改过了，请先保存或另存' : undefined)}
          onClick={() => ask('export')}
        >
          导出
        </Button>
      }
    >
      <Stack>
        <Card>
          <FormPair>
            <LayoutPicker mapping={mapping} mappings={mappings} onChoose={onChoose} />
            <UnitPicker unit={unit} onChange={setUnit} />
          </FormPair>
        </Card>
        <Preview columns={columns} problem={problem} unit={unit} />
        <Card title="栏目" sub={`${columns.length} 栏，从左到右`}>
          <ColumnsEditor columns={columns} onChange={arrange} />
          <LayoutVerbs
            mapping={mapping}
            isChanged={isChanged}
            problem={problem}
            onAsk={ask}
            onReset={() => arrange(mapping.columns)}
          />
        </Card>
      </Stack>
      {asked === 'export' && <ExportMembers mapping={mapping} unit={unit?.id} onClose={close} />}
      {(asked === 'save' || asked === 'copy') && (
        <SaveDialog mapping={mapping} columns={columns} isCopy={asked === 'copy'} onClose={close} onSaved={onChoose} />
      )}
      {asked === 'remove' && <RemoveDialog mapping={mapping} onClose={close} onRemoved={() => onChoose(undefined)} />}
    </Page>
  )
}

function LayoutPicker({ mapping, mappings, onChoose }: ArrangedProps) {
  return (
    <SelectField
      label="用哪一份格式"
      hint={`${mapping.validFrom} 起用。${mapping.source}`}
      value={mapping.id}
      onChange={onChoose}
      options={mappings.map(({ id, name, ownerName }) => ({
        value: id,
        title: ownerName ? `${name}（${ownerName}）` : name,
      }))}
      required
    />
  )
}

interface LayoutVerbsProps {
  mapping: Mapping
  isChanged: boolean
  problem: string | undefined
  onAsk: (asked: Asked) => void
  onReset: () => void
}

function LayoutVerbs({ mapping, isChanged, problem, onAsk, onReset }: LayoutVerbsProps) {
  return (
    <div className="roster-verbs">
      {mapping.canEdit && (
        <Button why={problem} onClick={() => onAsk('save')}>
          保存
        </Button>
      )}
      <Button why={problem} onClick={() => onAsk('copy')}>
        另存一份
      </Button>
      {isChanged && (
        <Button kind="text" onClick={onReset}>
          恢复原样
        </Button>
      )}
      {mapping.canEdit && (
        <Button kind="text" onClick={() => onAsk('remove')}>
          删除
        </Button>
      )}
    </div>
  )
}

function UnitPicker({ unit, onChange }: { unit: Org | undefined; onChange: (unit: Org | undefined) => void }) {
  const { loadUnits } = useRegistries()
  return (
    <OrgPicker label="哪个工会的会员" hint="不选，就是本单位和下级" value={unit} onChange={onChange} load={loadUnits} />
  )
}
