/** What a monitor reads. */
import type { AddressInfo } from 'node:net'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { createMeter } from './meter.ts'
import { metricsOf, serveMetrics } from './metrics.ts'
import { testHouse } from './testing/house.ts'

test('a monitor on this machine reads how busy the node is, and nothing else is served there', async () => {
  const house = await testHouse()
  const meter = createMeter()
  meter.flushed(performance.now(), 12)
  meter.refused(4422, 'unknown-mark')
  const server = serveMetrics(0, metricsOf({ connections: () => 3, rooms: () => 2, pool: house.connection.pool, meter }), () => {})
  await once(server, 'listening')
  const address = server.address() as AddressInfo
  const ask = (path: string) => fetch(`http://127.0.0.1:${address.port}${path}`)
  const text = await (await ask('/metrics')).text()
  expect(address.address).toBe('127.0.0.1')
  expect(text).toContain('draagvlak_connections 3')
  expect(text).toContain('draagvlak_open_rooms 2')
  expect(text).toMatch(/draagvlak_notification_queue_usage \d/)
  expect(text).toContain('draagvlak_flush_seconds_count 1')
  expect(text).toContain('draagvlak_flush_rooms_sum 12')
  expect(text).toContain('draagvlak_refused_total{code="4422",reason="unknown-mark"} 1')
  expect((await ask('/')).status).toBe(404)
  server.close()
  await house.close()
})
