export type { Calculation, WageParameters } from './result.ts'
export { monthsOf, type SeveranceInput, type SeveranceKind, severance } from './severance.ts'
export {
  annualLeave,
  type DoubleWageInput,
  doubleWage,
  type LeaveInput,
  leaveDays,
  type OvertimeInput,
  overtime,
} from './wages.ts'
