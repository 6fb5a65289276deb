import { useParams } from 'react-router'
import { NotYet, useRead } from '../../../kit/api/index.ts'
import { DraftPage } from './draft-page.tsx'
import { useReports } from './place.ts'
import { StandingPage } from './standing-page.tsx'

/** A report: to be written while it is a draft of one's own, to be read otherwise. */
export function ReportPage() {
  const { id = '' } = useParams()
  const { data, state, retry, error } = useRead(useReports().get, { id })
  if (!data) return <NotYet state={state} retry={retry} error={error} />
  return data.isMine ? <DraftPage key={data.id} report={data} /> : <StandingPage report={data} />
}
