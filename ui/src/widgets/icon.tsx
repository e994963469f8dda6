// Line icons, 20 by 20, drawn for this product. Always beside words or inside a control with a label: hidden from
// assistive technology.
const PATHS = {
  overview: "M3 3h6v7H3zM11 3h6v4h-6zM11 9h6v8h-6zM3 12h6v5H3z",
  analysis: "M8.5 3a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11zM12.5 12.5 17 17M6 9.5l2-2 1.5 1.5L11.5 7",
  training: "M3 3.5h14v9H3zM10 12.5V17M6.5 17h7M6 6.5h8M6 9.5h5",
  pilot: "M5 17V3M5 4h10l-2.5 3.5L15 11H5",
  people:
    "M7 4a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5zM2.5 16c0-2.8 2-4.5 4.5-4.5s4.5 1.7 4.5 4.5M13 5a2 2 0 1 1 0 4M14 11.5c2.2.2 3.5 1.8 3.5 4",
  report: "M5 2.5h7l3.5 3.5v11.5H5zM12 2.5V6h3.5M7.5 9.5h5M7.5 12h5M7.5 14.5h3",
  partnership:
    "M3 17V8l5-3v12M8 17V9h9v8zM2 17h16M11 12h.5M14 12h.5M11 14.5h.5M14 14.5h.5M5.5 9.5v.5M5.5 12.5v.5",
  data: "M2.5 5h5l1.5 2h8.5v9h-15z",
  exchange: "M3 7h13M12.5 3.5 16 7l-3.5 3.5M17 13H4M7.5 9.5 4 13l3.5 3.5",
  undo: "M7 4 3.5 7.5 7 11M3.5 7.5H12a4.5 4.5 0 0 1 0 9H8",
  redo: "m13 4 3.5 3.5L13 11M16.5 7.5H8a4.5 4.5 0 0 0 0 9h4",
  plus: "M10 4v12M4 10h12",
  trash: "M4 5.5h12M8 5.5v-2h4v2M5.5 5.5l.7 11h7.6l.7-11M8.5 8.5v5M11.5 8.5v5",
  check: "m4 10.5 4 4 8-9",
  chevron: "m6 8 4 4 4-4",
  up: "m6 12 4-4 4 4",
  right: "m8 5 5 5-5 5",
  left: "m12 5-5 5 5 5",
  close: "m5 5 10 10M15 5 5 15",
  menu: "M3 5.5h14M3 10h14M3 14.5h14",
  lock: "M5 9h10v8H5zM7 9V6.5a3 3 0 0 1 6 0V9",
  warning: "M10 3 18 17H2zM10 8v4M10 14.5v.3",
  info: "M10 2.5a7.5 7.5 0 1 1 0 15 7.5 7.5 0 0 1 0-15zM10 9v5M10 6v.3",
  mail: "M2.5 4.5h15v11h-15zM3 5l7 6 7-6",
  open: "M11 3h6v6M17 3l-8 8M14 11v6H3V6h6",
  language:
    "M10 2.5a7.5 7.5 0 1 1 0 15 7.5 7.5 0 0 1 0-15zM2.5 10h15M10 2.5c2.2 2 3.2 4.6 3.2 7.5s-1 5.5-3.2 7.5M10 2.5C7.8 4.5 6.8 7.1 6.8 10s1 5.5 3.2 7.5",
  calendar: "M3 4.5h14V17H3zM3 8h14M7 2.5v3.5M13 2.5v3.5",
  search: "M8.5 3a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11zM12.5 12.5 17 17",
  network:
    "M10 3.5a1.5 1.5 0 1 1 0 3 1.5 1.5 0 0 1 0-3zM4 13.5a1.5 1.5 0 1 1 0 3 1.5 1.5 0 0 1 0-3zM16 13.5a1.5 1.5 0 1 1 0 3 1.5 1.5 0 0 1 0-3zM9 6.5 4.8 13.5M11 6.5l4.2 7M5.5 15h9",
  screen: "M2.5 3.5h15v10h-15zM10 13.5V17M6.5 17h7M8.5 6.5v4l3.5-2z",
  save: "M10 3v9M6 8.5l4 4 4-4M3.5 16.5h13",
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
