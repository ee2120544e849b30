/** The API page and its OpenAPI document, both made from the table that validates the requests. */
import { CONTRACT } from '@draagvlak/api/contract'
import { PREFIX, type Endpoint } from '@draagvlak/api/endpoint'
import { problem } from '@draagvlak/api/problem'
import { html } from 'hono/html'
import type { Hono } from 'hono'
import * as z from 'zod/mini'

const schema = (of: z.ZodMiniType): unknown => z.toJSONSchema(of, { target: 'openapi-3.0', unrepresentable: 'any', io: 'input' })
const openPath = (path: string): string => PREFIX + path.replace(/:(\w+)/g, '{$1}')

export function openApi(): unknown {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const { noun, name, endpoint } of CONTRACT) (paths[openPath(endpoint.path)] ??= {})[endpoint.method.toLowerCase()] = operation(noun, name, endpoint)
  return {
    openapi: '3.0.3',
    info: { title: 'Draagvlak', version: '1', license: { name: 'EUPL-1.2' }, description: 'Writing acts take an Idempotency-Key header: the same key twice is one act. Every "no" is application/problem+json.' },
    servers: [{ url: '/' }],
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' }, session: { type: 'apiKey', in: 'cookie', name: 'dv-session' } },
      schemas: { Problem: schema(problem) },
    },
    paths,
  }
}

function operation(noun: string, name: string, endpoint: Endpoint): unknown {
  const inPath = [...endpoint.path.matchAll(/:(\w+)/g)].map(([, parameter]) => ({ name: parameter, in: 'path', required: true, schema: { type: 'string' } }))
  const inQuery = endpoint.query ? Object.entries((schema(endpoint.query) as { properties?: Record<string, unknown> }).properties ?? {}).map(([parameter, of]) => ({ name: parameter, in: 'query', required: false, schema: of })) : []
  const key = endpoint.method === 'GET' ? [] : [{ name: 'Idempotency-Key', in: 'header', required: false, schema: { type: 'string', maxLength: 200 } }]
  const status = String(endpoint.status ?? (endpoint.answer || endpoint.file ? 200 : 204))
  return {
    operationId: name, tags: [noun], summary: endpoint.summary, 'x-may': endpoint.may,
    security: endpoint.may === 'anyone' || endpoint.may === 'link' ? [] : [{ token: [] }, { session: [] }],
    ...(inPath.length + inQuery.length + key.length > 0 ? { parameters: [...inPath, ...inQuery, ...key] } : {}),
    ...(endpoint.body ? { requestBody: { required: true, content: { 'application/json': { schema: schema(endpoint.body) } } } } : {}),
    ...(endpoint.upload ? { requestBody: { required: true, content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } } } : {}),
    responses: {
      [status]: { description: 'Done.', ...(endpoint.answer ? { content: { 'application/json': { schema: schema(endpoint.answer) } } } : endpoint.file ? { content: { [endpoint.file]: { schema: { type: 'string', format: 'binary' } } } } : {}) },
      default: { description: 'No.', content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } },
    },
  }
}

const STYLE = 'body{max-width:60rem;margin:3rem auto;padding:0 1.25rem;font:1rem/1.6 Georgia,serif;background:#fbfaf6;color:#1a1d21}h1,h2,h3{line-height:1.25}h2{margin-top:3rem;border-bottom:1px solid #d9d5ca}h3{margin:2rem 0 .25rem;font:600 .95rem/1.4 ui-monospace,monospace}p{margin:.25rem 0}code,pre{font:.85rem/1.5 ui-monospace,monospace}pre{overflow:auto;padding:.75rem;background:#f4f2ec;border-radius:4px}summary{cursor:pointer;min-height:24px}a{color:#1d4d7a}@media(prefers-color-scheme:dark){body{background:#0f1113;color:#e9e6df}pre{background:#1d2023}a{color:#8fbde8}}'

export function documentationRoutes(app: Hono): void {
  // Made when it is asked for: it takes longer than everything else at the start.
  let document: unknown
  app.get(`${PREFIX}/openapi.json`, (context) => context.json((document ??= openApi()) as object))
  app.get('/api/docs', (context) => {
    const nouns = [...new Set(CONTRACT.map((line) => line.noun))]
    return context.html(html`<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Draagvlak API</title><style>${STYLE}</style></head><body><main>
<h1>Draagvlak API</h1>
<p>Everything stands below <code>${PREFIX}</code>. Send <code>Authorization: Bearer …</code> with a token made under <em>Account</em>, or use the session cookie. A writing act may carry an <code>Idempotency-Key</code>: the same key twice is one act. Every “no” is <code>application/problem+json</code> with a sentence in <code>detail</code> and, for a refusal, its name in <code>reason</code>. The same as a machine reads it: <a href="${PREFIX}/openapi.json">openapi.json</a>.</p>
<nav aria-label="Nouns"><p>${nouns.map((noun) => html`<a href="#${noun}">${noun}</a> `)}</p></nav>
${nouns.map((noun) => html`<section><h2 id="${noun}">${noun}</h2>${CONTRACT.filter((line) => line.noun === noun).map(({ endpoint }) => html`
<h3>${endpoint.method} ${endpoint.path}</h3><p>${endpoint.summary}</p><p><small>Who: ${endpoint.may}</small></p>
${endpoint.body ? html`<details><summary>Body</summary><pre tabindex="0">${JSON.stringify(schema(endpoint.body), null, 2)}</pre></details>` : ''}
${endpoint.answer ? html`<details><summary>Answer</summary><pre tabindex="0">${JSON.stringify(schema(endpoint.answer), null, 2)}</pre></details>` : ''}`)}</section>`)}
</main></body></html>`)
  })
}
