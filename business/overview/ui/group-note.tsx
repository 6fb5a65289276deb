import type { Group } from '../../../kernel/indicators/contract.ts'
import { useRead } from '../../../kit/api/index.ts'
import { Notice } from '../../../kit/index.ts'
import { useFigures } from './place.ts'

/** Who belongs to the group asked for, and that what cannot be told by group is shown as such. */
export function GroupNote({ group }: { group: Group }) {
  const { data } = useRead(useFigures().groups, {})
  const found = data?.find((one) => one.group === group)
  if (!found) return null
  return (
    <Notice tone={found.isRecorded ? 'info' : 'watch'} title={found.title}>
      {found.definition}。分不出群体的数据不在上面显示，在下面注明。
    </Notice>
  )
}
