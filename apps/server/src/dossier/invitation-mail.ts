/** The mail of an invitation: its link is made again from the id, so that it can be sent once more without being kept. */
import type { Instant, OrganisationRole, Right } from '@draagvlak/domain/events'
import type { Deps } from '../deps.ts'
import { dateInWords } from '../mail/dates.ts'
import { invitationMail } from '../mail/letters.ts'
import { putMail } from '../mail/outbox.ts'
import { signedToken } from '../ids.ts'
import { personsById, type Person } from '../people/persons.ts'
import type { Trx } from '../store/database.ts'

export interface Invited { readonly invitationId: string; readonly person: Person; readonly inviter: string; readonly organisation: string; readonly dossier: string; readonly expiresAt: Instant; readonly zone: string; readonly right: Right; readonly roles: readonly OrganisationRole[] }

export async function putInvitation(deps: Pick<Deps, 'config' | 'secret'>, trx: Trx, now: Instant, { invitationId, person, inviter, organisation, dossier, expiresAt, zone, right, roles }: Invited): Promise<void> {
  if (!person.email) return
  const by = (await personsById(trx, [inviter])).get(inviter)?.name ?? ''
  const url = `${deps.config.baseUrl}/uitnodiging/${signedToken(deps.secret, 'invitation', invitationId)}`
  await putMail(trx, now, { personId: person.id, address: person.email, kind: 'invitation', ...invitationMail(person.language, { name: person.name, inviter: by, organisation, dossier, url, date: dateInWords(expiresAt, zone, person.language), right, answers: roles.includes('mandate-holder') }) })
}
