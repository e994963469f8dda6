// A level chosen in a table's cell: one of few steps, with its label read but not shown.
import {
  Button as AriaButton,
  ListBox,
  ListBoxItem,
  Popover,
  Select,
  SelectValue,
} from "react-aria-components";
import { Icon } from "./icon";

interface LevelChoiceProps {
  label: string;
  value: string | null;
  choices: { value: string; label: string }[];
  onChange: (value: string) => void;
}

export function LevelChoice({ label, value, choices, onChange }: LevelChoiceProps) {
  return (
    <Select
      aria-label={label}
      className="level"
      value={value}
      onChange={(key) => {
        if (key !== null) onChange(String(key));
      }}
      placeholder="–"
    >
      <AriaButton className="input select">
        <SelectValue className="select-value" />
        <Icon name="chevron" />
      </AriaButton>
      <Popover className="popover">
        <ListBox className="list-box">
          {choices.map((choice) => (
            <ListBoxItem key={choice.value} id={choice.value} textValue={choice.label} className="list-item">
              <span className="item-label">{choice.label}</span>
              <Icon name="check" />
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
}
