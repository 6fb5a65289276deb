import { ApiError } from '../../api/api-error.ts'
import type { GalleryEntry } from '../../example.ts'
import { BigButton } from '../big-button/big-button.tsx'
import { NotShown } from './not-shown.tsx'
import { OwnMatterPage } from './own-matter-page.tsx'

const back = { href: '/matters', title: '我的事项' }
const nothing = () => undefined

export const gallery: GalleryEntry = {
  name: 'OwnMatterPage',
  use: '我的一件事的一页：到哪一步、谁在办、最迟什么时候、经过。',
  hall: true,
  examples: [
    {
      title: '等本人补正',
      isPage: true,
      show: () => (
        <OwnMatterPage
          matter={{
            title: '加入平湖街道总工会',
            steps: [{ title: '申请', at: '2026-03-02T01:00:00.000Z' }, { title: '等您补正' }, { title: '入会' }],
            current: 1,
            badge: { words: '等您补正', tone: 'honey' },
            who: '平湖街道总工会',
          }}
          number="RH2026-0007"
          told={[
            { title: '申请', at: '2026-03-02T01:00:00.000Z', message: '工会收到了您的申请' },
            { title: '请补正', at: '2026-03-03T01:00:00.000Z', message: '请补正：姓名和证件对不上' },
          ]}
          now="2026-03-03T02:00:00.000Z"
          back={back}
          isStale={false}
        >
          <BigButton href="/matters/membership/1/resubmit">去补正</BigButton>
        </OwnMatterPage>
      ),
    },
    {
      title: '不是本人的',
      isPage: true,
      show: () => <NotShown title="入会申请" back={back} error={new ApiError(404, '没有找到')} onRetry={nothing} />,
    },
  ],
}
