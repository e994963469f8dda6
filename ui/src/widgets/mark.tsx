// A status as letter, shape and colour together, so that it is never told by colour alone.
export type MarkShape = "circle" | "triangle" | "square" | "diamond" | "half" | "dashed" | "outline";
export type MarkTone = "good" | "warn" | "bad" | "calm" | "none";

const SHAPES: Record<MarkShape, string> = {
  circle: "M12 1.5a10.5 10.5 0 1 1 0 21 10.5 10.5 0 0 1 0-21z",
  triangle: "M12 1 23.5 22.5H.5z",
  square: "M2 2h20v20H2z",
  outline: "M2 2h20v20H2z",
  diamond: "M12 .5 23.5 12 12 23.5.5 12z",
  half: "M6 2h12a4 4 0 0 1 4 4v12a4 4 0 0 1-4 4H6a4 4 0 0 1-4-4V6a4 4 0 0 1 4-4z",
  dashed: "M6 2h12a4 4 0 0 1 4 4v12a4 4 0 0 1-4 4H6a4 4 0 0 1-4-4V6a4 4 0 0 1 4-4z",
};

interface MarkProps {
  letter: string;
  shape: MarkShape;
  tone: MarkTone;
  /** The status in words: shown beside the mark, or read only when `quiet`. Empty where the words stand elsewhere. */
  label: string;
  quiet?: boolean;
}

export function Mark({ letter, shape, tone, label, quiet }: MarkProps) {
  return (
    <span className="mark-pair">
      <span className="mark" data-tone={tone} data-shape={shape} data-letter={letter} aria-hidden="true">
        <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
          <path d={SHAPES[shape]} />
        </svg>
      </span>
      {label === "" ? null : <span className={quiet ? "unseen" : ""}>{label}</span>}
    </span>
  );
}
