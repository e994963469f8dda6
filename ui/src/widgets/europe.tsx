// A map with marks. One step of the Tab key leads to the marks, the arrow keys from mark to mark; each says in words what
// its shape and colour show. The same stands in a table beside it.
import { useState } from "react";
import { Button, Toolbar } from "react-aria-components";

export type PlaceShape = "circle" | "diamond" | "square";

export interface PlaceMark {
  id: string;
  /** The number in the mark. */
  number: string;
  /** Who it is, where, and how it stands. */
  label: string;
  shape: PlaceShape;
  /** Where it is. */
  place: [number, number];
  /** Where its mark is shown. */
  shown: [number, number];
}

const SHAPES: Record<PlaceShape, string> = {
  circle: "M12 2a10 10 0 1 1 0 20 10 10 0 0 1 0-20z",
  diamond: "M12 .5 23.5 12 12 23.5.5 12z",
  square: "M3 3h18v18H3z",
};

export function EuropeMap(props: {
  label: string;
  width: number;
  height: number;
  lands: string[];
  marks: PlaceMark[];
  onOpen: (id: string) => void;
}) {
  const { label, width, height, lands, marks, onOpen } = props;
  const [told, setTold] = useState("");
  const share = (value: number, whole: number) => `${(value / whole) * 100}%`;
  return (
    <>
      <div className="europe">
        <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
          {lands.map((points) => (
            <polygon key={points} points={points} />
          ))}
          {marks.map(({ id, place, shown }) => (
            <g key={id} className="europe-lead">
              <line x1={place[0]} y1={place[1]} x2={shown[0]} y2={shown[1]} />
              <circle cx={place[0]} cy={place[1]} r={12} />
            </g>
          ))}
        </svg>
        <Toolbar aria-label={label} className="europe-marks">
          {marks.map((mark) => (
            <Button
              key={mark.id}
              className="europe-mark"
              data-shape={mark.shape}
              aria-label={mark.label}
              style={{ left: share(mark.shown[0], width), top: share(mark.shown[1], height) }}
              onPress={() => onOpen(mark.id)}
              onFocus={() => setTold(mark.label)}
              onHoverStart={() => setTold(mark.label)}
            >
              <svg viewBox="0 0 24 24" aria-hidden="true">
                <path d={SHAPES[mark.shape]} />
              </svg>
              <span aria-hidden="true">{mark.number}</span>
            </Button>
          ))}
        </Toolbar>
      </div>
      {/* What a screen reader says of the mark in focus, for all. */}
      <p className="europe-told" aria-hidden="true">
        {told || "\u00a0"}
      </p>
    </>
  );
}

/** What the shapes stand for. */
export function EuropeLegend({ items }: { items: { shape: PlaceShape; words: string }[] }) {
  return (
    <ul className="europe-legend">
      {items.map(({ shape, words }) => (
        <li key={shape}>
          <PlaceSign shape={shape} />
          {words}
        </li>
      ))}
    </ul>
  );
}

/** The shape of a state, beside its words. */
export function PlaceSign({ shape }: { shape: PlaceShape }) {
  return (
    <span className="europe-sign" data-shape={shape} aria-hidden="true">
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path d={SHAPES[shape]} />
      </svg>
    </span>
  );
}
