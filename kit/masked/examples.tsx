import type { GalleryEntry } from '../example.ts'
import { Masked } from './masked.tsx'

export const gallery: GalleryEntry = {
  name: 'Masked',
  use: '个人信息先盖住，写明原因才给看，看过留痕。',
  isSmall: true,
  examples: [
    { title: '手机号', show: () => <Masked what="手机号" value="138****0000" onReveal={async () => '13800010000'} /> },
    {
      title: '不让看',
      show: () => (
        <Masked
          what="身份证号"
          value="4403**********0012"
          onReveal={() => Promise.reject(new Error('这件事不归您办，不能查看。需要时请找承办人。'))}
        />
      ),
    },
  ],
}
