// How far something is: a job under way, or a figure against its target.
import { Label, Meter, ProgressBar } from "react-aria-components";

/** A job of unknown length when `value` is null. `value` is a share. */
export function Progress({ label, value }: { label: string; value: number | null }) {
  return (
    <ProgressBar className="progress" isIndeterminate={value === null} value={(value ?? 0) * 100}>
      {({ percentage, valueText }) => (
        <>
          <Label>{label}</Label>
          <span className="bar-value">{valueText}</span>
          <div className="bar">
            <div className="fill" style={{ width: `${percentage ?? 0}%` }} />
          </div>
        </>
      )}
    </ProgressBar>
  );
}

/** A figure against its target; `text` is what is read and shown. */
export function TargetMeter(props: {
  label: string;
  text: string;
  share: number;
  /** The label is read only: it stands elsewhere for who sees. */
  quiet?: boolean;
}) {
  const { label, text, share, quiet } = props;
  const width = Math.max(0, Math.min(1, share)) * 100;
  return (
    <Meter className="progress" value={width} valueLabel={text}>
      <Label className={quiet ? "unseen" : ""}>{label}</Label>
      <span className="bar-value">{text}</span>
      <div className="bar">
        <div className="fill" style={{ width: `${width}%` }} />
      </div>
    </Meter>
  );
}
