import { FieldGroup, FormPair, NumberField, TextField } from '../../../kit/index.ts'
import { type DeclaredItem, declaredItems, scoreTable } from '../rules/score-table.ts'
import { pointWords } from '../rules/words.ts'

export interface Written {
  statement: string
  points: number | undefined
}
export type Page = Readonly<Record<DeclaredItem, Written>>

const blank: Written = { statement: '', points: undefined }
export const blankPage: Page = { openness: blank, activities: blank, help: blank, innovation: blank }

/** What the contract wants: only what was written about. */
export const declaredOf = (page: Page) =>
  declaredItems
    .filter((item) => page[item].statement.trim() !== '')
    .map((item) => ({
      item,
      statement: page[item].statement,
      claimedTenths: Math.round((page[item].points ?? 0) * 10),
    }))

interface DeclaredFieldsProps {
  page: Page
  /** Tenths of each item, as the table in force has them. */
  most: Readonly<Partial<Record<string, number>>>
  onChange: (page: Page) => void
  error: string | undefined
}

/** The one page the union fills in itself; all of it may stay empty. */
export function DeclaredFields({ page, most, onChange, error }: DeclaredFieldsProps) {
  return (
    <>
      {declaredItems.map((item) => {
        const set = (part: Partial<Written>) => onChange({ ...page, [item]: { ...page[item], ...part } })
        const max = most[item] ?? scoreTable[item].points * 10
        return (
          <FieldGroup key={item} label={`${scoreTable[item].title}（最多 ${pointWords(max)} 分）`}>
            <FormPair>
              <TextField
                label={scoreTable[item].asks}
                lines={2}
                max={600}
                value={page[item].statement}
                onChange={(statement) => set({ statement })}
              />
              <NumberField label="自评" unit="分" value={page[item].points} onChange={(points) => set({ points })} />
            </FormPair>
          </FieldGroup>
        )
      })}
      {error && <p role="alert">{error}</p>}
    </>
  )
}
