import { expect, test } from 'vitest'
import { z } from 'zod'
import { line as figuresLine } from '../../kernel/indicators/line.ts'
import { line as noticesLine } from '../../kernel/notify/line.ts'
import { line as parametersLine } from '../../kernel/parameters/line.ts'
import { line as todoLine } from '../../kernel/todo/line.ts'
import { figures, notices, parameters, registryPermissions, todo } from './registries.ts'

const pairs = [
  [todoLine, todo],
  [figuresLine, figures],
  [noticesLine, notices],
  [parametersLine, parameters],
] as const

const told = (shape: z.ZodType) => z.toJSONSchema(shape, { io: 'input' })
/** What is asked by name, and whether it must be there. */
const fieldsOf = (shape: z.ZodType) => {
  const { properties = {}, required = [] } = told(shape)
  return { names: Object.keys(properties).sort(), required: [...required].sort() }
}

test.each(pairs.map(([line, own]) => [line.slug, line, own] as const))(
  'the desk asks %s for what it answers',
  (_, line, own) => {
    for (const [name, endpoint] of Object.entries(own)) {
      const real = line.contract[name]
      expect(real, name).toBeDefined()
      expect([endpoint.kind, endpoint.permission, fieldsOf(endpoint.input)], name).toEqual([
        real?.kind,
        real?.permission,
        real && fieldsOf(real.input),
      ])
    }
  },
)

test('a role is offered exactly what the kernel would let it ask for', () => {
  const real = Object.assign({}, ...pairs.map(([line]) => line.permissions))
  const hall = ['worker', 'visitor']
  for (const [permission, holders] of Object.entries(registryPermissions)) {
    if (!(permission in real)) continue
    const roles = Object.keys(real[permission]).filter((role) => !hall.includes(role))
    expect(Object.keys(holders).sort(), permission).toEqual(roles.sort())
  }
})
