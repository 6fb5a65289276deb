import './organising.css'
import { useParams } from 'react-router'
import { NotYet, useDesk, useRead } from '../../../kit/api/index.ts'
import { Button, Page } from '../../../kit/index.ts'
import { home, hrefOf, type Paper, useFoundings } from './place.ts'
import { SavePaper } from './save-paper.tsx'

/** One paper as it was issued, laid out as an official letter (GB/T 9704-2012), to be printed or kept as PDF. */
export function PaperPage() {
  const { id = '', paperId = '' } = useParams()
  const { may } = useDesk()
  const { data, state, retry } = useRead(useFoundings().paper, { id, paperId })
  if (!data) return <NotYet state={state} retry={retry} />
  return (
    <Page
      breadcrumb={[{ title: '建会', href: home }, { title: '回到这件建会', href: hrefOf(id) }, { title: '文书' }]}
      title="文书"
      sub="打印时可以选“存为 PDF”；盖章后上传到材料里"
      actions={
        <>
          {may('organising.savePaper') && <SavePaper id={id} paperId={paperId} />}
          <Button kind="primary" onClick={() => window.print()}>
            打印
          </Button>
        </>
      }
    >
      <Letter paper={data} />
    </Page>
  )
}

const written = (day: string) => day.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日')

function Letter({ paper }: { paper: Paper }) {
  return (
    <article className="founding-paper">
      {paper.number && <p className="founding-paper-number">{paper.number}</p>}
      <h2>{paper.title}</h2>
      <p className="founding-paper-to">{paper.addressee}：</p>
      {paper.paragraphs.map((text) => (
        <p key={text}>{text}</p>
      ))}
      <p className="founding-paper-foot">{paper.issuer}</p>
      <p className="founding-paper-foot">{written(paper.issuedOn)}</p>
    </article>
  )
}
