/** How many nodes and which database so many coalitions need, worked out from what one node was measured to cost. Pure. */

/** What one node costs, measured with `npm run bench`; see docs/performance.md for the machine. */
export const MEASURED = {
  /** Microseconds of processor time (Node and PostgreSQL) for one update at one other screen, when many type. */
  delivered: 4,
  /** Microseconds for one write to disk, whatever is in it, and for each document that shares it. */
  write: 500, writtenDocument: 10,
  /** Microseconds in a second for somebody who only looks, and for what a node hears of another node's writing, per message. */
  idle: 20, heard: 60,
  /** Kilobytes for a connection, for an open document, and for a node with nobody on it. */
  connection: 20, document: 200, node: 80_000,
  /** Bytes in the log for one letter until the text is compacted. */
  letter: 180,
} as const

export interface Load {
  readonly name: string
  readonly coalitions: number
  /** Documents that are open at the busiest hour, people in each, and how many of these type at that moment. */
  readonly documents: number
  readonly people: number
  readonly typing: number
  /** Letters in a second of somebody who types. */
  readonly letters: number
}
export interface Need {
  readonly connections: number
  readonly updates: number
  readonly delivered: number
  /** Processor cores at the busiest hour, for Node and PostgreSQL together. */
  readonly cores: number
  readonly nodes: number
  readonly gigabytes: number
  readonly writes: number
  readonly notices: number
  readonly gigabytesLoggedPerHour: number
}

/** A coalition writes seldom: of a hundred, so many have a text open with people in it at the busiest hour. */
const AT_ONCE = 0.2
/** A node is asked for half of a core, so that a storm after the fall of its neighbour fits. */
const SHARE = 0.5
/** Documents that write in the same moment share one write; so many writes in a second a node makes at most. */
const WRITES = 150

export const loadOf = (name: string, coalitions: number): Load => ({ name, coalitions, documents: Math.max(1, Math.round(coalitions * AT_ONCE * 1.5)), people: 12, typing: 3, letters: 3 })

/** Goes round twice: how many nodes there are decides how many writes and notices there are. */
export function needOf(load: Load): Need {
  const connections = load.documents * load.people
  const updates = load.documents * load.typing * load.letters
  const delivered = updates * (load.people - 1)
  let nodes = 1
  let cores = 0
  let writes = 0
  for (let round = 0; round < 20; round += 1) {
    writes = Math.min(updates, nodes * WRITES)
    const heard = nodes > 1 ? writes * (nodes - 1) : 0
    cores = (delivered * MEASURED.delivered + writes * MEASURED.write + updates * MEASURED.writtenDocument + connections * MEASURED.idle + heard * MEASURED.heard) / 1e6
    const wanted = Math.max(1, Math.ceil(cores / SHARE))
    if (wanted === nodes) break
    nodes = wanted
  }
  return {
    connections, updates, delivered, cores, nodes, writes, notices: nodes > 1 ? writes : 0,
    gigabytes: (nodes * MEASURED.node + connections * MEASURED.connection + load.documents * MEASURED.document) / 1e6,
    gigabytesLoggedPerHour: (updates * MEASURED.letter * 3_600) / 1e9,
  }
}
