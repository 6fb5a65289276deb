import { z } from 'zod'
import { pageOf, query, shapes } from '../contract/contract.ts'

const Todo = z.object({
  id: shapes.id,
  line: z.string(),
  lineTitle: z.string(),
  number: z.string(),
  title: z.string(),
  summary: z.string(),
  source: z.string(),
  place: z.string(),
  state: z.string(),
  verb: z.string().nullable(),
  verbTitle: z.string().nullable(),
  dueAt: shapes.instant.nullable(),
})
const Mine = Todo.pick({
  id: true,
  line: true,
  lineTitle: true,
  number: true,
  title: true,
  state: true,
  dueAt: true,
}).extend({ stateTitle: z.string(), isOpen: z.boolean() })

export const contract = {
  list: query(
    'todo.read',
    '待办',
    z.object({ ...shapes.page }),
    pageOf(Todo).extend({ late: z.int(), today: z.int(), soon: z.int(), total: z.int() }),
  ),
  counts: query('todo.read', '各业务未办结数', z.object({}), z.array(z.object({ line: z.string(), open: z.int() }))),
  mine: query('todo.mine', '我的事项', z.object({}), z.array(Mine)),
}
