import type { GalleryEntry } from '../example.ts'
import { Figure, Figures } from './figure.tsx'

const open = () => undefined

export const gallery: GalleryEntry = {
  name: 'Figure · Figures',
  use: '一个能点开的数。红绿只用于核对结果。',
  examples: [
    {
      title: '总览一排',
      show: () => (
        <Figures>
          <Figure title="诉求办结" value={894} unit="宗" sub="按期 95.1%" onOpen={open} />
          <Figure title="追回" value={3851} unit="万元" sub="另调解 461.99 万元" onOpen={open} />
          <Figure title="合同覆盖企业" value={18_603} unit="家" last={{ value: 17_990, name: '上年' }} onOpen={open} />
          <Figure title="25–99 人建会率" value={94.2} unit="%" last={{ value: 95.1, name: '上年' }} onOpen={open} />
          <Figure title="法律援助值班" value={undefined} unit="次" onOpen={open} />
        </Figures>
      ),
    },
    {
      title: '核对结果',
      show: () => (
        <Figures>
          <Figure title="与记录一致" value={51} tone="green" onOpen={open} />
          <Figure title="不一致" value={2} tone="red" onOpen={open} />
          <Figure title="计划目标" value={5} tone="ink" onOpen={open} />
          <Figure title="格式问题" value={4} tone="honey" onOpen={open} />
        </Figures>
      ),
    },
  ],
}
