import { useState } from 'react'
import { HallNotice } from '../../../kit/hall/index.ts'
import { copyText, drawReceipt, saveText } from './hall-receipt-save.ts'

interface ReceiptCodeProps {
  code: string
  number: string
  onKeep: (code: string) => boolean
}

/** The only way back to a matter handed in without a sign-in; large, and in as many ways to keep it as a phone has. */
export function ReceiptCode({ code, number, onKeep }: ReceiptCodeProps) {
  const [said, setSaid] = useState('')
  const [picture, setPicture] = useState<string>()
  const keep = () =>
    setSaid(
      onKeep(code) ? '已记在这部手机上，“事项”里能直接看。别人拿到您的手机也能看到。' : '这部手机记不下，请抄下来。',
    )
  const copy = async () =>
    setSaid((await copyText(code)) ? '已复制，请粘贴到您放心的地方。' : '没有复制成，请长按回执码，或抄下来。')
  return (
    <section className="appeal-receipt" aria-label="回执码">
      <h2>您的回执码</h2>
      <p className="appeal-receipt-code">
        {code.split('-').map((group) => (
          <span key={group}>{group}</span>
        ))}
      </p>
      <HallNotice tone="watch">看进展、补材料、评价都靠它。只显示这一次，丢了谁也找不回来，请现在就记下。</HallNotice>
      <div className="appeal-receipt-ways">
        <button type="button" onClick={() => void copy()}>
          复制
        </button>
        <button type="button" onClick={() => setPicture(drawReceipt(code, number))}>
          存成图片
        </button>
        <button type="button" onClick={() => saveText(code, number)}>
          存成文字
        </button>
        <button type="button" onClick={keep}>
          记在这部手机
        </button>
      </div>
      <p role="status">{said}</p>
      {picture && <Picture picture={picture} code={code} number={number} />}
    </section>
  )
}

function Picture({ picture, code, number }: { picture: string; code: string; number: string }) {
  return (
    <figure className="appeal-receipt-picture">
      <img src={picture} alt={`回执码 ${code}，编号 ${number}`} />
      <figcaption className="nf-soft">
        长按图片保存，或
        <a className="appeal-tel" href={picture} download={`回执-${number}.png`}>
          下载图片
        </a>
      </figcaption>
    </figure>
  )
}
