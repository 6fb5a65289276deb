import type { ComponentType } from 'react'
import { BallotsDialog, DropBallotsDialog } from './ballots-verb.tsx'
import { IdentifyDialog, ObjectDialog, PublishDialog, SettleDialog, StrikeDialog } from './candidate-verbs.tsx'
import { AmendDialog, ConfirmDialog, LeaveOpenDialog, MeetingDialog, WriteInDialog } from './meeting-verbs.tsx'
import { NominateDialog } from './nominate-verb.tsx'
import { NoteDialog, type NoteVerb, noteVerbs } from './note-verb.tsx'
import { TallyDialog } from './tally-verb.tsx'
import type { VerbProps } from './verb-frame.tsx'

const dialogs: Readonly<Record<string, ComponentType<VerbProps>>> = {
  amend: AmendDialog,
  nominate: NominateDialog,
  strike: StrikeDialog,
  publish: PublishDialog,
  object: ObjectDialog,
  settle: SettleDialog,
  hold: (props) => <MeetingDialog {...props} verb="hold" />,
  runOff: (props) => <MeetingDialog {...props} verb="runOff" />,
  writeIn: WriteInDialog,
  enterBallots: BallotsDialog,
  dropBallots: DropBallotsDialog,
  tally: TallyDialog,
  identify: IdentifyDialog,
  leaveOpen: LeaveOpenDialog,
  confirm: ConfirmDialog,
}

const isNoteVerb = (verb: string): verb is NoteVerb => verb in noteVerbs

/** The dialog of a verb, with exactly the fields of its contract. */
export function VerbDialog({ verb, ...props }: VerbProps & { verb: string }) {
  if (isNoteVerb(verb)) return <NoteDialog verb={verb} {...props} />
  const Asked = dialogs[verb]
  return Asked ? <Asked {...props} /> : null
}
