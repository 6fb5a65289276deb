/**
 * The ladder of verification (D:C1.5): what was compared, never the picture. A level is reached through one of its channels; level 2 is the first that
 * counts as verified.
 */
export const levels = {
  0: '只是登记',
  1: '证件号码格式核对',
  2: '姓名和证件号码相符',
  3: '本人刷脸',
  4: '劳动关系已确认',
} as const
export type Level = 0 | 1 | 2 | 3 | 4

export const channelTitles = {
  format: '号码自带的校验码',
  police: '公安人口信息比对',
  paper: '当面看过证件原件',
  face: '刷脸（不留照片）',
  employer: '单位或工会确认在岗',
  social_insurance: '社保参保比对',
} as const
export type VerifyChannel = keyof typeof channelTitles

const levelOf: Readonly<Record<VerifyChannel, Level>> = {
  format: 1,
  police: 2,
  paper: 2,
  face: 3,
  employer: 4,
  social_insurance: 4,
}

/** The level a channel leads to. */
export const levelThrough = (channel: VerifyChannel): Level => levelOf[channel]

/** From this level on somebody counts as verified (实名认证). */
export const VERIFIED_FROM: Level = 2

/** Channels an officer may write down: a format is checked by the system itself. */
export const officerChannels = [
  'police',
  'paper',
  'face',
  'employer',
  'social_insurance',
] as const satisfies VerifyChannel[]
