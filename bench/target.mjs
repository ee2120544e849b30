// How any harness starts this server, signs in and makes rooms: only the public API, with API tokens. The fields are explained in docs/performance.md.
import { execFile } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const SERVER = fileURLToPath(new URL('../apps/server/dist/', import.meta.url))
const env = ({ port, dataDir }) => ({ PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: 'warn', NODE_ENV: 'production' })
const access = (dataDir) => path.join(dataDir, 'bench.json')

async function admin(at, ...args) {
  const { stdout } = await promisify(execFile)(process.execPath, [path.join(SERVER, 'draagvlak.js'), ...args], { env: { ...process.env, ...env(at) } })
  return stdout.trim()
}

async function ask({ port }, method, address, { body, token, cookie } = {}) {
  const answer = await fetch(`http://127.0.0.1:${port}/api/v1${address}`, {
    method, headers: { ...(body ? { 'content-type': 'application/json' } : {}), ...(token ? { authorization: `Bearer ${token}` } : {}), ...(cookie ? { cookie } : {}) }, ...(body ? { body: JSON.stringify(body) } : {}),
  })
  if (!answer.ok) throw new Error(`${method} ${address}: ${answer.status} ${await answer.text()}`)
  return { json: answer.status === 204 ? null : await answer.json().catch(() => null), cookie: answer.headers.getSetCookie()[0]?.split(';')[0] }
}

/** Two people who may write, of one organisation, in one dossier. */
async function ready(at) {
  if (fs.existsSync(access(at.dataDir))) return
  const link = await admin(at, 'set-up-link')
  const { cookie } = await ask(at, 'POST', '/set-up', { body: { token: link.split('/').at(-1), email: 'partner@bench.example', name: 'Partner', function: '', organisation: 'Bench', language: 'nl' } })
  const me = (await ask(at, 'GET', '/session', { cookie })).json
  const partner = (await ask(at, 'POST', '/api-tokens', { cookie, body: { name: 'bench' } })).json.token
  const dossier = (await ask(at, 'POST', '/dossiers', { token: partner, body: { title: 'Bench', theme: 'politics-and-lobby', accord: null, coalition: 'Bench' } })).json
  const other = (await ask(at, 'POST', `/organisations/${me.actingFor}/people`, { token: partner, body: { email: 'attacker@bench.example', name: 'Attacker', function: '', roles: [] } })).json
  await ask(at, 'PUT', `/dossiers/${dossier.id}/partners/${me.actingFor}/people/${other.personId}`, { token: partner, body: { right: 'write' } })
  const attacker = await admin(at, 'token', 'create', '--email', 'attacker@bench.example', '--name', 'bench')
  fs.writeFileSync(access(at.dataDir), JSON.stringify({ dossierId: dossier.id, partner, attacker }), { mode: 0o600 })
}

async function rooms(at) {
  const { dossierId, partner, attacker } = JSON.parse(fs.readFileSync(access(at.dataDir), 'utf8'))
  const paths = {}
  for (const name of at.names) {
    const { room } = (await ask(at, 'POST', '/statements', { token: partner, body: { dossierId, type: 'position-paper', language: 'nl', title: name, wordBudget: null, template: false } })).json
    const ticket = async (token) => (await ask(at, 'POST', '/sync-tickets', { token, body: { room } })).json.ticket
    paths[name] = { partner: `/sync/${room}?frames=1&ticket=${await ticket(partner)}`, attacker: `/sync/${room}?frames=1&ticket=${await ticket(attacker)}` }
  }
  return paths
}

export default {
  name: 'draagvlak', protocol: 'y-websocket', savedType: 100, shares: true, ready, rooms,
  start: (at) => ({ args: [path.join(SERVER, 'main.js')], env: env(at) }),
  path: (doc) => `/sync/${encodeURIComponent(doc)}?frames=1`,
}
