import { shownStation } from '../district/officers.ts'

/** What Li Min types in when a rider stands at her window. */
export const newAppeal = {
  story: '站点拖欠我三个月配送费，一共一万二，站长说公司没有结算，让我再等等。我有排班记录和聊天截图。',
  channel: 'window',
  enterpriseId: shownStation.id,
  claimFen: 1_200_000,
  contactName: '张建民',
  contactPhone: '13800138000',
}
