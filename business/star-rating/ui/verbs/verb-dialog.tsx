import type { ComponentType } from 'react'
import { useState } from 'react'
import { useForm, useUploads } from '../../../../kit/api/index.ts'
import { Attachments, ChoiceField, Notice, optionsOf, TextField } from '../../../../kit/index.ts'
import { declaredItems } from '../../rules/score-table.ts'
import { grounds } from '../../rules/words.ts'
import { blankPage, DeclaredFields, declaredOf, type Page } from '../declared-fields.tsx'
import { type Rating, useRatings } from '../place.ts'
import { CheckDialog } from './check-verb.tsx'
import { NoteDialog, type NoteVerb, noteVerbs } from './note-verb.tsx'
import { VerbFrame, type VerbProps } from './verb-frame.tsx'

const pageOf = (rating: Rating): Page => {
  const written = declaredItems.flatMap((item) => {
    const row = rating.items.find((one) => one.item === item)
    return row?.statement ? [[item, { statement: row.statement, points: (row.claimedTenths ?? 0) / 10 }]] : []
  })
  return { ...blankPage, ...Object.fromEntries(written) }
}

function ResubmitDialog(props: VerbProps) {
  const form = useForm(useRatings().resubmit, { id: props.rating.id, declared: [] })
  const uploads = useUploads()
  const [page, setPage] = useState(() => pageOf(props.rating))
  const most = Object.fromEntries(props.rating.items.map(({ item, maxTenths }) => [item, maxTenths]))
  const more = { declared: declaredOf(page), files: uploads.ids }
  return (
    <VerbFrame {...props} verb="resubmit" form={form} more={more} why={uploads.why} wide>
      <DeclaredFields page={page} most={most} onChange={setPage} error={form.errorAt('declared')} />
      <Attachments label="再交的材料（可不填）" max={10} {...uploads} />
      <TextField label="说明" lines={2} max={1000} {...form.text('note')} />
    </VerbFrame>
  )
}

function RevokeDialog(props: VerbProps) {
  const form = useForm(useRatings().revoke, { id: props.rating.id })
  return (
    <VerbFrame {...props} verb="revoke" form={form}>
      <Notice tone="watch">从今天起没有星级；以后可以再申报。</Notice>
      <ChoiceField label="为什么撤销" {...form.choice('ground')} options={optionsOf(grounds)} required />
      <TextField label="说明" hint="写明是哪条记录" lines={3} max={1000} {...form.text('note')} required />
    </VerbFrame>
  )
}

const dialogs: Readonly<Record<string, ComponentType<VerbProps>>> = {
  resubmit: ResubmitDialog,
  check: CheckDialog,
  revoke: RevokeDialog,
}

const isNoteVerb = (verb: string): verb is NoteVerb => verb in noteVerbs

/** The dialog of a verb, with exactly the fields of its contract. */
export function VerbDialog({ verb, ...props }: VerbProps & { verb: string }) {
  if (isNoteVerb(verb)) return <NoteDialog verb={verb} {...props} />
  const Asked = dialogs[verb]
  return Asked ? <Asked {...props} /> : null
}
