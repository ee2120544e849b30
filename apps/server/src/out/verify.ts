/** Checks a bundle without a server: hashes of the files, the chain of the events, and that both speak of the same words. */
import { verifyChain, type ChainedEvent } from '@draagvlak/domain/audit'
import { NotAVersion, passagePrints, versionHash } from '@draagvlak/editor/canonical'
import { readAnyVersion } from '@draagvlak/editor/older-texts'
import { unzipSync } from 'fflate'
import { HASHING, sha256 } from '../store/chain.ts'
import type { BundleIndex } from './bundle.ts'
import { readEdition } from './edition-file.ts'
import { checkFields } from './verify-fields.ts'

export interface Verified {
  readonly ok: boolean
  /** One line per thing that was looked at and is right. */
  readonly fine: readonly string[]
  /** One line per thing that is not as it was sealed, naming it. */
  readonly wrong: readonly string[]
}

const SIZE_LIMIT = 512 * 1024 * 1024

/** Never throws: what is of another shape than docs/verify.md says is wrong, whoever made it so. */
export function verifyBundle(zip: Uint8Array): Verified {
  try { return verifyWhole(zip) } catch (error) {
    if (!(error instanceof TypeError)) throw error
    return { ok: false, fine: [], wrong: ['bundle.json or events.jsonl: not of the shape that docs/verify.md describes'] }
  }
}

function verifyWhole(zip: Uint8Array): Verified {
  const fine: string[] = []
  const wrong: string[] = []
  const files = open(zip)
  if (!files) return { ok: false, fine, wrong: ['The file is not a ZIP, or it is damaged'] }
  const index = json<BundleIndex>(files['bundle.json'])
  if (index?.format !== 'draagvlak-bundle' || index.version !== 1) return { ok: false, fine, wrong: ['bundle.json: missing, damaged, or of a format that this program does not know'] }
  const lines = files['events.jsonl']
  if (!lines) return { ok: false, fine, wrong: ['events.jsonl: missing'] }
  if (sha256(lines) !== index.events) wrong.push('events.jsonl: not the bytes that bundle.json names')
  const events = readEvents(lines, wrong)
  if (events.length === 0) wrong.push('events.jsonl: no events, so that nothing vouches for the rest')

  const findings = verifyChain(events, HASHING, index.heads)
  for (const finding of findings) wrong.push(`events.jsonl: ${finding.stream}, event ${finding.revision}: ${DIFFERS[finding.differs]}`)
  if (findings.length === 0 && events.length > 0) fine.push(`${events.length} events, an unbroken chain; head ${index.heads.map((head) => head.hash.slice(0, 16)).join(', ')}`)
  const withheld = events.filter((event) => event.salt === null)
  if (JSON.stringify(withheld.map(whichEvent)) !== JSON.stringify(index.withheld.map(whichEvent))) wrong.push('bundle.json: the list of withheld events is not that of events.jsonl')
  else if (withheld.length > 0) fine.push(`${withheld.length} of them with withheld content; their seals are there`)

  checkFields(index, events, wrong)
  checkStatement(index, events, wrong)
  checkNamed(files, 'versions', index.versions, '.json', fine, wrong)
  checkNamed(files, 'editions', index.editions, '.json', fine, wrong)
  checkNamed(files, 'files', index.files, '', fine, wrong)
  if (index.people !== undefined) {
    if (files['people.json'] && sha256(files['people.json']) === index.people) fine.push('people.json: the names of your own colleagues; no seal is about names')
    else wrong.push('people.json: not the bytes that bundle.json names')
  }
  checkVersions(files, index, events, fine, wrong)
  checkEditions(files, index, events, fine, wrong)
  checkLogos(files, index, wrong)
  const known = new Set(['bundle.json', 'events.jsonl', ...(index.people === undefined ? [] : ['people.json']), ...index.versions.map((hash) => `versions/${hash}.json`), ...index.editions.map((hash) => `editions/${hash}.json`), ...index.files.map((hash) => `files/${hash}`)])
  for (const name of Object.keys(files)) if (!known.has(name) && !name.endsWith('/')) wrong.push(`${name}: a file that bundle.json does not name`)
  return { ok: wrong.length === 0, fine, wrong }
}

const whichEvent = ({ stream, revision, type }: { stream: string; revision: number; type: string }) => [stream, revision, type]

const DIFFERS = {
  data: 'its content is not what was sealed', event: 'it is not what was sealed', order: 'an event before it is missing or was moved', link: 'it does not follow the event before it', head: 'the last seal is another one than bundle.json names',
} as const

function open(zip: Uint8Array): Record<string, Uint8Array> | null {
  let size = 0
  try {
    return unzipSync(zip, { filter: (file) => { size += file.originalSize; if (size > SIZE_LIMIT) throw new Error('too large'); return true } })
  } catch { return null }
}

function json<T>(bytes: Uint8Array | undefined): T | null {
  try { return bytes ? JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as T : null } catch { return null }
}

function readEvents(bytes: Uint8Array, wrong: string[]): ChainedEvent[] {
  const texts = new TextDecoder().decode(bytes).split('\n').filter(Boolean)
  return texts.flatMap((text, index) => {
    try { return [JSON.parse(text) as ChainedEvent] } catch { wrong.push(`events.jsonl: line ${index + 1} can't be read`); return [] }
  })
}

interface Started { readonly slug: string; readonly type: string; readonly language: string }

/** What bundle.json says of the statement is what its events say, as far as they can be read here. */
function checkStatement({ statement, versions, editions, until }: BundleIndex, events: readonly ChainedEvent[], wrong: string[]): void {
  const own = events.filter((event) => event.stream === `statement/${statement.id}`)
  if (own.length === 0) wrong.push('bundle.json: no event is about the statement that it names')
  const all = (type: string, field: string) => own.filter((event) => event.type === type).map((event) => (event.data as Record<string, unknown> | null)?.[field])
  const [started] = own.filter((event) => event.type === 'statement-started').map((event) => event.data as Started | null)
  if (started) for (const field of ['slug', 'type', 'language'] as const) if (started[field] !== statement[field]) wrong.push(`bundle.json: the ${field} of the statement is not the recorded one`)
  const one = (said: string, recorded: readonly unknown[], what: string) => { if (own.length > 0 && !recorded.includes(said) && !recorded.includes(undefined)) wrong.push(`bundle.json: ${what} is not in the events`) }
  one(statement.title, ['statement-started', 'statement-renamed', 'version-frozen'].flatMap((type) => all(type, 'title')), 'this title')
  if (until !== events.map((event) => event.at).sort().at(-1)) wrong.push('bundle.json: the moment until which it goes is not that of its newest event')
  // Nothing that the events name and show may be left out.
  for (const version of all('version-frozen', 'version')) if (version !== undefined && !versions.includes(version as string)) wrong.push(`versions/${version as string}.json: missing, though an event says that it was frozen`)
  for (const edition of all('edition-published', 'file')) if (edition !== undefined && !editions.includes(edition as string)) wrong.push(`editions/${edition as string}.json: missing, though an event says that it was published`)
  for (const version of versions) one(version, all('version-frozen', 'version'), `version ${version.slice(0, 16)}`)
  for (const edition of editions) one(edition, all('edition-published', 'file'), `edition ${edition.slice(0, 16)}`)
}

/** A file is named by its hash. */
function checkNamed(files: Record<string, Uint8Array>, folder: string, hashes: readonly string[], ending: string, fine: string[], wrong: string[]): void {
  let right = 0
  for (const hash of hashes) {
    const name = `${folder}/${hash}${ending}`
    const bytes = files[name]
    if (!bytes) wrong.push(`${name}: missing`)
    else if (sha256(bytes) !== hash) wrong.push(`${name}: not the bytes that its name says`)
    else right++
  }
  if (right > 0 && right === hashes.length) fine.push(`${right} ${folder}, each with the bytes that its name says`)
}

interface Frozen { readonly version: string; readonly passages: readonly { readonly id: string; readonly fingerprint: string }[] }

/** The words of a version give the fingerprints that the event recorded when it was frozen. */
function checkVersions(files: Record<string, Uint8Array>, index: BundleIndex, events: readonly ChainedEvent[], fine: string[], wrong: string[]): void {
  for (const event of events.filter((one) => one.type === 'version-frozen' && one.data !== null)) {
    const frozen = event.data as Frozen
    const bytes = files[`versions/${frozen.version}.json`]
    if (!bytes || !index.versions.includes(frozen.version)) continue
    try {
      const version = readAnyVersion(bytes)
      if (versionHash(bytes) !== frozen.version) wrong.push(`versions/${frozen.version}.json: not in the canonical form`)
      const prints = passagePrints(version.passages)
      if (JSON.stringify(prints.map((print) => [print.id, print.fingerprint])) === JSON.stringify(frozen.passages.map((print) => [print.id, print.fingerprint]))) fine.push(`version ${frozen.version.slice(0, 16)}: ${prints.length} passages with the recorded fingerprints`)
      else wrong.push(`versions/${frozen.version}.json: its passages are not those that were frozen`)
    } catch (error) {
      if (!(error instanceof NotAVersion)) throw error
      wrong.push(`versions/${frozen.version}.json: not a version that this program can read`)
    }
  }
}

interface Published { readonly number: number; readonly version: string; readonly file: string; readonly list: readonly { readonly organisationId: string }[] }

/** An edition's list is the one that was recorded when it was published. */
function checkEditions(files: Record<string, Uint8Array>, index: BundleIndex, events: readonly ChainedEvent[], fine: string[], wrong: string[]): void {
  for (const event of events.filter((one) => one.type === 'edition-published' && one.data !== null)) {
    const published = event.data as Published
    const name = `editions/${published.file}.json`
    const edition = files[name] ? json<ReturnType<typeof readEdition>>(files[name]) : null
    if (!index.editions.includes(published.file)) continue
    if (!edition || edition.number !== published.number || edition.version !== published.version || JSON.stringify(edition.list.map((line) => line.organisationId)) !== JSON.stringify(published.list.map((line) => line.organisationId))) wrong.push(`${name}: not the text and list of edition ${published.number} as it was published`)
    else fine.push(`edition ${published.number}: ${edition.list.length} signatories under version ${published.version.slice(0, 16)}`)
  }
}

/** The logos are those that the editions name, no more and no fewer. */
function checkLogos(files: Record<string, Uint8Array>, index: BundleIndex, wrong: string[]): void {
  const shown = new Set(index.editions.flatMap((hash) => json<ReturnType<typeof readEdition>>(files[`editions/${hash}.json`])?.list ?? []).flatMap((line) => line.logo?.file ?? []))
  for (const hash of shown) if (!index.files.includes(hash)) wrong.push(`files/${hash}: missing, though an edition shows it`)
  for (const hash of index.files) if (!shown.has(hash)) wrong.push(`files/${hash}: a logo that no edition shows`)
}
