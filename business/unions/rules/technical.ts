import { type Dated, inForce } from '../../../kernel/calendar/dated.ts'
import type { SkillLevel } from './words.ts'

/** Which skill levels count as a technical worker (技术工人), from which day, by which paper. A dated table: the figure shows it beside the number. */
export type TechnicalLevels = Dated & { levels: readonly SkillLevel[] }

export const technicalLevels: readonly TechnicalLevels[] = [
  {
    validFrom: '2000-01-01',
    levels: ['junior', 'intermediate', 'senior', 'technician', 'senior_technician'],
    source: '国家职业资格五级制：初级工及以上，口径待区总工会确认',
    sure: 'U',
  },
  {
    validFrom: '2022-03-18',
    levels: [
      'junior',
      'intermediate',
      'senior',
      'technician',
      'senior_technician',
      'special_technician',
      'chief_technician',
    ],
    source: '人社部发〔2022〕14号“新八级工”：初级工及以上（学徒工不计），口径待区总工会确认',
    sure: 'U',
  },
]

/** The table in force on a day, `YYYY-MM-DD`. @throws RangeError before the first */
export const technicalLevelsOn = (day: string): TechnicalLevels => inForce(technicalLevels, day)
