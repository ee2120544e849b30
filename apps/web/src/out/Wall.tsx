/** The wall as it will look: logos of equal optical area, names in the same places, State bodies and persons in lists of their own. */
import type { Listing, WallLogo } from '@draagvlak/api/round'
import { m } from '@draagvlak/messages/m'
import type { ReactNode } from 'react'
import { dayWithoutWeekday } from '../ui/dates.ts'
import './out.css'

export function Wall({ listed, scale = 1 }: { readonly listed: Listing['listed']; readonly scale?: number }): ReactNode {
  const at = (place: Listing['listed'][number]['place']) => listed.filter((line) => line.place === place)
  const [wall, state, personal] = [at('wall'), at('state'), at('personal')]
  const withNotes = listed.filter(({ reservations }) => reservations.length > 0)
  const mark = (line: Listing['listed'][number]): ReactNode => { const index = withNotes.indexOf(line); return index < 0 ? null : <sup>{index + 1}</sup> }
  return (
    <div className={scale < 1 ? 'wall-plate small-wall' : 'wall-plate'}>
      <ul className="wall">
        {wall.map((line) => <li key={line.organisation.id}>{line.logo ? <span className="wall-logo"><WallMark logo={line.logo} name={line.printedName} scale={scale} />{mark(line)}</span> : <span className="wall-name">{line.printedName}{mark(line)}</span>}{line.alsoFor ? <span className="wall-also">{alsoWords(line.alsoFor)}</span> : null}</li>)}
      </ul>
      {state.length > 0 ? <p className="wall-names"><strong>{m.team_out_state()}</strong> {state.map(({ printedName }) => printedName).join(' · ')}</p> : null}
      {personal.length > 0 ? <p className="wall-names"><strong>{m.team_out_personal()}</strong> {personal.map(({ printedName, person }) => person?.function ? `${printedName}, ${person.function}` : printedName).join(' · ')}</p> : null}
      {withNotes.length > 0 ? <ol className="wall-notes">{withNotes.map(({ organisation, printedName, reservations }) => <li key={organisation.id}>{printedName}: {reservations.map(({ text }) => m.team_quoted({ text })).join(' ')}</li>)}</ol> : null}
    </div>
  )
}

const alsoWords = ({ count, countedOn }: { readonly count: number; readonly countedOn: string }): string => m.team_out_also_for({ count, day: dayWithoutWeekday(countedOn) })

/** A pixel of air on every side: a frame exactly on the ink cuts round edges flat. */
const AIR = 1
/** The inked box of a logo, with the rest of its picture moved out of sight. */
export function WallMark({ logo: { width, height, image, file }, name, scale }: { readonly logo: WallLogo; readonly name: string; readonly scale: number }): ReactNode {
  const air = AIR / scale
  return <svg role="img" aria-label={name} width={width * scale + 2 * AIR} height={height * scale + 2 * AIR} viewBox={`${-air} ${-air} ${width + 2 * air} ${height + 2 * air}`}><image href={`/files/${file}`} x={image.left} y={image.top} width={image.width} height={image.height} /></svg>
}
