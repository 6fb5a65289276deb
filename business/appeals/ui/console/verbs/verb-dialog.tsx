import type { ComponentType } from 'react'
import { AnswerDialog } from './answer-verb.tsx'
import { AssignDialog } from './assign-verb.tsx'
import { ClassifyDialog, ReclassifyDialog } from './classify-verbs.tsx'
import { HandOverDialog } from './hand-over-verb.tsx'
import { FollowUpDialog, NoteReplyDialog, ProgressDialog, ReferDialog } from './handling-verbs.tsx'
import { MergeDialog } from './merge-verb.tsx'
import { NoteDialog, type NoteVerb, noteVerbs } from './note-verb.tsx'
import type { VerbProps } from './verb-frame.tsx'

const dialogs: Readonly<Record<string, ComponentType<VerbProps>>> = {
  classify: ClassifyDialog,
  reclassify: ReclassifyDialog,
  assign: AssignDialog,
  progress: ProgressDialog,
  refer: ReferDialog,
  noteReply: NoteReplyDialog,
  handOver: HandOverDialog,
  merge: MergeDialog,
  answer: AnswerDialog,
  followUp: FollowUpDialog,
}

export const verbsWithDialog: readonly string[] = [...Object.keys(noteVerbs), ...Object.keys(dialogs)]

const isNoteVerb = (verb: string): verb is NoteVerb => verb in noteVerbs

/** The dialog of a verb, with exactly the fields of its contract. */
export function VerbDialog({ verb, ...props }: VerbProps & { verb: string }) {
  if (isNoteVerb(verb)) return <NoteDialog verb={verb} {...props} />
  const Asked = dialogs[verb]
  return Asked ? <Asked {...props} /> : null
}
