// The parts of a record, one shown at a time.
import type { ReactNode } from "react";
import { Tab, TabList, TabPanel, Tabs } from "react-aria-components";

export interface TabPart {
  id: string;
  title: string;
  count?: string | undefined;
  content: () => ReactNode;
}

export function Parts(props: {
  label: string;
  parts: TabPart[];
  chosen: string;
  onChoose: (id: string) => void;
}) {
  return (
    <Tabs
      className="tabs"
      selectedKey={props.chosen}
      onSelectionChange={(key) => props.onChoose(String(key))}
    >
      <TabList aria-label={props.label} className="tab-list">
        {props.parts.map((part) => (
          <Tab key={part.id} id={part.id} className="tab">
            {part.title}
            {part.count ? <span className="tab-count">{part.count}</span> : null}
          </Tab>
        ))}
      </TabList>
      {props.parts.map((part) => (
        <TabPanel key={part.id} id={part.id} className="tab-panel">
          {part.content()}
        </TabPanel>
      ))}
    </Tabs>
  );
}
