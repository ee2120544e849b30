/** Lets any screen open the list of everything by name. */
import { createContext, useContext } from 'react'

export const PaletteContext = createContext<() => void>(() => {})
export const usePalette = (): (() => void) => useContext(PaletteContext)
