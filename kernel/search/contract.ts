import { z } from 'zod'
import { query, shapes } from '../contract/contract.ts'

const Case = z.object({
  id: shapes.id,
  line: z.string(),
  lineTitle: z.string(),
  number: z.string(),
  title: z.string(),
  state: z.string(),
  stateTitle: z.string(),
  isOpen: z.boolean(),
})
const Person = z.object({ id: shapes.id, name: z.string(), phone: z.string().nullable(), context: z.string() })
const Enterprise = z.object({ id: shapes.id, name: z.string(), place: z.string() })
const Org = z.object({ id: shapes.id, path: z.string(), name: z.string(), context: z.string() })

/** One box for everything (Ctrl K): at most five of each kind, within reach, masked. */
export const contract = {
  find: query(
    'search.find',
    '查找',
    z.object({ text: shapes.line(60) }),
    z.object({ cases: z.array(Case), people: z.array(Person), enterprises: z.array(Enterprise), orgs: z.array(Org) }),
  ),
}
