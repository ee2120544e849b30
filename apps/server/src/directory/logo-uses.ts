/** *Waar staat ons logo?* Every leave that an organisation gave for its logo, and the editions that show it since. */
import * as api from '@draagvlak/api/organisation'
import { whyNot, type Situation } from '@draagvlak/domain/access'
import { consentCovers } from '@draagvlak/domain/consent'
import { dayIn } from '@draagvlak/domain/deadline'
import type { Dossier } from '@draagvlak/domain/dossier'
import { streamOf } from '@draagvlak/domain/events'
import type { Organisation } from '@draagvlak/domain/organisation'
import { isUnderEmbargo, stageOf, type Consent, type Edition, type Statement } from '@draagvlak/domain/statement'
import type { Deps } from '../deps.ts'
import { statementsOf } from '../dossier/views.ts'
import type { On } from '../http/route.ts'
import { personsById, type Person } from '../people/persons.ts'

interface Around extends Situation { readonly statement: Statement; readonly dossier: Dossier }

export function logoUseRoutes(on: On, deps: Deps): void {
  const { db } = deps.connection
  on(api.listLogoUses, async ({ caller, situation }) => {
    const organisation = situation.about!
    const given = (await leavesOf(deps, organisation.id)).map(({ consent, statement, dossier }) => ({ consent, around: { ...situation, statement, dossier } }))
    const persons = await personsById(db, given.map(({ consent }) => consent.personId))
    const items = given.toSorted((a, b) => b.consent.givenAt.localeCompare(a.consent.givenAt)).map(({ consent, around }): api.LogoUse => {
      const mayRevoke = consent.revokedAt === null && whyNot('revoke-consent', caller.who, around) === null
      const inside = whyNot('read-draft', caller.who, around) === null
      return { ...useOf(consent, organisation, around, persons, inside), mayRevoke }
    })
    return { items, next: null }
  })
}

export interface Leave { readonly consent: Consent; readonly statement: Statement; readonly dossier: Dossier }
/** Every leave that an organisation gave for a logo, revoked ones too, in whatever dossier. */
export async function leavesOf(deps: Pick<Deps, 'connection' | 'events'>, organisationId: string): Promise<Leave[]> {
  // Whoever left a coalition still has its logo in its editions.
  const rows = await deps.connection.db.selectFrom('dossier_partners').select('dossier_id').where('organisation_id', '=', organisationId).execute()
  const dossiers = [...(await deps.events.states(rows.map((row) => streamOf.dossier(row.dossier_id)))).values()]
  const given: Leave[] = []
  for (const dossier of dossiers) {
    for (const statement of await statementsOf(deps, dossier.id)) {
      if (statement.deletedAt !== null) continue
      for (const consent of statement.consents) if (consent.organisationId === organisationId) given.push({ consent, statement, dossier })
    }
  }
  return given
}

/** @param inside whether the reader may know of an edition before its embargo ends (E1). */
function useOf(consent: Consent, organisation: Organisation, { statement, dossier, now }: Around, persons: ReadonlyMap<string, Person>, inside: boolean): Omit<api.LogoUse, 'mayRevoke'> {
  const person = persons.get(consent.personId)
  const retired = organisation.logos.find((logo) => logo.logoId === consent.logoId)
  return {
    consentId: consent.consentId, statementId: statement.id, title: statement.title, language: statement.language, stage: stageOf(statement), file: consent.file, variant: retired?.variant ?? null,
    channels: [...consent.use.channels], editions: consent.use.editions, edition: consent.edition, until: consent.use.until,
    by: person ? { name: person.name, function: person.function } : null, givenAt: consent.givenAt, revokedAt: consent.revokedAt,
    standing: consent.revokedAt !== null ? 'revoked' : consent.use.until !== null && dayIn(now, dossier.zone) > consent.use.until ? 'past' : retired === undefined || retired.retiredAt !== null ? 'logo-retired' : statement.stopped !== null ? 'statement-stopped' : 'valid',
    shownIn: statement.editions.filter((edition) => shows(edition, organisation.id, consent, dossier.zone) && (inside || !isUnderEmbargo(statement, edition, now)))
      .map(({ number, publishedAt, withdrawn }) => ({ number, publishedAt, withdrawnAt: withdrawn?.at ?? null })),
  }
}

/** An edition shows the file of a consent that covered it at that moment: the list holds the file, not the consent. */
function shows(edition: Edition, organisationId: string, consent: Consent, zone: string): boolean {
  const line = edition.list.find((one) => one.organisationId === organisationId)
  if (!line?.logo || line.logo.logoId !== consent.logoId || line.logo.file !== consent.file || edition.publishedAt < consent.givenAt) return false
  const asItWas: Consent = consent.revokedAt !== null && consent.revokedAt > edition.publishedAt ? { ...consent, revokedAt: null } : consent
  return consent.use.channels.some((channel) => consentCovers(asItWas, { edition: edition.number, channel, now: edition.publishedAt, zone }))
}
