/** The directory of organisations: find, add, change; their people and mandates. */
import * as api from '@draagvlak/api/organisation'
import { decideDescribeOrganisation, decideJoin, decideLeave, decideRegister, decideRenameOrganisation, decideSetPrintedName, decideSetRoles, decideStateMembers, likelyDoubles } from '@draagvlak/domain/directory'
import { whyNot } from '@draagvlak/domain/access'
import { streamOf, type OrganisationFact } from '@draagvlak/domain/events'
import type { Decision } from '@draagvlak/domain/decision'
import { decideEndMandate, decideRecordMandate, decideSetRoute } from '@draagvlak/domain/mandate'
import { nameOn, type Organisation } from '@draagvlak/domain/organisation'
import { searchFold } from '@draagvlak/domain/search-fold'
import { m } from '@draagvlak/messages/m'
import type { Deps } from '../deps.ts'
import { no, notFound, refused, type No } from '../http/no.ts'
import type { Call, On } from '../http/route.ts'
import type { Endpoint } from '@draagvlak/api/endpoint'
import { newId } from '../ids.ts'
import { colleagueMail } from '../mail/letters.ts'
import { putMail } from '../mail/outbox.ts'
import { findOrAddPerson, personsById } from '../people/persons.ts'
import type { Trx } from '../store/database.ts'
import { briefOf, dayOf, fullOf } from './views.ts'

const PAGE = 50
type Asked = Pick<Call<Endpoint>, 'caller' | 'situation' | 'now' | 'by'>

export function directoryRoutes(on: On, deps: Deps): void {
  const { db } = deps.connection
  const stateOf = async (id: string): Promise<Organisation> => (await deps.events.state(streamOf.organisation(id)))!

  /** Decides on one organisation and shows it as it is then. */
  async function change(call: Asked, id: string, ask: (organisation: Organisation) => Decision<OrganisationFact>, and?: (trx: Trx) => Promise<void>): Promise<api.OrganisationFull | No> {
    const outcome = await deps.events.decide({ write: streamOf.organisation(id), by: call.by }, ({ state }) => {
      const organisation = state(streamOf.organisation(id))
      if (!organisation) return { ok: false, because: 'not-yours' }
      const decision = ask(organisation)
      return decision.ok ? { ...decision, ...(and ? { with: and } : {}) } : decision
    })
    return outcome.ok ? fullOf(deps, call, await stateOf(id)) : refused(outcome.because)
  }

  on(api.listOrganisations, async ({ query, now }) => {
    const folded = query.q ? searchFold(query.q) : ''
    const rows = await db.selectFrom('organisation_list').select(['id', 'folded']).$if(folded !== '', (rowsOf) => rowsOf.where('folded', 'like', `%${folded.replace(/[%_\\]/g, '\\$&')}%`))
      .$if(query.after !== undefined, (rowsOf) => rowsOf.where('folded', '>', query.after!)).orderBy('folded').limit(PAGE + 1).execute()
    const states = await deps.events.states(rows.slice(0, PAGE).map((row) => streamOf.organisation(row.id)))
    return { items: rows.slice(0, PAGE).flatMap((row) => briefOf(states.get(streamOf.organisation(row.id))!, now)), next: rows.length > PAGE ? rows[PAGE - 1]!.folded : null }
  })
  on(api.findDoubles, async ({ query, now }) => ({ items: await doublesOf(deps, query.name, query.number ?? null, now), next: null }))
  on(api.addOrganisation, async ({ body, by, now }) => {
    const { confirmed, ...wish } = body
    const doubles = confirmed ? [] : await doublesOf(deps, wish.name, wish.number, now)
    if (doubles.length > 0) return no(409, 'likely-double', m.shared_likely_double, doubles)
    const id = newId()
    const outcome = await deps.events.decide({ write: streamOf.organisation(id), by }, () => decideRegister(wish))
    return outcome.ok ? briefOf(await stateOf(id), now) : refused(outcome.because)
  })
  on(api.seeOrganisation, async (call) => fullOf(deps, call, call.situation.about!))
  on(api.changeOrganisation, async (call) => {
    const { name, members, ...described } = call.body
    return change(call, call.params.organisationId, (organisation) => together([
      name === undefined ? null : decideRenameOrganisation(organisation, { name, validFrom: dayOf(call.now) }),
      Object.keys(described).length === 0 ? null : decideDescribeOrganisation(organisation, { kind: organisation.kind, reach: organisation.reach, number: organisation.number, parentId: organisation.parentId, place: organisation.place, website: organisation.website, about: organisation.about, ...given(described) }),
      members ? decideStateMembers(organisation, members) : null,
    ]))
  })
  on(api.setPrintedName, (call) => change(call, call.params.organisationId, (organisation) => decideSetPrintedName(organisation, call.body)))
  on(api.setRoute, (call) => change(call, call.params.organisationId, (organisation) => decideSetRoute(organisation, call.body)))

  on(api.inviteColleague, async (call) => {
    const { organisationId } = call.params
    const because = call.body.roles.length > 0 ? whyNot('give-organisation-role', call.caller.who, call.situation) : null
    if (because) return refused(because)
    let personId = ''
    const outcome = await deps.events.decide({ write: streamOf.organisation(organisationId), by: call.by }, async ({ state, trx, now }) => {
      const organisation = state(streamOf.organisation(organisationId))!
      const person = await findOrAddPerson(trx, now, { email: call.body.email, name: call.body.name, function: call.body.function })
      const inviter = (await personsById(trx, [call.by.personId!])).get(call.by.personId!)
      personId = person.id
      return {
        ...decideJoin(organisation, { personId: person.id, roles: call.body.roles }),
        with: async () => {
          if (person.email) await putMail(trx, now, { personId: person.id, address: person.email, kind: 'colleague', organisationId, ...colleagueMail(person.language, { name: person.name, inviter: inviter?.name ?? '', organisation: nameOn(organisation, dayOf(now)), url: `${deps.config.baseUrl}/aanmelden` }) })
        },
      }
    })
    if (!outcome.ok) return refused(outcome.because)
    deps.mailWaits()
    const person = (await personsById(db, [personId])).get(personId)!
    return { personId, name: person.name, function: person.function, email: person.email, roles: call.body.roles }
  })
  on(api.setColleagueRoles, (call) => change(call, call.params.organisationId, (organisation) => decideSetRoles(organisation, { personId: call.params.personId, roles: call.body.roles })))
  on(api.removeColleague, async (call) => {
    const done = await change(call, call.params.organisationId, (organisation) => decideLeave(organisation, { personId: call.params.personId }))
    return 'problem' in done ? done : undefined
  })
  on(api.recordMandate, async (call) => {
    const mandateId = newId()
    const done = await change(call, call.params.organisationId, (organisation) => decideRecordMandate(organisation, { mandateId, ...call.body }, call.now))
    if ('problem' in done) return done
    const { mandateId: id, ...mandate } = (await stateOf(call.params.organisationId)).mandates.find((one) => one.mandateId === mandateId)!
    return { id, ...mandate }
  })
  on(api.endMandate, async (call) => {
    if (!call.situation.about?.mandates.some((mandate) => mandate.mandateId === call.params.mandateId)) return notFound()
    const done = await change(call, call.params.organisationId, (organisation) => decideEndMandate(organisation, { mandateId: call.params.mandateId, reason: null }, call.now))
    return 'problem' in done ? done : undefined
  })
}

/** Only what was sent. */
function given<T extends object>(described: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(described).filter(([, value]) => value !== undefined)) as { [K in keyof T]: Exclude<T[K], undefined> }
}

/** Several decisions as one: the first refusal counts. */
function together(decisions: readonly (Decision<OrganisationFact> | null)[]): Decision<OrganisationFact> {
  const facts: OrganisationFact[] = []
  for (const decision of decisions) {
    if (decision && !decision.ok) return decision
    if (decision) facts.push(...decision.facts)
  }
  return { ok: true, facts }
}

async function doublesOf(deps: Deps, name: string, number: string | null, now: string) {
  const rows = await deps.connection.db.selectFrom('organisation_list').select('id').execute()
  const organisations = [...(await deps.events.states(rows.map((row) => streamOf.organisation(row.id)))).values()]
  const doubles = likelyDoubles(organisations, { name, number, today: dayOf(now) })
  return doubles.map(({ organisationId, because }) => ({ ...briefOf(organisations.find((one) => one.id === organisationId)!, now), because }))
}
