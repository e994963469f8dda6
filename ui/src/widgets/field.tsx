// Form fields for words, numbers, yes and no: each takes a value and callbacks, shows its label, help and problem.
// Nothing here saves.
import { type ReactNode, useId, useState } from "react";
import {
  Button as AriaButton,
  Checkbox,
  Input,
  NumberField,
  TextArea,
  TextField,
} from "react-aria-components";
import { Below, type FieldProps, Frame } from "./field-frame";
import { Icon } from "./icon";

interface WordsProps extends FieldProps {
  value: string;
  onChange: (value: string) => void;
  /** The language of the words, where it is not the interface's. */
  language?: string | undefined;
  tools?: ReactNode;
  lines?: number;
  autoFocus?: boolean;
  placeholder?: string | undefined;
  type?: "text" | "email" | "url" | undefined;
}

/** Words in one line, or in several when `lines` is given. */
export function WordsField(props: WordsProps) {
  const { label, help, problem, mark, required, name, onLeave, value, onChange, language, tools, lines } =
    props;
  return (
    <TextField
      className="field"
      value={value}
      onChange={onChange}
      onBlur={() => onLeave?.()}
      isInvalid={problem !== undefined}
      isRequired={required ?? false}
      validationBehavior="aria"
      autoFocus={props.autoFocus ?? false}
      type={props.type ?? "text"}
      autoComplete="off"
      {...(name ? { "data-field": name } : {})}
    >
      <Frame label={label} mark={mark} tools={tools} />
      {lines ? (
        <TextArea className="input area" rows={lines} lang={language} spellCheck="true" />
      ) : (
        <Input className="input" lang={language} placeholder={props.placeholder} />
      )}
      <Below help={help} problem={problem} />
    </TextField>
  );
}

interface NumberProps extends FieldProps {
  value: number | null;
  onChange: (value: number | null) => void;
  min?: number | undefined;
  max?: number | undefined;
  whole?: boolean;
}

export function NumberEntry(props: NumberProps) {
  const { label, help, problem, mark, required, name, onLeave, value, onChange, whole } = props;
  return (
    <NumberField
      className="field"
      value={value ?? Number.NaN}
      onChange={(next) => onChange(Number.isNaN(next) ? null : next)}
      onBlur={() => onLeave?.()}
      isInvalid={problem !== undefined}
      isRequired={required ?? false}
      validationBehavior="aria"
      formatOptions={{ maximumFractionDigits: whole ? 0 : 4, useGrouping: true }}
      {...(name ? { "data-field": name } : {})}
    >
      <Frame label={label} mark={mark} />
      <Input className="input number" />
      <Below help={help} problem={problem} />
    </NumberField>
  );
}

interface FlagProps extends FieldProps {
  value: boolean;
  onChange: (value: boolean) => void;
}

/** Yes or no. */
export function FlagField({ label, help, problem, mark, name, onLeave, value, onChange }: FlagProps) {
  const below = useId();
  return (
    <div className="field flag" {...(name ? { "data-field": name } : {})}>
      <Checkbox
        className="checkbox"
        isSelected={value}
        onChange={(next) => {
          onChange(next);
          onLeave?.();
        }}
        isInvalid={problem !== undefined}
        aria-describedby={below}
      >
        <span className="box">
          <Icon name="check" />
        </span>
        <span>
          {label}
          {mark}
        </span>
      </Checkbox>
      <div id={below}>
        {help ? <p className="help">{help}</p> : null}
        {problem ? (
          <p className="problem">
            <Icon name="warning" />
            <span>{problem}</span>
          </p>
        ) : null}
      </div>
    </div>
  );
}

/** A list of lines that one types one after the other, such as the names of member agencies. */
export function LinesField(props: {
  label: string;
  help?: string;
  values: string[];
  onChange: (values: string[]) => void;
  addLabel: string;
  removeLabel: (line: string) => string;
}) {
  const { label, help, values, onChange, addLabel, removeLabel } = props;
  const [typed, setTyped] = useState("");
  const add = () => {
    const line = typed.trim();
    if (line && !values.includes(line)) onChange([...values, line]);
    setTyped("");
  };
  return (
    <div className="field">
      <TextField className="field" value={typed} onChange={setTyped} onBlur={add} autoComplete="off">
        <Frame label={label} />
        <div className="row">
          <Input
            className="input"
            onKeyDown={(event) => {
              if (event.key !== "Enter") return;
              event.preventDefault();
              add();
            }}
          />
          <AriaButton className="button" data-kind="plain" onPress={add}>
            <Icon name="plus" />
            <span>{addLabel}</span>
          </AriaButton>
        </div>
        <Below help={help} problem={undefined} />
      </TextField>
      {values.length > 0 ? (
        <ul className="tags">
          {values.map((line) => (
            <li key={line} className="tag">
              {line}
              <AriaButton
                className="inner-button"
                aria-label={removeLabel(line)}
                onPress={() => onChange(values.filter((value) => value !== line))}
              >
                <Icon name="close" />
              </AriaButton>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
