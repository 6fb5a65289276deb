import { z } from 'zod'
import { fail } from '../contract/errors.ts'

z.config(z.locales.zhCN())

const stricts = new WeakMap<z.ZodType, z.ZodType>()

/** Kept, because Zod compiles a new shape when it is first used. */
function strictOf(schema: z.ZodType): z.ZodType {
  const known = stricts.get(schema)
  if (known) return known
  const strict = schema instanceof z.ZodObject ? schema.strict() : schema
  stricts.set(schema, strict)
  return strict
}

/**
 * Holds what came in to the endpoint's shape; unknown fields are refused so that nothing typed is silently lost.
 * @throws Failure 400 with one sentence and the fields at fault: `{ fields: [{ path, message }] }`
 */
export function parseInput(schema: z.ZodType, raw: unknown): unknown {
  const parsed = strictOf(schema).safeParse(raw ?? {})
  if (parsed.success) return parsed.data
  const fields = parsed.error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message }))
  return fail(400, `填写的内容有 ${fields.length} 处要改：${fields[0]?.message ?? '格式不对'}`, { fields })
}
