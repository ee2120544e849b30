/** Who may be asked to answer for a partner in a round, best first, each with the reason why; the first is proposed only where there is one. */
import type { AskGround } from '@draagvlak/api/round'
import type { Dossier } from '@draagvlak/domain/dossier'
import type { Id } from '@draagvlak/domain/events'
import { holds, type Organisation } from '@draagvlak/domain/organisation'
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
  // Who holds the role is whom the organisation itself would name; the question gives the mandate (M1a).
  const groundOf = (id: Id): AskGround => grounds.get(id) ?? (holds(organisation, id, 'mandate-holder') ? 'mandate-holder' : only)
  const candidates = known.map((person): Candidate => ({ personId: person.id, name: person.name, function: person.function, email: person.email, ground: groundOf(person.id) }))
    .sort((a, b) => rankOf(a) - rankOf(b))
  return { candidates, first: obvious(candidates) }
}

/** What is recorded or was said before goes first, then the role, then whoever is known. The sort keeps the order within. */
const rankOf = ({ ground }: Candidate): number => (ground === 'mandate-holder' ? 1 : ground === 'colleague' || ground === 'only-contact' ? 2 : 0)
/** Among several who hold the role the coordinator chooses, as among colleagues. */
function obvious(candidates: readonly Candidate[]): Candidate | null {
  const [first, second] = candidates
  if (first === undefined || first.ground === 'colleague') return null
  return first.ground === 'mandate-holder' && second?.ground === 'mandate-holder' ? null : first
}
