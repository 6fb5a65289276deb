import { useState } from 'react'
import { useAct, useDesk } from '../../../kit/api/index.ts'
import { Button, Notice } from '../../../kit/index.ts'
import { useFoundings } from './place.ts'

/** Makes the Word file and hands it to the browser, which saves it. */
export function SavePaper({ id, paperId }: { id: string; paperId: string }) {
  const { fileHref } = useDesk()
  const make = useAct(useFoundings().savePaper)
  const [isMaking, setMaking] = useState(false)
  const [problem, setProblem] = useState<string>()
  const save = async () => {
    setMaking(true)
    setProblem(undefined)
    try {
      const { documentId } = await make({ id, paperId })
      window.location.assign(fileHref(documentId))
    } catch (error) {
      setProblem(error instanceof Error ? error.message : '没有做成，请再试')
    } finally {
      setMaking(false)
    }
  }
  return (
    <>
      {problem && <Notice tone="bad">{problem}</Notice>}
      <Button busy={isMaking} onClick={() => void save()}>
        存为 Word
      </Button>
    </>
  )
}
