/** What each person may do with one text: seen by organisation, set by the coordinator or by a mandate holder for colleagues. */
import * as api from '@draagvlak/api/right'
import type { AnswerOf } from '@draagvlak/api/endpoint'
import { whyNot, type Situation } from '@draagvlak/domain/access'
import type { Dossier } from '@draagvlak/domain/dossier'
import { streamOf, type Id } from '@draagvlak/domain/events'
import { decideSetStatementRight } from '@draagvlak/domain/life'
import type { Organisation } from '@draagvlak/domain/organisation'
import type { Refusal } from '@draagvlak/domain/refusals'
import type { Statement } from '@draagvlak/domain/statement'
import type { Deps } from '../deps.ts'
import { briefIn, organisationsOf, participantsOf } from '../dossier/coalition.ts'
import { refused } from '../http/no.ts'
import type { On } from '../http/route.ts'
import type { Caller } from '../people/caller.ts'
import { personsById, type Person } from '../people/persons.ts'

type PersonHere = AnswerOf<typeof api.setStatementRight>

export function statementRightsRoutes(on: On, deps: Deps): void {
  const { db } = deps.connection

  on(api.listRights, async ({ caller, situation, now }) => {
    const statement = situation.statement!
    const dossier = situation.dossier!
    const all = whyNot('see-contacts', caller.who, situation) === null
    const shown = participantsOf(statement, dossier, await organisationsOf(deps.events, dossier), now).filter((one) => all || one.id === caller.who.organisationId)
    const persons = await personsById(db, shown.flatMap(colleaguesOf))
    return {
      items: shown.map((organisation) => ({
        organisation: briefIn(dossier)(organisation, now), because: asWhom(caller, situation, organisation.id).because,
        people: colleaguesOf(organisation).flatMap((id) => (persons.has(id) ? [personHere(persons.get(id)!, organisation.id, statement, dossier)] : [])),
      })),
      next: null,
    }
  })
  on(api.setStatementRight, async (call) => {
    const { organisationId, right } = call.body
    const { personId } = call.params
    const who = asWhom(call.caller, call.situation, organisationId)
    if (who.because) return refused(who.because)
    const streams = { statement: streamOf.statement(call.situation.statement!.id), dossier: streamOf.dossier(call.situation.dossier!.id), organisation: streamOf.organisation(organisationId) }
    const outcome = await deps.events.decide({ write: streams.statement, read: [streams.dossier, streams.organisation], by: call.by }, ({ state }) => {
      const organisation = state(streams.organisation)
      return organisation ? decideSetStatementRight(state(streams.statement)!, state(streams.dossier)!, organisation, { organisationId, personId, right, as: who.as }) : { ok: false, because: 'not-a-partner' }
    })
    if (!outcome.ok) return refused(outcome.because)
    const person = (await personsById(db, [personId])).get(personId)
    return person ? personHere(person, organisationId, (await deps.events.state(streams.statement))!, (await deps.events.state(streams.dossier))!) : refused('no-such-person')
  })
}

/** The coordinator sets the rights of every partner while the coalition may change; a mandate holder always those of colleagues. */
function asWhom({ who }: Caller, situation: Situation, organisationId: Id): { readonly as: 'coordinator' | 'mandate-holder'; readonly because: Refusal | null } {
  const coordinator = whyNot('set-partner-rights', who, situation)
  if (coordinator === null) return { as: 'coordinator', because: null }
  if (organisationId !== who.organisationId) return { as: 'coordinator', because: coordinator }
  const holder = whyNot('set-colleague-rights', who, situation)
  return holder === null ? { as: 'mandate-holder', because: null } : { as: 'coordinator', because: coordinator }
}

const colleaguesOf = (organisation: Organisation): Id[] => Object.entries(organisation.people).filter(([, colleague]) => colleague.leftAt === null).map(([id]) => id)

function personHere({ id, name, function: position }: Person, organisationId: Id, statement: Statement, dossier: Dossier): PersonHere {
  const own = statement.rights[organisationId]?.[id]
  return { personId: id, name, function: position, dossier: dossier.rights[organisationId]?.[id] ?? null, own: own === undefined ? 'as-dossier' : own }
}
