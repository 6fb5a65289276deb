import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { contract as orgs } from '../../../kernel/org/contract.ts'
import { useApi, useForm, useToday } from '../../../kit/api/index.ts'
import { Button, DayField, FormDialog, SelectField, TextField } from '../../../kit/index.ts'
import { useFederations } from './place.ts'

/** The district enters its own federation for new forms of work, or that of a street. */
export function NewFormButton() {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>登记新就业形态工联会</Button>
      {isOpen && <NewFormDialog onClose={() => setOpen(false)} />}
    </>
  )
}

function NewFormDialog({ onClose }: { onClose: () => void }) {
  const form = useForm(useFederations().foundNewForm, { foundedOn: useToday() })
  const { tree } = useApi('orgs', orgs)
  const { data } = useQuery({
    queryKey: ['federations parents'],
    queryFn: async () => {
      const [district] = (await tree({ parentId: null })).rows
      if (!district) return []
      const below = (await tree({ parentId: district.id })).rows
      return [district, ...below.filter(({ kind }) => kind === 'street')]
    },
  })
  return (
    <FormDialog title="登记新就业形态工联会" submit="登记" said="已登记" form={form} onClose={onClose}>
      <SelectField
        label="设在哪一级"
        placeholder="选区或街道"
        {...form.choice('parentId')}
        options={(data ?? []).map(({ id, shortName }) => ({ value: id, title: shortName }))}
        required
      />
      <TextField
        label="名称"
        hint="例如：平湖街道新就业形态劳动者工会联合会"
        max={60}
        {...form.text('name')}
        required
      />
      <DayField label="成立日期" {...form.text('foundedOn')} required />
    </FormDialog>
  )
}
