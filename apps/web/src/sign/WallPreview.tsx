/** The wall as it would be: the other partners, and one's own place among them in the one order. */
import type { LinkView } from '@draagvlak/api/link'
import type { WallLogo } from '@draagvlak/api/round'
import { m } from '@draagvlak/messages/m'
import type { ReactNode } from 'react'
import { WallMark } from './LogoMark.tsx'

/** The wall of the screen at the width of a phone. */
const SCALE = 0.62

export function WallPreview({ view, own }: { readonly view: LinkView; readonly own: WallLogo | null }): ReactNode {
  const { wall, organisation, order } = view
  const place = new Map(order.map((one, index) => [one.id, index]))
  const others = wall.filter((one) => one.organisationId !== organisation.id)
  const name = wall.find((one) => one.organisationId === organisation.id)?.name ?? organisation.name
  const all = [...others, { organisationId: organisation.id, name, logo: own }].sort((a, b) => (place.get(a.organisationId) ?? 0) - (place.get(b.organisationId) ?? 0))
  return (
    <ul className="wall-preview">
      {all.map((one) => (
        <li key={one.organisationId} className={one.organisationId === organisation.id ? 'yours' : ''}>
          {one.organisationId === organisation.id ? <span className="yours-label">{m.sign_wall_yours()}</span> : null}
          {one.logo ? <WallMark logo={one.logo} name={one.name} scale={SCALE} /> : <span className="wall-name">{one.name}</span>}
        </li>
      ))}
    </ul>
  )
}
