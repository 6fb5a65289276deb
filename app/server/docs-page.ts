import type { openapiOf } from './openapi.ts'

type Document = ReturnType<typeof openapiOf>
type Schema = {
  type?: string
  properties?: Record<string, Schema>
  items?: Schema
  enum?: unknown[]
  required?: string[]
  description?: string
  anyOf?: Schema[]
  maxLength?: number
  minimum?: number
  maximum?: number
  format?: string
}

const html = (text: string): string =>
  text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? c)

/** A page of the OpenAPI document to read: no script, nothing from elsewhere. */
export function docsPage(document: Document): string {
  const operations = Object.entries(document.paths).map(([path, { post }]) => ({ path, post }))
  const sections = document.tags.map(({ name }) => {
    const own = operations.filter(({ post }) => post.tags.includes(name))
    return `<section><h2 id="${html(name)}">${html(name)}</h2>${own.map(({ path, post }) => operation(path, post)).join('')}</section>`
  })
  const index = document.tags.map(({ name }) => `<a href="#${html(name)}">${html(name)}</a>`).join('')
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>暖蜂接口</title><style>${style}</style></head>
<body><header><h1>暖蜂接口</h1><p>${html(document.info.description)}</p><p>机器可读：<a href="/api/openapi.json">/api/openapi.json</a>（OpenAPI ${document.openapi}）</p><nav>${index}</nav></header>${sections.join('')}</body></html>`
}

type Operation = Document['paths'][string]['post']

function operation(path: string, post: Operation): string {
  const input = post.requestBody.content['application/json'].schema as Schema
  const output = (
    post.responses as unknown as Record<string, { content: { 'application/json': { schema: Schema } } }>
  )[200]?.content['application/json'].schema
  return `<details><summary><code>POST ${html(path)}</code> ${html(post.summary)} <small>${html(post.description)}</small></summary>
<h4>发来</h4>${fields(input)}<h4>返回</h4>${output ? fields(output) : ''}</details>`
}

function fields(schema: Schema): string {
  const target = schema.items?.properties ? schema.items : schema
  const rows = Object.entries(target.properties ?? {}).map(
    ([name, field]) =>
      `<tr><td><code>${html(name)}</code></td><td>${html(typeOf(field))}</td><td>${target.required?.includes(name) ? '必填' : ''}</td></tr>`,
  )
  if (rows.length === 0) return `<p>${html(typeOf(schema))}</p>`
  return `${schema.items ? '<p>列表，每项：</p>' : ''}<table><tbody>${rows.join('')}</tbody></table>`
}

function typeOf(schema: Schema): string {
  if (schema.enum) return schema.enum.map(String).join(' | ')
  if (schema.anyOf) return schema.anyOf.map(typeOf).join(' 或 ')
  if (schema.type === 'array' && schema.items) return `${typeOf(schema.items)} 的列表`
  const limits = [schema.format, schema.maxLength && `≤ ${schema.maxLength} 字`].filter(Boolean).join('，')
  return `${schema.type ?? '任意'}${limits ? `（${limits}）` : ''}`
}

const style = `body{font:14px/1.6 "PingFang SC","Noto Sans CJK SC","Microsoft YaHei",sans-serif;color:#1d2126;background:#faf8f4;max-width:960px;margin:0 auto;padding:24px 16px}
h1{font-size:22px}h2{font-size:15px;margin-top:32px}nav a{margin-right:16px}a{color:#23527c}details{background:#fff;border:1px solid #e7e2d9;border-radius:10px;margin:8px 0;padding:8px 16px}
summary{cursor:pointer}small{color:#5c636c}h4{margin:12px 0 4px;font-weight:600}table{border-collapse:collapse;width:100%}td{border-top:1px solid #e7e2d9;padding:4px 16px 4px 0;vertical-align:top}`
