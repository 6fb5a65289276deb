/** Bytes as people say them: 640 KB, 2.4 MB. */
export function sizeWords(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`
  return `${Math.round((bytes / 1024 / 1024) * 10) / 10} MB`
}

export interface FileLimits {
  /** Most bytes of one file. */
  maxBytes?: number
  /** Most files in all. */
  max?: number
}

interface Named {
  name: string
  size: number
}

/** Which of the chosen files may come in beside `present` ones, and a sentence for each that may not. */
export function sortFiles<File extends Named>(
  chosen: readonly File[],
  present: number,
  { maxBytes = Number.POSITIVE_INFINITY, max = Number.POSITIVE_INFINITY }: FileLimits,
): { taken: File[]; refused: string[] } {
  const light = chosen.filter(({ size }) => size <= maxBytes)
  const taken = light.slice(0, Math.max(0, max - present))
  const heavy = chosen
    .filter(({ size }) => size > maxBytes)
    .map(({ name }) => `“${name}”太大，每个不超过 ${sizeWords(maxBytes)}`)
  const tooMany =
    light.length > taken.length ? [`最多放 ${max} 个，后 ${light.length - taken.length} 个没有加进来`] : []
  return { taken, refused: [...heavy, ...tooMany] }
}
