/** A house that listens inside the test: its rooms are open to anybody with a ticket, and its deps can be other than those of a server that runs. */
import { serve, type ServerType } from '@hono/node-server'
import type { AddressInfo } from 'node:net'
import { WebSocket } from 'ws'
import type { Deps } from '../deps.ts'
import { attachSockets } from '../sync/socket.ts'
import type { TestHouse } from './house.ts'

export interface Hall { readonly url: string; /** With a query already begun. */ room(id: string, ticket: string): string; stop(): Promise<void> }

export async function openHall(house: TestHouse, deps: Deps = house.deps): Promise<Hall> {
  const server = await new Promise<ServerType>((resolve) => { const made = serve({ fetch: house.app.fetch, port: 0, hostname: '127.0.0.1' }, () => resolve(made)) })
  const sockets = attachSockets(server, deps)
  const address = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url: `http://${address}`,
    room: (id, ticket) => `ws://${address}/sync/${id}?ticket=${ticket}`,
    async stop() {
      await sockets.drain()
      await new Promise((resolve) => { server.close(resolve) })
    },
  }
}

/** The code with which somebody is sent away. */
export const closedWith = (url: string): Promise<number> => new Promise((resolve, reject) => { new WebSocket(url).once('error', reject).once('close', resolve) })
