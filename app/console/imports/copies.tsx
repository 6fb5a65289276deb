import { sentenceOf, useAct, useDesk } from '../../../kit/api/index.ts'
import { Button, useSay } from '../../../kit/index.ts'
import { type Imported, isBeingWritten, useImports } from './use-imports.ts'

/** Their own sheet again with a column that says why: asked for, written aside, then there to be saved. */
export function Copies({ one }: { one: Imported }) {
  const ask = useAct(useImports().errorCopy)
  const say = useSay()
  const { fileHref } = useDesk()
  if (one.isFileGone) return <span className="nf-soft nf-small">表格文件已过保存期清除</span>
  const press = (isAll: boolean) => async () => {
    try {
      await ask({ id: one.id, isAll })
    } catch (error) {
      say(sentenceOf(error))
    }
  }
  const [newest] = one.copies
  const isBusy = newest !== undefined && isBeingWritten(newest)
  return (
    <>
      {newest?.documentId && (
        <a className="nf-link" href={fileHref(newest.documentId)}>
          {newest.isAll ? '保存：带原因的全部行.xlsx' : '保存：没有导入的行.xlsx'}
        </a>
      )}
      {newest?.failure && <span className="nf-soft nf-small">{newest.failure}</span>}
      {one.counts.refused > 0 && (
        <Button kind="text" busy={isBusy && !newest?.isAll} onClick={() => void press(false)()}>
          没有导入的行
        </Button>
      )}
      <Button kind="text" busy={isBusy && newest?.isAll === true} onClick={() => void press(true)()}>
        带原因的全表
      </Button>
    </>
  )
}
