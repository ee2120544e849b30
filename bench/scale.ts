/** How many nodes and which database so many coalitions need, worked out from what one node was measured to cost. Pure. */

/** What one node costs: rounded up from what was measured (docs/performance.md). */
export const COSTS = {
  /** Microseconds of processor time (Node and PostgreSQL) for one update at one other screen, when many type. */
  delivered: 4,
  /** Microseconds for one write to disk, whatever is in it, and for each document that shares it. */
  write: 500, writtenDocument: 10,
  /** Microseconds in a second for somebody who only looks. */
  idle: 40,
  /** Microseconds for a message of another node, and for each letter in it of a document that is open here: it is looked at anew, and sent in smaller parts. */
  heard: 60, heardLetter: 20,
  /** Kilobytes for a connection, for an open document, and for a node with nobody on it. */
  connection: 15, document: 200, node: 80_000,
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
  /** Whether the load balancer chooses the server by the document; else people come to any. */
  readonly routed: boolean
}
export interface Need {
  readonly connections: number
  readonly updates: number
  readonly delivered: number
  /** Processor cores at the busiest hour, for Node and PostgreSQL together. */
  readonly cores: number
  readonly nodes: number
  readonly gigabytes: number
  readonly gigabytesLoggedPerHour: number
}

/** A coalition writes seldom: of a hundred, so many have a text open with people in it at the busiest hour. */
const AT_ONCE = 0.2
/** A node is asked for half of a core, so that a storm after the fall of its neighbour fits. */
const SHARE = 0.5
/** Documents that write in the same moment share one write; so many writes in a second a node makes at most. */
const WRITES = 150

export const loadOf = (name: string, coalitions: number, routed = false): Load => ({ name, coalitions, routed, documents: Math.max(1, Math.round(coalitions * AT_ONCE * 1.5)), people: 12, typing: 3, letters: 3 })

/** Goes round until it stands: how many nodes there are decides how many writes there are, and how many others hear of each. */
export function needOf(load: Load): Need {
  const connections = load.documents * load.people
  const updates = load.documents * load.typing * load.letters
  const delivered = updates * (load.people - 1)
  let nodes = 1
  let cores = 0
  for (let round = 0; round < 20; round += 1) {
    const writes = Math.min(updates, nodes * WRITES)
    const heard = writes * (nodes - 1)
    // So many other nodes have a document open.
    const elsewhere = load.routed ? 0 : nodes * (1 - (1 - 1 / nodes) ** load.people) - 1
    cores = (delivered * COSTS.delivered + writes * COSTS.write + updates * COSTS.writtenDocument + connections * COSTS.idle + heard * COSTS.heard + updates * elsewhere * COSTS.heardLetter) / 1e6
    const wanted = Math.max(1, Math.ceil(cores / SHARE))
    if (wanted === nodes) break
    nodes = wanted
  }
  return {
    connections, updates, delivered, cores, nodes,
    gigabytes: (nodes * COSTS.node + connections * COSTS.connection + load.documents * COSTS.document) / 1e6,
    gigabytesLoggedPerHour: (updates * COSTS.letter * 3_600) / 1e9,
  }
}

const LOADS = [loadOf('one coalition', 1), loadOf('a hundred', 100), loadOf('a country', 1_000), loadOf('four thousand coalitions', 4_000), loadOf('the same, by document', 4_000, true), loadOf('ten thousand, by document', 10_000, true)]
const number = (value: number): string => new Intl.NumberFormat('en-GB', { maximumSignificantDigits: value < 10 ? 1 : 3 }).format(value)

/** The table of docs/scaling.md, which a test holds to this. */
export function needTable(): string {
  const head = ['', 'coalitions', 'people at once', 'letters at other screens, per second', 'cores in use', 'servers', 'memory of the servers, GB', 'log per hour before it is compacted, GB']
  const rows = LOADS.map((load) => {
    const need = needOf(load)
    return [load.name, ...[load.coalitions, need.connections, need.delivered, need.cores, need.nodes, need.gigabytes, need.gigabytesLoggedPerHour].map(number)]
  })
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}
