import type { ComponentType } from 'react'
import { ApproveDialog } from './approve.tsx'
import { ContactDialog } from './contact.tsx'
import { DropDialog } from './drop.tsx'
import { ElectAgainDialog, ElectDialog } from './elect.tsx'
import type { VerbProps } from './frame.tsx'
import { ApplyLegalDialog, EnterDialog, LinkDuesDialog, RegisterDialog, SealDialog } from './legal.tsx'
import { noteDialog } from './note.tsx'
import { PrepareDialog } from './prepare.tsx'
import { RecruitDialog } from './recruit.tsx'

const dialogs: Readonly<Record<string, ComponentType<VerbProps>>> = {
  contact: ContactDialog,
  note: noteDialog('note', '进展', true),
  prepare: PrepareDialog,
  approvePrep: noteDialog('approvePrep', '说明'),
  refusePrep: noteDialog('refusePrep', '要补正什么', true),
  recruit: RecruitDialog,
  elect: ElectDialog,
  electAgain: ElectAgainDialog,
  report: noteDialog('report', '说明'),
  approve: ApproveDialog,
  sendBack: noteDialog('sendBack', '要补正什么', true),
  seal: SealDialog,
  applyLegal: ApplyLegalDialog,
  register: RegisterDialog,
  returnLegal: noteDialog('returnLegal', '要补正什么', true),
  enter: EnterDialog,
  linkDues: LinkDuesDialog,
  pause: noteDialog('pause', '为什么暂停', true),
  resume: noteDialog('resume', '说明'),
  resumeRecruiting: noteDialog('resume', '说明'),
  drop: DropDialog,
}

/** The dialog of the verb that is asked for. */
export function VerbDialog({ verb, ...props }: VerbProps & { verb: string }) {
  const Asked = dialogs[verb]
  return Asked ? <Asked {...props} /> : null
}
