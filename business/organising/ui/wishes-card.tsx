import { useAct } from '../../../kit/api/index.ts'
import { Card, Masked } from '../../../kit/index.ts'
import { type Founding, useFoundings } from './place.ts'

/** That workers wish for it; who, only for a reason and for a minute. The employer never learns it from here. */
export function WishesCard({ founding }: { founding: Founding }) {
  const call = useAct(useFoundings().reveal)
  const reveal = async (reason: string) => {
    const { wishes } = await call({ id: founding.id, reason })
    return wishes
      .map(({ name, phone, note }) => [name, phone ?? '没有登记手机', note].filter(Boolean).join(' '))
      .join('；')
  }
  return (
    <Card title="职工愿望" edge="blue">
      <p>有 {founding.wishes} 名职工希望建会。不要让单位知道是谁。</p>
      <Masked value="是谁：已隐去" what="谁想建会" onReveal={reveal} />
    </Card>
  )
}
