/** A bundle holds nothing that no seal is about: no field beside those of docs/verify.md, nothing twice, and the head of each stream. */
import type { ChainedEvent } from '@draagvlak/domain/audit'
import type { BundleIndex } from './bundle.ts'

const INDEX = ['format', 'version', 'statement', 'until', 'heads', 'withheld', 'versions', 'editions', 'files', 'people', 'events']
const STATEMENT = ['id', 'slug', 'title', 'type', 'language']
const HEAD = ['stream', 'revision', 'hash']
const WITHHELD = ['stream', 'revision', 'type']
const EVENT = ['stream', 'revision', 'type', 'v', 'at', 'by', 'reads', 'dataHash', 'previous', 'hash', 'data', 'salt']
const BY = ['personId', 'organisationId', 'via']

export function checkFields(index: BundleIndex, events: readonly ChainedEvent[], wrong: string[]): void {
  const only = (where: string, found: object, known: readonly string[]) => {
    for (const name of Object.keys(found)) if (!known.includes(name)) wrong.push(`${where}: ${name} is a field that no seal is about`)
  }
  only('bundle.json', index, INDEX)
  only('bundle.json, statement', index.statement, STATEMENT)
  for (const head of index.heads) only('bundle.json, heads', head, HEAD)
  for (const event of index.withheld) only('bundle.json, withheld', event, WITHHELD)
  for (const event of events) {
    const where = `events.jsonl: ${event.stream}, event ${event.revision}`
    only(where, event, EVENT)
    only(where, event.by, BY)
  }
  const streams = [...new Set(events.map(({ stream }) => stream))]
  if (JSON.stringify(streams.toSorted()) !== JSON.stringify(index.heads.map(({ stream }) => stream).toSorted())) wrong.push('bundle.json: the heads are not those of the streams in events.jsonl, each once')
  for (const { stream, revision } of index.heads) if (events.findLast((event) => event.stream === stream)?.revision !== revision) wrong.push(`bundle.json: the head of ${stream} is not its last event`)
  for (const list of ['versions', 'editions', 'files'] as const) if (new Set(index[list]).size < index[list].length) wrong.push(`bundle.json: something stands twice under ${list}`)
}
