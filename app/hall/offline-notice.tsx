import { HallNotice } from '../../kit/hall/index.ts'
import { useOnline } from './use-online.ts'

export function OfflineNotice() {
  if (useOnline()) return null
  return <HallNotice tone="watch">现在没有网络。您照样可以写，写的都存在这部手机上，连上网再提交。</HallNotice>
}
