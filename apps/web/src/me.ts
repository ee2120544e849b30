/** Who is signed in, and for which organisation this person acts now. */
import type { Me } from '@draagvlak/api/session'
import { createContext, useContext } from 'react'

export type OwnOrganisation = Me['organisations'][number]
export const MeContext = createContext<Me | null>(null)

/** Only below the shell, which shows nothing before it knows. */
export function useMe(): Me {
  const me = useContext(MeContext)
  if (!me) throw new Error('useMe outside Shell')
  return me
}
/** Null for somebody who belongs to no organisation. */
export const actingFor = (me: Me): OwnOrganisation | null => me.organisations.find(({ id }) => id === me.actingFor) ?? null
export const useActingFor = (): OwnOrganisation | null => actingFor(useMe())
