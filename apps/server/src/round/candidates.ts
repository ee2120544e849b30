/** Who may be asked to answer for a partner in a round, best first, each with the reason why; the first is proposed only where there is one. */
import type { AskGround } from '@draagvlak/api/round'
import type { Dossier } from '@draagvlak/domain/dossier'
import type { Id } from '@draagvlak/domain/events'
import type { Organisation } from '@draagvlak/domain/organisation'
import type { Proposed } from '@draagvlak/domain/preview-round'
import type { Person } from '../people/persons.ts'

export interface Candidate { readonly personId: Id; readonly name: string; readonly function: string; readonly email: string | null; readonly ground: AskGround }

/** [M5] Who leads the dossier for another organisation is never proposed. */
export function candidatesFor({ persons: proposed }: Proposed, organisation: Organisation, dossier: Dossier, persons: ReadonlyMap<Id, Person>): { readonly candidates: readonly Candidate[]; readonly first: Candidate | null } {
  const leadsElsewhere = new Set(dossier.leaders.filter((leader) => leader.organisationId !== organisation.id).map((leader) => leader.personId))
  const grounds = new Map<Id, AskGround>(proposed.map(({ personId, because }) => [personId, because]))
  const colleagues = Object.entries(organisation.people).filter(([, colleague]) => colleague.leftAt === null).map(([id]) => id)
  const known = [...new Set([...grounds.keys(), ...colleagues])].filter((id) => !leadsElsewhere.has(id)).flatMap((id) => persons.get(id) ?? [])
  const only: AskGround = known.length === 1 ? 'only-contact' : 'colleague'
  const candidates = known.map((person): Candidate => ({ personId: person.id, name: person.name, function: person.function, email: person.email, ground: grounds.get(person.id) ?? only }))
  return { candidates, first: candidates[0] && candidates[0].ground !== 'colleague' ? candidates[0] : null }
}
