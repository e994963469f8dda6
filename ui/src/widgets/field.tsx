// Form fields for words, numbers, yes and no: each takes a value and callbacks, shows its label, help and problem.
// Nothing here saves.
import { type ReactNode, useId, useRef, useState } from "react";
import { Button as AriaButton, Checkbox, Input, TextArea, TextField, useLocale } from "react-aria-components";
import { readNumber, writeNumber } from "./decimal";
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
  type?: "text" | "email" | "url" | "password" | undefined;
  /** What is said of the words below them; `describedBy` is the id of what a screen reader reads with the field. */
  below?: ReactNode;
  describedBy?: string | undefined;
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
      {...(props.describedBy ? { "aria-describedby": props.describedBy } : {})}
      {...(name ? { "data-field": name } : {})}
    >
      <Frame label={label} mark={mark} tools={tools} />
      {lines ? (
        <TextArea className="input area" rows={lines} lang={language} spellCheck="true" />
      ) : (
        <Input className="input" lang={language} placeholder={props.placeholder} />
      )}
      <Below help={help} problem={problem} />
      {props.below}
    </TextField>
  );
}

interface NumberProps extends FieldProps {
  /** Words where what was typed is no number. */
  value: number | string | null;
  onChange: (value: number | string | null) => void;
  whole?: boolean;
  /** An amount of money: shown with both of its decimals. */
  cents?: boolean;
}

/** A number. What was typed is read when the field is left; what is no number stays as it was typed. */
export function NumberEntry(props: NumberProps) {
  const { label, help, problem, mark, required, name, onLeave, value, onChange, whole, cents } = props;
  const { locale } = useLocale();
  const [typed, setTyped] = useState<string | null>(null);
  const [focused, setFocused] = useState(false);
  const shown = typeof value === "number" ? writeNumber(value, locale, !focused, cents) : (value ?? "");
  const take = () => {
    if (typed === null) return;
    const number = readNumber(typed, whole);
    setTyped(null);
    onChange(number === undefined ? typed.trim() : number);
  };
  return (
    <TextField
      className="field"
      value={typed ?? shown}
      onChange={setTyped}
      onFocus={() => setFocused(true)}
      onBlur={() => {
        setFocused(false);
        take();
        onLeave?.();
      }}
      onKeyDown={(event) => {
        if (event.key === "Enter") take();
      }}
      inputMode={whole ? "numeric" : "decimal"}
      isInvalid={problem !== undefined}
      isRequired={required ?? false}
      validationBehavior="aria"
      autoComplete="off"
      {...(name ? { "data-field": name } : {})}
    >
      <Frame label={label} mark={mark} />
      <Input className="input number" />
      <Below help={help} problem={problem} />
    </TextField>
  );
}

interface DigitProps extends FieldProps {
  value: string;
  /** The digit that was typed; empty when it was taken out. Other keys change nothing. */
  onChange: (digit: string) => void;
  /** The largest digit; 0 stands for no answer. */
  most: number;
  autoFocus?: boolean;
}

/** One digit, for typing in forms quickly: the last one typed counts. */
export function DigitField({ label, name, value, onChange, most, autoFocus }: DigitProps) {
  return (
    <TextField
      className="field digit-field"
      value={value}
      onChange={(words) => {
        const digit = words.replace(value, "").slice(-1) || words.slice(-1);
        if (words === "") onChange("");
        else if (/^[0-9]$/.test(digit) && Number(digit) <= most) onChange(digit);
      }}
      onFocus={(event) => (event.target as HTMLInputElement).select()}
      inputMode="numeric"
      autoComplete="off"
      autoFocus={autoFocus ?? false}
      {...(name ? { "data-field": name } : {})}
    >
      <Frame label={label} />
      <Input className="input digit" />
    </TextField>
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
  /** The line in the field, not yet in the list. */
  typed: string;
  onType: (line: string) => void;
  addLabel: string;
  removeLabel: (line: string) => string;
}) {
  const { label, help, values, onChange, typed, onType, addLabel, removeLabel } = props;
  const frame = useRef<HTMLDivElement>(null);
  const add = () => {
    onChange(withLine(values, typed));
    onType("");
  };
  return (
    <div className="field" ref={frame}>
      <TextField className="field" value={typed} onChange={onType} autoComplete="off">
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
          {values.map((line, index) => (
            <li key={line} className="tag">
              {line}
              <AriaButton
                className="inner-button"
                aria-label={removeLabel(line)}
                onPress={() => {
                  onChange(values.filter((value) => value !== line));
                  focusTag(frame.current, index, "input");
                }}
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

/** The lines with one more, unless that is empty or there already. */
export function withLine(lines: string[], typed: string): string[] {
  const line = typed.trim();
  return line === "" || lines.includes(line) ? lines : [...lines, line];
}

/** After a tag is removed the focus goes to the one that takes its place, else to the field itself. */
export function focusTag(frame: HTMLElement | null, at: number, field: string) {
  requestAnimationFrame(() => {
    const tags = frame?.querySelectorAll<HTMLElement>(".tag button") ?? [];
    (tags[Math.min(at, tags.length - 1)] ?? frame?.querySelector<HTMLElement>(field))?.focus();
  });
}
