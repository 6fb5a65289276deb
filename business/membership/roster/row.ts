import type { Day } from '../../../kernel/calendar/days.ts'
import type { idKinds } from '../../../kernel/people/words.ts'

/** One person of a roster after the pure checks. null and '' say that the file tells nothing, which overwrites nothing. */
export type RosterRow = {
  name: string
  initials: string
  idKind: keyof typeof idKinds
  idNumber: string
  /** Has the number a check character that holds? */
  isChecked: boolean
  isUnderage: boolean
  idValidTo: Day | null
  sex: 'male' | 'female' | 'unknown'
  birthOn: Day | null
  ethnicity: string
  phone: string | null
  political: string
  education: string
  skillLevel: string
  employment: string
  hukou: string
  isMigrant: boolean | null
  firmName: string
  firmCode: string
  department: string
  occupation: string
  newFormKind: string
  joinedOn: Day | null
  memberNumber: string
  isRetained: boolean
}
