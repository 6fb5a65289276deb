import { ageOn, type Day } from '../../../kernel/calendar/days.ts'

/** 劳动法 15, 58; 禁止使用童工规定 2. */
const WORKS_FROM = 16
const ADULT_FROM = 18

/** child: may not work, and is to be protected, not turned away. juvenile: may, under special protection. */
export function ageClass(birthOn: Day, today: Day): 'child' | 'juvenile' | 'adult' {
  const age = ageOn(birthOn, today)
  if (age < WORKS_FROM) return 'child'
  return age < ADULT_FROM ? 'juvenile' : 'adult'
}
