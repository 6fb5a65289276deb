import { z } from 'zod'
import type { Endpoint } from '../../kernel/contract/contract.ts'
import type { Line } from '../../kernel/line.ts'

/** OpenAPI 3.1 speaks JSON Schema 2020-12, which is what Zod writes. */
function schemaOf(type: z.ZodType, io: 'input' | 'output') {
  const { $schema: _, ...schema } = z.toJSONSchema(type, { io, unrepresentable: 'any' })
  return schema
}

const errorShape = {
  type: 'object',
  required: ['error'],
  properties: {
    error: {
      type: 'object',
      required: ['status', 'message'],
      properties: {
        status: { type: 'integer' },
        message: { type: 'string', description: '怎么办，中文一句话' },
        details: {},
      },
    },
  },
}

const statuses = {
  400: '填写的内容不对',
  401: '请先登录',
  403: '没有权限',
  404: '没有这条记录',
  409: '状态已变',
  422: '不合规定',
  429: '太频繁',
}

function operationOf(line: Line, name: string, endpoint: Endpoint) {
  const refusals = Object.entries(statuses).map(([status, description]) => [
    status,
    { description, content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } } },
  ])
  const key = {
    name: 'idempotency-key',
    in: 'header',
    required: false,
    schema: { type: 'string', minLength: 8, maxLength: 80 },
    description: '同一编号重复提交只办一次',
  }
  const post = {
    name: 'nf-post',
    in: 'header',
    required: false,
    schema: { type: 'string', format: 'uuid' },
    description: '以哪个职务办理；不写即以职工身份',
  }
  return {
    operationId: `${line.slug}.${name}`,
    tags: [line.title],
    summary: endpoint.title,
    description: `权限 ${endpoint.permission}`,
    parameters: endpoint.kind === 'action' ? [key, post] : [post],
    requestBody: { required: true, content: { 'application/json': { schema: schemaOf(endpoint.input, 'input') } } },
    responses: {
      200: { description: '成功', content: { 'application/json': { schema: schemaOf(endpoint.output, 'output') } } },
      ...Object.fromEntries(refusals),
    },
  }
}

/** The OpenAPI 3.1 document of all lines, made from their contracts. */
export function openapiOf(lines: readonly Line[]) {
  const paths = lines.flatMap((line) =>
    Object.entries(line.contract).map(
      ([name, endpoint]) => [`/api/${line.slug}/${name}`, { post: operationOf(line, name, endpoint) }] as const,
    ),
  )
  return {
    openapi: '3.1.0',
    info: {
      title: '暖蜂 Nuanfeng',
      version: '1',
      description: '区总工会工作系统接口。读和写都用 POST：查询条件可能含姓名、电话，不能出现在网址里。',
    },
    tags: lines.map((line) => ({ name: line.title })),
    paths: Object.fromEntries(paths),
    components: {
      schemas: { Error: errorShape },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'session' } },
    },
    security: [{ session: [] }],
  }
}
