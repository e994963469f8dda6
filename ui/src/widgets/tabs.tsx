// The parts of a record, one shown at a time.
import type { ReactNode } from "react";
import { Tab, TabList, TabPanel, Tabs } from "react-aria-components";

export interface TabPart {
  id: string;
  title: string;
  /** Before the title: a mark of its state. */
  lead?: ReactNode;
  count?: string | undefined;
  content: () => ReactNode;
}

export function Parts(props: {
  label: string;
  parts: TabPart[];
  chosen: string;
  onChoose: (id: string) => void;
  /** Below one another, beside the chosen part: for many parts. */
  vertical?: boolean;
}) {
  return (
    <Tabs
      className="tabs"
      orientation={props.vertical ? "vertical" : "horizontal"}
      selectedKey={props.chosen}
      onSelectionChange={(key) => props.onChoose(String(key))}
    >
      <TabList aria-label={props.label} className="tab-list">
        {props.parts.map((part) => (
          <Tab key={part.id} id={part.id} className="tab">
            {part.lead}
            <span className="tab-title">{part.title}</span>
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
