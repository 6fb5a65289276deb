import { useNavigate } from 'react-router'
import { useForm } from '../../../kit/api/index.ts'
import { FormDialog } from '../../../kit/index.ts'
import { home, type Target, usePlan } from './place.ts'

export function DropDialog({ target, onClose }: { target: Target; onClose: () => void }) {
  const form = useForm(usePlan().dropTarget, { id: target.id })
  const navigate = useNavigate()
  return (
    <FormDialog
      title={`去掉目标：${target.title}`}
      submit="去掉"
      said="已去掉"
      form={form}
      onDone={() => navigate(`${home}?year=${target.year}`)}
      onClose={onClose}
    >
      <p>草稿里不再有这项目标，分到街道的份额也一起去掉。</p>
    </FormDialog>
  )
}
