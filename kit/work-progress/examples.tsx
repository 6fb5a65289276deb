import type { GalleryEntry } from '../example.ts'
import { WorkProgress } from './work-progress.tsx'

export const gallery: GalleryEntry = {
  name: 'WorkProgress',
  use: '要做一会儿的事：导入、导出、核对。人可以先离开。',
  examples: [
    {
      title: '导入一半',
      show: () => (
        <WorkProgress
          title="正在导入职工名册"
          done={48_200}
          total={100_000}
          note="3 行有问题"
          onStop={() => undefined}
        />
      ),
    },
    { title: '做完了', show: () => <WorkProgress title="导出诉求清单" done={894} total={894} /> },
  ],
}
