/** Every endpoint by name: what the server must answer, the documentation shows and the tests walk. */
import * as desk from './desk.ts'
import * as dossier from './dossier.ts'
import * as edition from './edition.ts'
import type { Endpoint } from './endpoint.ts'
import * as event from './event.ts'
import * as link from './link.ts'
import * as organisation from './organisation.ts'
import * as right from './right.ts'
import * as round from './round.ts'
import * as session from './session.ts'
import * as signOff from './sign-off.ts'
import * as statement from './statement.ts'

const isEndpoint = (value: unknown): value is Endpoint => typeof value === 'object' && value !== null && 'method' in value && 'path' in value
const NOUNS = { session, organisation, dossier, statement, right, round, 'sign-off': signOff, link, edition, event, desk }

/** noun → name → endpoint, in the order of the files. */
export const CONTRACT: readonly { readonly noun: string; readonly name: string; readonly endpoint: Endpoint }[] =
  Object.entries(NOUNS).flatMap(([noun, file]) => Object.entries(file).flatMap(([name, value]) => isEndpoint(value) ? [{ noun, name, endpoint: value }] : []))
