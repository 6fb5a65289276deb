import { useState } from 'react'
import { useForm, useToday } from '../../../kit/api/index.ts'
import {
  Button,
  ChoiceField,
  DayField,
  FormDialog,
  FormPair,
  optionsOf,
  PersonPicker,
  type Pick,
  SelectField,
  TextField,
} from '../../../kit/index.ts'
import { duties } from '../rules/words.ts'
import { usePeople, useUnions } from './place.ts'
import type { DialogProps } from './union-dialogs.tsx'

type Duty = keyof typeof duties
interface Chosen {
  key: number
  person: Pick | undefined
  duty: Duty
}

const usual: readonly Duty[] = ['chair', 'audit_chair', 'women_committee']
const terms = [
  { value: '3', title: '三年' },
  { value: '5', title: '五年' },
]

/** A term that ran before this register, from its papers, with whoever holds which office. */
export function RecordTermDialog({ union, onClose }: DialogProps) {
  const today = useToday()
  const form = useForm(useUnions().recordTerm, { id: union.id })
  const [chosen, setChosen] = useState<readonly Chosen[]>(usual.map((duty, key) => ({ key, duty, person: undefined })))
  const officers = chosen.flatMap(({ person, duty }) => (person ? [{ personId: person.id, duty }] : []))
  const put = (changed: Chosen) => setChosen(chosen.map((one) => (one.key === changed.key ? changed : one)))
  const more = () => setChosen([...chosen, { key: chosen.length, duty: 'committee', person: undefined }])
  return (
    <FormDialog wide title="补录任期" submit="补录" said="已补录任期" form={form} more={{ officers }} onClose={onClose}>
      <FormPair>
        <DayField label="本届开始" hint="换届批复上的日期" max={today} {...form.text('fromOn')} required />
        <ChoiceField
          label="任期"
          value={form.values.years === undefined ? undefined : String(form.values.years)}
          onChange={(years) => form.set({ years: years === '3' ? 3 : 5 })}
          options={terms}
          error={form.errorAt('years')}
          required
        />
      </FormPair>
      {chosen.map((one) => (
        <OfficerFields key={one.key} chosen={one} path={union.path} onChange={put} />
      ))}
      <Button onClick={more}>再加一位</Button>
      <TextField label="依据" hint="哪一份批复" max={500} {...form.text('note')} required />
    </FormDialog>
  )
}

function OfficerFields(props: { chosen: Chosen; path: string; onChange: (changed: Chosen) => void }) {
  const { chosen, path, onChange } = props
  return (
    <FormPair>
      <SelectField
        label="职务"
        value={chosen.duty}
        onChange={(duty) => onChange({ ...chosen, duty: (duty as Duty | undefined) ?? chosen.duty })}
        options={optionsOf(duties)}
        required
      />
      <PersonPicker
        label="谁"
        value={chosen.person}
        onChange={(person) => onChange({ ...chosen, person })}
        search={usePeople(path)}
      />
    </FormPair>
  )
}
