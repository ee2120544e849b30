/** Raises the text of an open room for whoever comes in with a newer schema: many come back at once with a new program, and the first of them raises for all. */
import type { Room } from '@draagvlak/sync/room'
import type { Deps } from '../deps.ts'
import { raiseRoom } from '../statement/raise.ts'
import { announceCommand } from './announcer.ts'

/** @param look makes this node hear of it, too. */
export function raiseOnce(deps: Deps, look: (name: string) => Promise<void>): (room: Room, to: number) => Promise<void> {
  const underWay = new Map<string, Promise<void>>()
  async function raise({ name, schema }: Room, to: number): Promise<void> {
    if (await raiseRoom(deps, name, to)) {
      deps.log.info({ room: name, from: schema, to }, 'room raised to a newer schema')
      await announceCommand(deps.bus, name, null)
    }
    await look(name)
  }
  return async (room, to) => {
    if (!room.writable || room.schema >= to) return
    const key = `${room.name} ${to}`
    const raised = underWay.get(key) ?? raise(room, to).finally(() => underWay.delete(key))
    underWay.set(key, raised)
    await raised
  }
}
