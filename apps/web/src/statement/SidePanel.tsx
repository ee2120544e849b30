/** The panel beside the text: its tabs; on narrow screens it follows the sheet or lies over it. */
import { m } from '@draagvlak/messages/m'
import { Suspense, useState, type ReactNode } from 'react'
import { Fetching } from '../ui/Progress.tsx'
import { Tabs } from '../ui/Tabs.tsx'
import { PANELS, type PanelProps } from './panels.ts'

export function SidePanel(props: PanelProps): ReactNode {
  const { statement, passages, board } = props
  const tabs = PANELS.filter(({ when }) => when?.(statement) ?? true).map(({ id, label, count, Icon, Panel }) => {
    const found = count?.({ statement, passages, board })
    return { id, label: label(), ...(found ? { count: found } : {}), ...(Icon ? { icon: <Icon className="icon" aria-hidden="true" /> } : {}), content: <Suspense fallback={<Fetching />}><Panel {...props} /></Suspense> }
  })
  const [wish, setWish] = useState<string | null>(null)
  const selected = tabs.find(({ id }) => id === wish)?.id ?? tabs[0]?.id ?? ''
  return <Tabs label={m.team_panel()} tabs={tabs} selected={selected} onSelect={setWish} className="side-tabs" />
}
