/** Numbers for who runs the server: Prometheus text on loopback, on a port of its own, so that no proxy shows it by accident. */
import { createServer, type Server } from 'node:http'
import type pg from 'pg'
import { collectDefaultMetrics, Gauge, type Registry } from 'prom-client'
import type { Meter } from './meter.ts'

/** Read at each question; the numbers of this node. */
export interface Measured {
  readonly connections: () => number
  readonly rooms: () => number
  readonly pool: pg.Pool
  readonly meter: Meter
}

/** Never a name, an address or a text: only how many and how long. */
export function metricsOf({ connections, rooms, pool, meter: { registry } }: Measured): Registry {
  collectDefaultMetrics({ register: registry })
  const gauge = (name: string, help: string, value: () => number | Promise<number>) => new Gauge({ name, help, registers: [registry], async collect() { this.set(await value()) } })
  gauge('draagvlak_connections', 'Open connections to documents.', connections)
  gauge('draagvlak_open_rooms', 'Documents in memory.', rooms)
  gauge('draagvlak_database_connections', 'Connections in the pool to PostgreSQL, idle ones included; three more last as long as this node.', () => pool.totalCount)
  gauge('draagvlak_database_waiting', 'Questions that wait for a connection to PostgreSQL.', () => pool.waitingCount)
  gauge('draagvlak_notification_queue_usage', 'How full the queue of PostgreSQL between nodes is, 0 to 1.', async () =>
    (await pool.query<{ usage: number }>('select pg_notification_queue_usage() as usage')).rows[0]!.usage)
  return registry
}

export function serveMetrics(port: number, registry: Registry, fault: (error: unknown) => void): Server {
  return createServer((request, response) => {
    if (request.url !== '/metrics') return void response.writeHead(404).end()
    registry.metrics().then((text) => response.writeHead(200, { 'content-type': registry.contentType }).end(text), (error: unknown) => {
      fault(error)
      response.writeHead(500).end()
    })
  }).on('error', fault).listen(port, '127.0.0.1')
}
