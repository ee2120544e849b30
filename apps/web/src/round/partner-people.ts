/** The people of a partner that the coordinator may ask. */
import { seeDossier, type DossierFull } from '@draagvlak/api/dossier'
import type { StatementFull } from '@draagvlak/api/statement'
import { useAsk } from '../api.ts'

export type PersonOfPartner = NonNullable<DossierFull['partnerList'][number]['people']>[number]
const NOBODY: readonly PersonOfPartner[] = []

/** Empty while it is fetched, and for who may not see contacts. */
export function usePeopleOf(statement: StatementFull, organisationId: string | null): readonly PersonOfPartner[] {
  const { data } = useAsk(seeDossier, { params: { dossierId: statement.dossierId } })
  return data?.partnerList.find(({ organisation }) => organisation.id === organisationId)?.people ?? NOBODY
}
