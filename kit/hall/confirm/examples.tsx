import type { GalleryEntry } from '../../example.ts'
import { Confirm } from './confirm.tsx'

export const gallery: GalleryEntry = {
  name: 'Confirm',
  use: '收不回来的一步，先问一次。',
  hall: true,
  examples: [
    {
      title: '退会',
      isPage: true,
      show: () => (
        <Confirm
          title="真的要退会吗？"
          sub="平湖街道总工会"
          back={{ href: '/my-membership', title: '我的会籍' }}
          stay="不退了"
          act="退会"
          sending={{ busy: false, problem: undefined }}
          onAct={() => undefined}
        >
          <p>退会是您的自由，今天就生效，不用批准，也不用写原因。</p>
        </Confirm>
      ),
    },
  ],
}
