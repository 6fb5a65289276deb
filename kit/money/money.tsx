import { moneyWords, wanWords, yuanWords } from './money-words.ts'

interface MoneyProps {
  /** Integer fen. */
  fen: number
  unit?: 'auto' | '元' | '万元'
}

const say = { auto: moneyWords, 元: yuanWords, 万元: wanWords }

/** An amount as people say it, the exact yuan on hover. */
export function Money({ fen, unit = 'auto' }: MoneyProps) {
  return (
    <data value={fen} title={yuanWords(fen)}>
      {say[unit](fen)}
    </data>
  )
}
