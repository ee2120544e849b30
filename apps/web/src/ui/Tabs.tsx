/** Tabs as words, with a count where there is something to count. */
import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components'
import './Tabs.css'

export interface TabEntry<K extends string> { readonly id: K; readonly label: string; readonly count?: number; /** Stands for the label where there is little room; the label is read aloud and shown on pointing. */ readonly icon?: ReactNode; readonly content: ReactNode }
export interface TabsProps<K extends string> { readonly label: string; readonly tabs: readonly TabEntry<K>[]; readonly selected: K; readonly onSelect: (id: K) => void; readonly className?: string }

export function Tabs<K extends string>({ label, tabs, selected, onSelect, className }: TabsProps<K>): ReactNode {
  return (
    <AriaTabs className={className ?? ''} selectedKey={selected} onSelectionChange={(key) => onSelect(key as K)}>
      <TabList className="tab-list" aria-label={label}>
        {tabs.map((tab) => <Tab key={tab.id} id={tab.id} className="tab">{tab.icon ? <span className="tab-icon" title={tab.label}>{tab.icon}<span className="aloud">{tab.label}</span></span> : tab.label}{tab.count === undefined ? null : <span className="tab-count figures">{tab.count}</span>}</Tab>)}
      </TabList>
      {tabs.map((tab) => <TabPanel key={tab.id} id={tab.id} className="tab-panel">{tab.content}</TabPanel>)}
    </AriaTabs>
  )
}
