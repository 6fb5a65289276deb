const FEN_PER_YUAN = 100
const group = (digits: string) => digits.replace(/\B(?=(\d{3})+$)/g, ',')

/** `parts` units of 1/`scale` as a decimal, rounded half away from zero, trailing zeros dropped. */
function decimal(fen: number, fenPerUnit: number, places: number): string {
  const scale = 10 ** places
  const rounded = Math.round((Math.abs(fen) * scale) / fenPerUnit)
  const whole = group(String(Math.floor(rounded / scale)))
  const rest = String(rounded % scale).padStart(places, '0')
  const sign = fen < 0 && rounded > 0 ? '-' : ''
  return `${sign}${whole}${places > 0 && Number(rest) > 0 ? `.${rest.replace(/0+$/, '')}` : ''}`
}

/** Exact yuan: 123450 fen → '1,234.50 元'; whole yuan carry no decimals. */
export function yuanWords(fen: number): string {
  const sign = fen < 0 ? '-' : ''
  const whole = group(String(Math.floor(Math.abs(fen) / FEN_PER_YUAN)))
  const cents = Math.abs(fen) % FEN_PER_YUAN
  return `${sign}${whole}${cents ? `.${String(cents).padStart(2, '0')}` : ''} 元`
}

/** 万元 with at most two decimals: 461990000 fen → '461.99 万元'. */
export function wanWords(fen: number): string {
  return `${decimal(fen, 10_000 * FEN_PER_YUAN, 2)} 万元`
}

/** As people say it: exact yuan below one million, 万元 below a hundred million, then 亿元. */
export function moneyWords(fen: number): string {
  const yuan = Math.abs(fen) / FEN_PER_YUAN
  if (yuan < 1_000_000) return yuanWords(fen)
  return yuan < 100_000_000 ? wanWords(fen) : `${decimal(fen, 100_000_000 * FEN_PER_YUAN, 2)} 亿元`
}

/** Typed yuan ('1,234.5', '１２００') to integer fen; undefined when it is no amount with at most two decimals. */
export function parseYuan(text: string): number | undefined {
  const plain = text.normalize('NFKC').replace(/[\s,]/g, '')
  const match = /^(\d{1,12})(?:\.(\d{0,2}))?$/.exec(plain)
  return match ? Number(match[1]) * FEN_PER_YUAN + Number((match[2] ?? '').padEnd(2, '0')) : undefined
}

/** Fen as a person would type them back: 123450 → '1234.5'. */
export function typedYuan(fen: number): string {
  return decimal(fen, FEN_PER_YUAN, 2).replaceAll(',', '')
}
