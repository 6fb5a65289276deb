export { ofBand, ratedFirms } from './figures.ts'
export { type FirmAt, firmsAt, oneDay, someDays } from './rows.ts'
