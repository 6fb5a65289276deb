/** For tests: text where it stands on a page, in points from the lower left; 16 points is the size of an official document's letters, `angle` their slope in degrees. */
export type Placed = { text: string; x: number; y: number; size?: number; angle?: number }

const hex = (text: string) => Buffer.from(text, 'utf16le').swap16().toString('hex')
const stream = (body: string) => `<< /Length ${Buffer.byteLength(body)} >>\nstream\n${body}\nendstream`

function drawn({ text, x, y, size = 16, angle = 0 }: Placed): string {
  const [cos, sin] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)].map((one) => one.toFixed(4))
  return `BT /F ${size} Tf ${cos} ${sin} ${-Number(sin)} ${cos} ${x} ${y} Tm <${hex(text)}> Tj ET`
}

const TO_UNICODE = [
  '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def',
  '1 begincodespacerange <0000> <ffff> endcodespacerange',
  '1 beginbfrange <0000> <ffff> <0000> endbfrange endcmap end end',
].join('\n')

/** A small PDF whose letters are their own code points. @param isLocked asks for a password that nobody has */
export function samplePdf(pages: readonly (readonly Placed[])[], isLocked = false): Buffer {
  const kids = pages.map((_, at) => `${6 + at * 2} 0 R`).join(' ')
  const fonts = '/Resources << /Font << /F 3 0 R >> >>'
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>',
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 >>',
    stream(TO_UNICODE),
    ...pages.flatMap((pieces, at) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] ${fonts} /Contents ${7 + at * 2} 0 R >>`,
      stream(pieces.map(drawn).join('\n')),
    ]),
  ]
  const lock = isLocked
    ? `/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'a1'.repeat(32)}> /U <${'b2'.repeat(32)}> >> /ID [<01> <01>]`
    : ''
  return assemble(objects, lock)
}

function assemble(objects: readonly string[], lock: string): Buffer {
  const starts: number[] = []
  let body = '%PDF-1.7\n'
  for (const [at, object] of objects.entries()) {
    starts.push(Buffer.byteLength(body))
    body += `${at + 1} 0 obj\n${object}\nendobj\n`
  }
  const table = starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  const tail = `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer << /Size ${size} /Root 1 0 R ${lock} >>\nstartxref\n${Buffer.byteLength(body)}\n%%EOF`
  return Buffer.from(body + tail)
}
