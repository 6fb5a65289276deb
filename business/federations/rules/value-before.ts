import { type ParameterName, parameterAt } from './parameters.ts'

/** The value of a parameter on the day before an instant, in Shanghai: a figure asked as of the end of a year has that year's value. */
export const valueBefore = (name: ParameterName, asOf: string): number =>
  parameterAt(
    name,
    Temporal.Instant.from(asOf).subtract({ seconds: 1 }).toZonedDateTimeISO('Asia/Shanghai').toPlainDate().toString(),
  ).value
