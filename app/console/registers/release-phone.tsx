import { useState } from 'react'
import { contract as people } from '../../../kernel/people/contract.ts'
import { useApi, useForm } from '../../../kit/api/index.ts'
import { Button, FormDialog, Notice, TextField } from '../../../kit/index.ts'

/** The operator has given the number to somebody else: it leaves this record and its account. */
export function ReleasePhone({ person }: { person: { id: string; name: string } }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>释放手机号</Button>
      {isOpen && <ReleaseDialog person={person} onClose={() => setOpen(false)} />}
    </>
  )
}

function ReleaseDialog({ person, onClose }: { person: { id: string; name: string }; onClose: () => void }) {
  const form = useForm(useApi('people', people).releasePhone, { id: person.id })
  return (
    <FormDialog
      title={`释放手机号：${person.name}`}
      submit="释放"
      said={`${person.name}的手机号已释放`}
      form={form}
      onClose={onClose}
    >
      <Notice tone="watch">
        手机号从这个人和他的账号上取下来，用它登录的手机会退出。新机主就能用这个号码登录；请联系本人登记新号码。
      </Notice>
      <TextField label="原因" hint="会记入审计" lines={2} max={200} {...form.text('reason')} required />
    </FormDialog>
  )
}
