import { useParams } from 'react-router'
import { BigButton, HallFrame } from '../../kit/hall/index.ts'
import { doorPages } from './doors.ts'
import { NoSuchPage } from './no-such-page.tsx'

/** What can be done today and who does it; and the same as an appeal, so that nobody leaves with empty hands. */
export default function DoorPage() {
  const { name } = useParams()
  const page = doorPages.find((one) => one.name === name)
  if (!page) return <NoSuchPage />
  return (
    <HallFrame title={page.title} back={{ href: '/', title: '首页' }}>
      <p>{page.lead}</p>
      <ul className="nf-hall-sheet">
        {page.now.map(({ title, words, tel }) => (
          <li key={title} className="hall-way">
            <h2>{tel ? <a href={`tel:${tel}`}>{title}</a> : title}</h2>
            <p>{words}</p>
          </li>
        ))}
      </ul>
      <BigButton href={`/appeal?as=${page.as}`}>{page.send}</BigButton>
    </HallFrame>
  )
}
