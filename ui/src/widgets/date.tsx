// The field for a calendar day: typed in parts, or chosen from a calendar.
import { type CalendarDate, parseDate } from "@internationalized/date";
import {
  Button as AriaButton,
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarHeading,
  DateInput,
  DatePicker,
  DateSegment,
  Dialog,
  Group,
  Popover,
} from "react-aria-components";
import { Below, type FieldProps, Frame } from "./field-frame";
import { Icon } from "./icon";

interface DateProps extends FieldProps {
  /** YYYY-MM-DD */
  value: string | null;
  onChange: (value: string | null) => void;
  clearLabel: string;
}

export function DateEntry(props: DateProps) {
  const { label, help, problem, mark, required, name, onLeave, value, onChange, clearLabel } = props;
  return (
    <DatePicker
      className="field date-field"
      value={toCalendar(value)}
      onChange={(next) => onChange(next ? next.toString() : null)}
      onBlur={() => onLeave?.()}
      isInvalid={problem !== undefined}
      isRequired={required ?? false}
      validationBehavior="aria"
      shouldForceLeadingZeros
      {...(name ? { "data-field": name } : {})}
    >
      <Frame label={label} mark={mark} />
      <Group className="input date">
        <DateInput className="segments">
          {(segment) => <DateSegment className="segment" segment={segment} />}
        </DateInput>
        {value && !required ? (
          <AriaButton
            slot={null}
            className="inner-button"
            aria-label={clearLabel}
            onPress={() => onChange(null)}
          >
            <Icon name="close" />
          </AriaButton>
        ) : null}
        <AriaButton className="inner-button">
          <Icon name="calendar" />
        </AriaButton>
      </Group>
      <Below help={help} problem={problem} />
      <Popover className="popover">
        <Dialog className="calendar-dialog">
          <Calendar className="calendar">
            <header>
              <AriaButton slot="previous" className="button icon-button" data-kind="quiet">
                <Icon name="left" />
              </AriaButton>
              <CalendarHeading />
              <AriaButton slot="next" className="button icon-button" data-kind="quiet">
                <Icon name="right" />
              </AriaButton>
            </header>
            <CalendarGrid>{(date) => <CalendarCell className="day" date={date} />}</CalendarGrid>
          </Calendar>
        </Dialog>
      </Popover>
    </DatePicker>
  );
}

function toCalendar(iso: string | null): CalendarDate | null {
  try {
    return iso ? parseDate(iso.slice(0, 10)) : null;
  } catch {
    return null;
  }
}
