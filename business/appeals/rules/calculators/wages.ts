import { type Calculation, HOURS, PAID_DAYS, round, type WageParameters, yuan } from './result.ts'
import { spanOf } from './span.ts'

export type OvertimeInput = {
  monthlyWageFen: number
  workdayHours: number
  restDayHours: number
  holidayHours: number
  paidFen?: number | undefined
}

/** Overtime (劳动法 44): 150 % on working days, 200 % on rest days without time off, 300 % on statutory holidays. */
export function overtime(input: OvertimeInput, parameters: WageParameters): Calculation {
  const hour = input.monthlyWageFen / PAID_DAYS / HOURS
  const part = (label: string, hours: number, rate: number) => ({
    label,
    how: `${yuan(round(hour))}/小时 × ${hours} 小时 × ${rate * 100}%`,
    fen: round(hour * hours * rate),
  })
  const lines = [
    part('工作日延长', input.workdayHours, 1.5),
    part('休息日（没有补休）', input.restDayHours, 2),
    part('法定休假日', input.holidayHours, 3),
  ].filter((line) => line.fen > 0)
  if (input.paidFen) lines.push({ label: '减去已发的加班费', how: '已发', fen: -input.paidFen })
  return {
    totalFen: Math.max(
      0,
      lines.reduce((sum, line) => sum + line.fen, 0),
    ),
    lines,
    articles: ['劳动法第四十四条', '月计薪天数 21.75 天'],
    notes: belowMinimum(input.monthlyWageFen, parameters),
  }
}

export type DoubleWageInput = { from: string; to: string; monthlyWageFen: number }

/** No written contract (劳动合同法 82): from the second month on a second wage, for eleven months at most. */
export function doubleWage(input: DoubleWageInput): Calculation {
  const months = Math.min(11, Math.max(0, spanOf(input.from, input.to).months - 1))
  const fen = round(input.monthlyWageFen * months)
  return {
    totalFen: fen,
    lines: [
      {
        label: '没签书面合同的另一倍工资',
        how: `${yuan(input.monthlyWageFen)} × ${months} 个月（从第二个月起，最多 11 个月）`,
        fen,
      },
    ],
    articles: ['劳动合同法第十条、第八十二条', '劳动合同法实施条例第六条、第七条'],
    notes: ['仲裁时效一年，请尽早提出', '不满一个月的零头没有算入'],
  }
}

export type LeaveInput = {
  totalYears: number
  takenDays: number
  monthlyWageFen: number
  daysThisYear?: number | undefined
}

/** Days of annual leave by years of work in all (职工带薪年休假条例 3): 5, 10 or 15. */
export const leaveDays = (totalYears: number): number =>
  totalYears < 1 ? 0 : totalYears < 10 ? 5 : totalYears < 20 ? 10 : 15

/** Leave not taken is paid at 300 %, of which 100 % came with the wage (条例 5). In the year of leaving the days are reckoned by the calendar, without fractions. */
export function annualLeave(input: LeaveInput): Calculation {
  const whole = leaveDays(input.totalYears)
  const due = input.daysThisYear === undefined ? whole : Math.floor((input.daysThisYear / 365) * whole)
  const days = Math.max(0, due - input.takenDays)
  const fen = round((input.monthlyWageFen / PAID_DAYS) * days * 2)
  return {
    totalFen: fen,
    lines: [
      {
        label: '没休年休假的工资报酬',
        how: `${yuan(round(input.monthlyWageFen / PAID_DAYS))}/天 × ${days} 天 × 200%（另外 100% 已随工资发）`,
        fen,
      },
    ],
    articles: ['职工带薪年休假条例第三条、第五条', '企业职工带薪年休假实施办法第十条、第十二条'],
    notes: whole === 0 ? ['连续工作满一年才有年休假'] : [],
  }
}

function belowMinimum(wageFen: number, parameters: WageParameters): string[] {
  if (parameters.minimumFen === undefined) return ['还没有录入最低工资，没有核对月工资是否低于最低工资']
  return wageFen < parameters.minimumFen ? [`月工资低于最低工资 ${yuan(parameters.minimumFen)}，可以同时要求补足`] : []
}
