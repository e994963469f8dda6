// Fields that choose from a list: one of few, one of many found by typing, several.
import { type ReactNode, useRef } from "react";
import {
  Button as AriaButton,
  Checkbox,
  CheckboxGroup,
  ComboBox,
  Group,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Popover,
  Select,
  SelectValue,
  Text,
  useFilter,
} from "react-aria-components";
import { focusTag } from "./field";
import { Below, type FieldProps, Frame } from "./field-frame";
import { Icon } from "./icon";

/** One choice of a list; `section` groups long lists. */
export interface Choice {
  value: string;
  label: string;
  hint?: string | undefined;
  section?: string | undefined;
  /** Shown before the label: a mark that says the same in another way. */
  lead?: ReactNode;
  /** More words by which it is found, besides label and hint. */
  keywords?: string | undefined;
  /** Offered whatever is typed. */
  always?: boolean;
}

interface ChoiceProps extends FieldProps {
  value: string | null;
  onChange: (value: string | null) => void;
  choices: Choice[];
  /** The words for no value; with them the choice can be taken back. */
  none?: string | undefined;
}

const NONE = "\0none";

/** One of a short list. */
export function ChoiceField(props: ChoiceProps) {
  const { label, help, problem, mark, required, name, onLeave, value, onChange, choices, none } = props;
  const all = none !== undefined ? [{ value: NONE, label: none }, ...choices] : choices;
  return (
    <Select
      className="field"
      value={value ?? (none !== undefined ? NONE : null)}
      onChange={(key) => {
        onChange(key === NONE || key === null ? null : String(key));
        onLeave?.();
      }}
      isInvalid={problem !== undefined}
      isRequired={required ?? false}
      validationBehavior="aria"
      placeholder={none ?? "–"}
      {...(name ? { "data-field": name } : {})}
    >
      <Frame label={label} mark={mark} />
      <AriaButton className="input select">
        <SelectValue className="select-value">
          {({ selectedText, defaultChildren }) => (
            <span className="item-label">
              {choices.find((choice) => choice.value === value)?.lead}
              <span>{selectedText || defaultChildren}</span>
            </span>
          )}
        </SelectValue>
        <Icon name="chevron" />
      </AriaButton>
      <Below help={help} problem={problem} />
      <Popover className="popover">
        <ListBox className="list-box">{sections(all)}</ListBox>
      </Popover>
    </Select>
  );
}

/** One of a long list, found by typing. */
export function SearchChoiceField(
  props: Omit<ChoiceProps, "none"> & {
    /** Told what the officer types to find a choice. */
    onType?: (words: string) => void;
    openLabel: string;
  },
) {
  const { label, help, problem, mark, required, name, onLeave, value, onChange, choices, onType } = props;
  const { contains } = useFilter({ sensitivity: "base" });
  const found = (text: string, words: string) =>
    choices.some(
      (choice) =>
        choice.label === text &&
        (choice.always || contains([choice.label, choice.hint, choice.keywords].join(" "), words)),
    );
  return (
    <ComboBox
      className="field"
      value={value}
      onChange={(key) => {
        onChange(key === null ? null : String(key));
        onLeave?.();
      }}
      defaultFilter={found}
      isInvalid={problem !== undefined}
      isRequired={required ?? false}
      validationBehavior="aria"
      menuTrigger="input"
      {...(name ? { "data-field": name } : {})}
    >
      <Frame label={label} mark={mark} />
      <Group className="input combo">
        <Input className="bare" onInput={(event) => onType?.(event.currentTarget.value)} />
        <AriaButton className="inner-button" aria-label={props.openLabel}>
          <Icon name="chevron" />
        </AriaButton>
      </Group>
      <Below help={help} problem={problem} />
      <Popover className="popover">
        <ListBox className="list-box">{sections(choices)}</ListBox>
      </Popover>
    </ComboBox>
  );
}

function sections(choices: Choice[]): ReactNode {
  const item = (choice: Choice) => (
    <ListBoxItem key={choice.value} id={choice.value} textValue={choice.label} className="list-item">
      <Text slot="label" className="item-label">
        {choice.lead}
        <span>
          {choice.label}
          {choice.hint ? <span className="item-hint"> {choice.hint}</span> : null}
        </span>
      </Text>
      <Icon name="check" />
    </ListBoxItem>
  );
  const titles = [...new Set(choices.map((choice) => choice.section))];
  if (titles.length === 1) return choices.map(item);
  return titles.map((title) => {
    const members = choices.filter((choice) => choice.section === title).map(item);
    if (title === undefined) return members;
    return (
      <ListBoxSection key={title} id={`section:${title}`}>
        <Header className="list-head">{title}</Header>
        {members}
      </ListBoxSection>
    );
  });
}

interface ManyProps extends FieldProps {
  values: string[];
  onChange: (values: string[]) => void;
  choices: Choice[];
  /** What the closed field says, such as "3 chosen"; the chosen themselves are listed below it. */
  summary: string;
  removeLabel: (label: string) => string;
  /** What to read when there is nothing to choose from. */
  empty?: string | undefined;
}

/** Few choices are shown as boxes to tick, many in a list that opens. */
export function ManyField(props: ManyProps) {
  return props.choices.length <= 6 ? <Boxes {...props} /> : <ManyList {...props} />;
}

function Boxes({ label, help, problem, mark, name, onLeave, values, onChange, choices, empty }: ManyProps) {
  return (
    <CheckboxGroup
      className="field"
      value={values}
      onChange={(next) => {
        onChange(ordered(next, choices));
        onLeave?.();
      }}
      isInvalid={problem !== undefined}
      validationBehavior="aria"
      {...(name ? { "data-field": name } : {})}
    >
      <Frame label={label} mark={mark} />
      {choices.length === 0 && empty ? <p className="help">{empty}</p> : null}
      <div className="boxes">
        {choices.map((choice) => (
          <Checkbox key={choice.value} value={choice.value} className="checkbox">
            <span className="box">
              <Icon name="check" />
            </span>
            <span>{choice.label}</span>
          </Checkbox>
        ))}
      </div>
      <Below help={help} problem={problem} />
    </CheckboxGroup>
  );
}

function ManyList(props: ManyProps) {
  const { label, help, problem, mark, name, onLeave, values, onChange, choices, summary, removeLabel } =
    props;
  const frame = useRef<HTMLDivElement>(null);
  const chosen = choices.filter((choice) => values.includes(choice.value));
  return (
    <Select
      ref={frame}
      className="field"
      selectionMode="multiple"
      value={values}
      onChange={(keys) => {
        onChange(ordered(keys.map(String), choices));
        onLeave?.();
      }}
      isInvalid={problem !== undefined}
      validationBehavior="aria"
      {...(name ? { "data-field": name } : {})}
    >
      <Frame label={label} mark={mark} />
      <AriaButton className="input select">
        <SelectValue className="select-value">{() => summary}</SelectValue>
        <Icon name="chevron" />
      </AriaButton>
      {chosen.length > 0 ? (
        <ul className="tags">
          {chosen.map((choice, index) => (
            <li key={choice.value} className="tag">
              {choice.label}
              <AriaButton
                slot={null}
                className="inner-button"
                aria-label={removeLabel(choice.label)}
                onPress={() => {
                  onChange(values.filter((value) => value !== choice.value));
                  onLeave?.();
                  focusTag(frame.current, index, ".select");
                }}
              >
                <Icon name="close" />
              </AriaButton>
            </li>
          ))}
        </ul>
      ) : null}
      <Below help={help} problem={problem} />
      <Popover className="popover">
        <ListBox className="list-box many">{sections(choices)}</ListBox>
      </Popover>
    </Select>
  );
}

function ordered(values: string[], choices: Choice[]): string[] {
  return choices.map((choice) => choice.value).filter((value) => values.includes(value));
}
