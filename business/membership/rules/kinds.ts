import type { Day } from '../../../kernel/calendar/days.ts'
import { newFormKinds, newFormKindsOn } from '../../../kernel/people/new-form-kinds.ts'

/** The word for a code of the table of new-form occupations, also of a list that no longer holds; '' for none. */
export const titleOfKind = (code: string): string => newFormKinds.find((kind) => kind.code === code)?.title ?? ''

/** The occupations that are on some list on a day, to choose from. */
export const kindOptions = (day: Day): { value: string; title: string }[] =>
  newFormKindsOn(day).map(({ code, title }) => ({ value: code, title }))
