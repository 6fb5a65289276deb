const advice = '在“暖蜂服务大厅”首页点“事项”，再点“凭回执码查”。'

/** Puts the text on the phone's clipboard; without a secure address by the old way. False when neither works. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copyBySelection(text)
  }
}

function copyBySelection(text: string): boolean {
  const box = document.createElement('textarea')
  box.value = text
  box.style.position = 'fixed'
  document.body.append(box)
  box.select()
  // No other way works on plain http or in older phone browsers.
  const isCopied = document.execCommand('copy')
  box.remove()
  return isCopied
}

export function saveText(code: string, number: string): void {
  const text = `暖蜂服务大厅 回执\r\n回执码：${code}\r\n编号：${number}\r\n${advice}\r\n`
  const href = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = href
  link.download = `回执-${number}.txt`
  link.click()
  setTimeout(() => URL.revokeObjectURL(href), 10_000)
}

/** A card with code and number as a PNG data address: inside WeChat a picture is kept by pressing on it. */
export function drawReceipt(code: string, number: string): string {
  const canvas = document.createElement('canvas')
  canvas.width = 720
  canvas.height = 420
  const pen = canvas.getContext('2d')
  if (!pen) return ''
  const styles = getComputedStyle(document.documentElement)
  const colour = (name: string) => styles.getPropertyValue(name).trim()
  const write = (text: string, y: number, size: number, name = '--nf-ink') => {
    pen.fillStyle = colour(name)
    pen.font = `${size}px ${colour('--nf-font')}`
    pen.fillText(text, 48, y)
  }
  pen.fillStyle = colour('--nf-card')
  pen.fillRect(0, 0, canvas.width, canvas.height)
  write('暖蜂服务大厅 · 回执码', 80, 30, '--nf-soft')
  const groups = code.split('-')
  write(groups.slice(0, 3).join(' - '), 168, 54)
  write(groups.slice(3).join(' - '), 240, 54)
  write(`编号 ${number}`, 310, 28)
  write(advice, 366, 24, '--nf-soft')
  return canvas.toDataURL('image/png')
}
