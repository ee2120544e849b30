/** Who comes with which right into which room: looked up for many at once, when they come and whenever something was decided. */
import { roomAccess, type Situation } from '@draagvlak/domain/access'
import type { Dossier } from '@draagvlak/domain/dossier'
import { streamOf } from '@draagvlak/domain/events'
import type { Statement } from '@draagvlak/domain/statement'
import { nameOn, type Organisation } from '@draagvlak/domain/organisation'
import type { Deps } from '../deps.ts'
import { hueOf, initialsOf } from '../directory/marks.ts'
import { callerFrom, type Caller } from '../people/caller.ts'
import { huesIn } from '../dossier/coalition.ts'
import { personsById } from '../people/persons.ts'
import { callersByTicket, standingsAmong } from './tickets.ts'

export interface Visit { readonly caller: Caller; readonly room: string }
export type Right = 'none' | 'read' | 'write'
export interface Arrival { readonly room: string; readonly ticket: string | null; readonly cookie: string | undefined }
export interface Admission {
  readonly caller: Caller
  /** Null where there is no such room. */
  readonly right: Right | null
  /** What stands at the caret of this person on the screens of others. */
  readonly user: Readonly<Record<string, unknown>>
}

/** In the order of the arrivals; null for who is nobody that we know. */
export async function admit(deps: Deps, arrivals: readonly Arrival[]): Promise<(Admission | null)[]> {
  const callers = await callersOf(deps, arrivals)
  const visits = arrivals.flatMap(({ room }, at) => { const caller = callers[at]; return caller ? [{ room, caller }] : [] })
  const places = await placesOf(deps, visits)
  const [rights, users] = [rightsAmong(visits, places, deps.now()), await usersOf(deps, visits, places)]
  let at = 0
  return callers.map((caller) => {
    if (!caller) return null
    const admission = { caller, right: rights[at]!, user: users[at]! }
    at += 1
    return admission
  })
}

interface Places { readonly statements: ReadonlyMap<string, Statement>; readonly dossiers: ReadonlyMap<string, Dossier>; readonly organisations: ReadonlyMap<string, Organisation> }
async function placesOf(deps: Deps, visits: readonly Visit[]): Promise<Places> {
  const rooms = [...new Set(visits.map(({ room }) => room).filter(isRoomName))]
  const organisationIds = [...new Set(visits.flatMap(({ caller }) => caller.who.organisationId ?? []))]
  const [statements, organisations] = await Promise.all([deps.events.states(rooms.map((room) => streamOf.statement(room))), deps.events.states(organisationIds.map((id) => streamOf.organisation(id)))])
  return { statements, organisations, dossiers: await deps.events.states([...new Set([...statements.values()].map(({ dossierId }) => streamOf.dossier(dossierId)))]) }
}

/** For each visit the right it has now, null where there is no such room: three questions to the database, however many they are. */
export const rightsIn = async (deps: Deps, visits: readonly Visit[]): Promise<(Right | null)[]> => rightsAmong(visits, await placesOf(deps, visits), deps.now())

function rightsAmong(visits: readonly Visit[], { statements, dossiers, organisations }: Places, now: string): (Right | null)[] {
  return visits.map(({ caller: { who }, room }) => {
    const statement = isRoomName(room) ? statements.get(streamOf.statement(room)) : undefined
    if (!statement || statement.deletedAt) return null
    const situation: Situation = {
      statement, now, dossier: dossiers.get(streamOf.dossier(statement.dossierId)) ?? null,
      organisation: who.organisationId ? organisations.get(streamOf.organisation(who.organisationId)) ?? null : null,
    }
    return roomAccess(who, situation)
  })
}

/** Rooms of organisations come later; their names are known to nobody yet. */
const isRoomName = (room: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(room)

async function callersOf(deps: Deps, arrivals: readonly Arrival[]): Promise<(Caller | null)[]> {
  const byTicket = await callersByTicket(deps, arrivals.flatMap(({ ticket, room }) => (ticket ? [{ ticket, room }] : [])))
  const cookies = new Map<string, Promise<Caller>>()
  const byCookie = (cookie: string): Promise<Caller> => {
    const known = cookies.get(cookie) ?? callerFrom(deps, { cookie })
    cookies.set(cookie, known)
    return known
  }
  const found = await Promise.all(arrivals.map(async ({ ticket, room, cookie }) => (ticket ? byTicket(ticket, room) : cookie ? await byCookie(cookie) : null)))
  const standing = await standingsAmong(deps, found.filter((caller) => caller !== null))
  return found.map((caller) => (caller?.signedIn && standing(caller) !== 'ended' ? caller : null))
}

async function usersOf(deps: Deps, visits: readonly Visit[], { statements, dossiers, organisations }: Places): Promise<Readonly<Record<string, unknown>>[]> {
  const callers = visits.map(({ caller }) => caller)
  const persons = await personsById(deps.connection.db, callers.map(({ who }) => who.personId!))
  const today = deps.now().slice(0, 10)
  // One object for all windows of one person.
  const users = new Map<string, Readonly<Record<string, unknown>>>()
  const hues = new Map([...dossiers.values()].map((dossier) => [dossier.id, huesIn(dossier)]))
  return visits.map(({ room, caller: { who } }) => {
    const dossierId = statements.get(streamOf.statement(room))?.dossierId
    const key = `${who.personId} ${who.organisationId} ${dossierId}`
    const known = users.get(key)
    if (known) return known
    const name = persons.get(who.personId!)?.name ?? ''
    const organisation = who.organisationId ? organisations.get(streamOf.organisation(who.organisationId)) : undefined
    const user = {
      id: who.personId, name, initials: initialsOf(name || '?'), organisationId: organisation?.id ?? null, organisation: organisation ? nameOn(organisation, today) : '', hue: organisation ? (hues.get(dossierId ?? '') ?? hueOf)(organisation.id) : 1,
    }
    users.set(key, user)
    return user
  })
}
