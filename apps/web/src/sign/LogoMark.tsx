/** A logo by its file. The whole picture, or its inked box with the rest moved out of sight; sizes are attributes, never styles. */
import type { ReactNode } from 'react'
import type { WallLogo } from '@draagvlak/api/round'

/** In a plate of its own, as large as fits. */
export function LogoMark({ file, name, width, height }: { readonly file: string; readonly name: string; readonly width: number; readonly height: number }): ReactNode {
  return <img src={`/files/${file}`} alt={name} width={width} height={height} />
}
/** A pixel of air on every side: a frame exactly on the ink cuts round edges flat. The style sheet takes it out of the measures again. */
const AIR = 1
/** On the wall: equal optical area (G5), made smaller all alike. */
export function WallMark({ logo, name, scale }: { readonly logo: WallLogo; readonly name: string; readonly scale: number }): ReactNode {
  const { width, height, image, file } = logo
  const air = AIR / scale
  return (
    <svg role="img" aria-label={name} width={width * scale + 2 * AIR} height={height * scale + 2 * AIR} viewBox={`${-air} ${-air} ${width + 2 * air} ${height + 2 * air}`}>
      <image href={`/files/${file}`} x={image.left} y={image.top} width={image.width} height={image.height} />
    </svg>
  )
}
