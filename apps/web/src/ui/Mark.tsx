/** The small marks: square for organisations, round for people, in the hue of the organisation. */
import type { ReactNode } from 'react'
import './Mark.css'

export interface MarkedOrganisation { readonly name: string; readonly initials: string; readonly hue: number }

/** @param alone no name stands beside it: then the mark itself says the name. */
export function OrganisationMark({ organisation, alone }: { readonly organisation: MarkedOrganisation; readonly alone?: boolean }): ReactNode {
  return <span className={`mark organisation hue-${organisation.hue}`} {...spoken(organisation.name, alone)}>{organisation.initials}</span>
}

/** @param hue of the organisation the person acts for; left out, it is quiet. */
export function PersonMark({ name, hue, alone }: { readonly name: string; readonly hue?: number | undefined; readonly alone?: boolean }): ReactNode {
  return <span className={hue ? `mark person hue-${hue}` : 'mark person'} {...spoken(name, alone)}>{initialsOfPerson(name)}</span>
}

/** The mark with the name, letter for letter. */
export function NamedOrganisation({ organisation, children }: { readonly organisation: MarkedOrganisation; readonly children?: ReactNode }): ReactNode {
  return <span className="named"><OrganisationMark organisation={organisation} /><span>{children ?? organisation.name}</span></span>
}

const spoken = (name: string, alone: boolean | undefined) => alone ? { 'role': 'img', 'aria-label': name, 'title': name } : { 'aria-hidden': true }

/** First and last name: *Noor van der Hageman* → NH. */
export function initialsOfPerson(name: string): string {
  const words = name.trim().split(/\s+/u).filter((word) => /^\p{L}/u.test(word))
  const first = words[0] ?? '?'
  const last = words.length > 1 ? words.at(-1)! : ''
  return `${first.slice(0, 1)}${last.slice(0, 1)}`.toUpperCase()
}
