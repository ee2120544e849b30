/** [G3c] The coordinator asks a partner for its logo: a mail with a link of its own, to who looks after the logos there. */
import * as api from '@draagvlak/api/round'
import { streamOf } from '@draagvlak/domain/events'
import { decideAskLogo, logoContacts, whyNoLogoAsk } from '@draagvlak/domain/logo-ask'
import { nameOn } from '@draagvlak/domain/organisation'
import { lastRound } from '@draagvlak/domain/statement'
import type { Deps } from '../deps.ts'
import { dayOf } from '../directory/views.ts'
import { refused } from '../http/no.ts'
import type { On } from '../http/route.ts'
import { logoMail } from '../mail/round-letters.ts'
import { putMail } from '../mail/outbox.ts'
import { personsById, type Person } from '../people/persons.ts'
import type { Trx } from '../store/database.ts'
import { linkFor, titleOf, urlOfLink } from './people.ts'

export function logoAskRoute(on: On, deps: Deps): void {
  on(api.askLogo, async (call) => {
    const { statementId } = call.params
    const { organisationId } = call.body
    const streams = { statement: streamOf.statement(statementId), dossier: streamOf.dossier(call.situation.dossier!.id), organisation: streamOf.organisation(organisationId) }
    const asker = await deps.events.state(streamOf.organisation(call.by.organisationId!))
    let asked: Person | null = null
    const outcome = await deps.events.decide({ write: streams.statement, read: [streams.dossier, streams.organisation], by: call.by }, async ({ state, trx, now }) => {
      const statement = state(streams.statement)!
      const dossier = state(streams.dossier)!
      const organisation = state(streams.organisation)
      if (!organisation) return { ok: false, because: 'not-a-partner' }
      const because = whyNoLogoAsk(statement, dossier, organisation, now)
      if (because) return { ok: false, because }
      const contacts = logoContacts(statement, organisation)
      const persons = await personsById(trx, contacts)
      const person = contacts.map((id) => persons.get(id)).find((one) => one?.email)
      if (!person?.email) return { ok: false, because: 'no-such-person' }
      asked = person
      const { email } = person
      const decision = decideAskLogo(statement, dossier, organisation, { personId: person.id }, now)
      return decision.ok ? {
        ...decision, with: async (inside: Trx, recorded) => {
          const round = lastRound(statement)!
          if (recorded.length === 0) return
          const url = urlOfLink(deps, await linkFor(inside, { statementId, roundId: round.roundId, organisationId, personId: person.id, now, purpose: 'logo' }), 'logo')
          await putMail(inside, now, { personId: person.id, address: email, kind: 'logo-ask', statementId, organisationId, ...logoMail(person.language, { name: person.name, asker: asker ? nameOn(asker, dayOf(now)) : '', organisation: nameOn(organisation, dayOf(now)), title: titleOf(statement, round), url }) })
        },
      } : decision
    })
    if (!outcome.ok) return refused(outcome.because)
    deps.mailWaits()
    return { name: (asked as Person | null)?.name ?? '', sent: outcome.recorded.length > 0 }
  })
}
