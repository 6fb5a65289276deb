import { useParams } from 'react-router'
import { NotYet, useDesk } from '../../../kit/api/index.ts'
import { Card, exactWords, Notice, Page, Stack, StateBlock, Tag, WorkProgress } from '../../../kit/index.ts'
import './imports.css'
import { MappingStep } from './mapping-step.tsx'
import { Result } from './result.tsx'
import { type Imported, useImport } from './use-imports.ts'
import { useVerbs, Verbs } from './verbs.tsx'
import { runningWords, stateTone } from './words.ts'

/** One import, wherever it stands: what was read, how far it is, what became of it. */
export default function OneImport() {
  const { may } = useDesk()
  const { id = '' } = useParams()
  return may('imports.use') ? <Read key={id} id={id} /> : <StateBlock kind="forbidden" />
}

function Read({ id }: { id: string }) {
  const read = useImport(id)
  if (!read.data) return <NotYet state={read.state} retry={read.retry} />
  return <Record one={read.data} />
}

function Record({ one }: { one: Imported }) {
  return (
    <Page
      breadcrumb={[{ title: '导入', href: '/console/imports' }, { title: one.title }]}
      title={`${one.title}：${one.unit.name}`}
      badges={<Tag tone={stateTone[one.state]}>{one.stateTitle}</Tag>}
      sub={`${one.fileName}，${one.isMine ? '我' : one.sender} ${exactWords(one.createdAt)} 上传`}
      actions={<Verbs one={one} />}
    >
      <Stack>
        <Body one={one} />
      </Stack>
    </Page>
  )
}

function Body({ one }: { one: Imported }) {
  if (one.isReading)
    return (
      <StateBlock kind="loading" title="正在读取表格">
        大的表格要几秒钟。可以离开这一页，回来接着办。
      </StateBlock>
    )
  switch (one.state) {
    case 'uploaded':
    case 'mapped':
      return one.isMine ? <MappingStep one={one} /> : <Waiting one={one} />
    case 'checking':
    case 'storing':
    case 'undoing':
      return <Running one={one} />
    case 'failed':
      return <Failed one={one} />
    case 'abandoned':
      return <Notice title="这次导入已经放弃">表格文件已经清除，没有写进任何内容。</Notice>
    default:
      return <Result one={one} />
  }
}

const Waiting = ({ one }: { one: Imported }) => (
  <Notice title="还没有导入">{`由${one.sender}对好列、核对后导入，您可以在这里看结果。`}</Notice>
)

const work = { checking: '正在核对，不写入', storing: '正在导入', undoing: '正在撤销' } as const

function Running({ one }: { one: Imported }) {
  const { cancel } = useVerbs(one)
  const isUndo = one.state === 'undoing'
  return (
    <Card>
      <WorkProgress
        title={one.state in work ? work[one.state as keyof typeof work] : one.stateTitle}
        done={one.position}
        total={one.total ?? undefined}
        unit="行"
        note={runningWords(isUndo ? { ...one, counts: { ...one.counts, refused: 0 } } : one)}
        onStop={one.verbs.includes('cancel') && one.isMine ? () => void cancel() : undefined}
      />
    </Card>
  )
}

function Failed({ one }: { one: Imported }) {
  return (
    <>
      <Notice tone="bad" title="停下了">
        {one.failure}
      </Notice>
      {one.written > 0 && <Result one={one} />}
    </>
  )
}
