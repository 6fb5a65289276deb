import './attachments.css'
import { useId, useState } from 'react'
import { type FileLimits, sizeWords, sortFiles } from './file-words.ts'

export interface AttachedFile {
  id: string
  name: string
  /** Bytes. */
  size: number
  state: 'sending' | 'done' | 'failed'
  /** 0 to 1 while sending. */
  progress?: number
  /** Why it failed and what to do. */
  error?: string
  /** Opens the file. */
  href?: string
}

interface AttachmentsProps extends FileLimits {
  label: string
  hint?: string
  files: readonly AttachedFile[]
  /** Without it the list is only read. */
  onAdd?: (files: File[]) => void
  onRemove?: (id: string) => void
  onRetry?: (id: string) => void
  /** As in `<input accept>`. */
  accept?: string
}

/** Files of a matter: what is there, how far each has come, and a way to add. */
export function Attachments({ label, hint, files, onAdd, onRemove, onRetry, accept, max, maxBytes }: AttachmentsProps) {
  const id = useId()
  const [refused, setRefused] = useState<string[]>([])
  const add = (chosen: FileList | null) => {
    const sorted = sortFiles([...(chosen ?? [])], files.length, { max, maxBytes })
    setRefused(sorted.refused)
    if (sorted.taken.length > 0) onAdd?.(sorted.taken)
  }
  return (
    <div className="nf-files">
      <div className="nf-files-label" id={id}>
        {label}
      </div>
      {hint && <div className="nf-soft nf-small">{hint}</div>}
      {files.length === 0 && !onAdd && <div className="nf-soft">没有附件</div>}
      <ul aria-labelledby={id}>
        {files.map((file) => (
          <FileRow key={file.id} file={file} onRemove={onRemove} onRetry={onRetry} />
        ))}
      </ul>
      <Refused sentences={refused} />
      {onAdd && <AddFiles accept={accept} isOne={max === 1} onChoose={add} />}
    </div>
  )
}

function Refused({ sentences }: { sentences: readonly string[] }) {
  if (sentences.length === 0) return null
  return (
    <div className="nf-files-refused" role="alert">
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </div>
  )
}

interface AddFilesProps {
  accept?: string
  isOne: boolean
  onChoose: (chosen: FileList | null) => void
}

/** As in `<input accept>`: all files, or pictures among them. */
const takesPictures = (accept: string | undefined): boolean => !accept || /image|\.(jpe?g|png|heic|webp)/.test(accept)

function AddFiles({ accept, isOne, onChoose }: AddFilesProps) {
  return (
    <label className="nf-files-add">
      <input
        type="file"
        multiple={!isOne}
        accept={accept}
        onChange={(event) => {
          onChoose(event.target.files)
          // The same file may be chosen again after it was taken away.
          event.target.value = ''
        }}
      />
      {takesPictures(accept) ? '添加文件或照片' : '添加文件'}
    </label>
  )
}

function FileRow({ file, onRemove, onRetry }: { file: AttachedFile } & Pick<AttachmentsProps, 'onRemove' | 'onRetry'>) {
  return (
    <li className={`nf-file nf-file-${file.state}`}>
      <span className="nf-file-name">{file.href ? <a href={file.href}>{file.name}</a> : file.name}</span>
      <FileState file={file} />
      {file.state === 'failed' && onRetry && (
        <button type="button" className="nf-link" onClick={() => onRetry(file.id)}>
          重传<span className="nf-hidden">{file.name}</span>
        </button>
      )}
      {onRemove && (
        <button type="button" className="nf-link" onClick={() => onRemove(file.id)}>
          {file.state === 'sending' ? '不传了' : '拿掉'}
          <span className="nf-hidden">{file.name}</span>
        </button>
      )}
    </li>
  )
}

function FileState({ file }: { file: AttachedFile }) {
  if (file.state === 'failed') return <span className="nf-file-error">{file.error ?? '没有传上，可以重传'}</span>
  if (file.state === 'done') return <span className="nf-soft nf-small">{sizeWords(file.size)}</span>
  const percent = Math.round((file.progress ?? 0) * 100)
  return (
    <span className="nf-file-progress">
      <progress value={percent} max={100} aria-label={`正在传 ${file.name}`} />
      {percent}%
    </span>
  )
}
