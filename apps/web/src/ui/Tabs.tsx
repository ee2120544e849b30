/** Tabs as words, with a count where there is something to count. */
import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components'
import './Tabs.css'

export interface TabEntry<K extends string> { readonly id: K; readonly label: string; readonly count?: number; readonly content: ReactNode }
export interface TabsProps<K extends string> { readonly label: string; readonly tabs: readonly TabEntry<K>[]; readonly selected: K; readonly onSelect: (id: K) => void; readonly className?: string }

export function Tabs<K extends string>({ label, tabs, selected, onSelect, className }: TabsProps<K>): ReactNode {
  return (
    <AriaTabs className={className ?? ''} selectedKey={selected} onSelectionChange={(key) => onSelect(key as K)}>
      <TabList className="tab-list" aria-label={label}>
        {tabs.map((tab) => <Tab key={tab.id} id={tab.id} className="tab">{tab.label}{tab.count === undefined ? null : <span className="tab-count figures">{tab.count}</span>}</Tab>)}
      </TabList>
      {tabs.map((tab) => <TabPanel key={tab.id} id={tab.id} className="tab-panel">{tab.content}</TabPanel>)}
    </AriaTabs>
  )
}
