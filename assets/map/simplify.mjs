// Makes europe.txt from Natural Earth's countries as the npm package world-atlas carries them: the step that README.md
// tells. Borders are thinned arc by arc, so that two neighbours keep one border.
import { readFileSync, writeFileSync } from "node:fs";

const [source, target] = process.argv.slice(2);
const world = JSON.parse(readFileSync(source, "utf8"));

/** ISO 3166-1: numeric to alpha-2. What is not named here is land without a country of the network. */
const CODES = {
  "008": "AL", "020": "AD", "040": "AT", "056": "BE", "070": "BA", "100": "BG", "112": "BY", "191": "HR", "196": "CY",
  "203": "CZ", "208": "DK", "233": "EE", "246": "FI", "250": "FR", "276": "DE", "300": "GR", "348": "HU", "352": "IS",
  "372": "IE", "380": "IT", "428": "LV", "438": "LI", "440": "LT", "442": "LU", "470": "MT", "492": "MC", "498": "MD",
  "499": "ME", "504": "MA", "528": "NL", "578": "NO", "616": "PL", "620": "PT", "642": "RO", "643": "RU", "688": "RS",
  "703": "SK", "705": "SI", "724": "ES", "752": "SE", "756": "CH", "788": "TN", "792": "TR", "804": "UA", "807": "MK",
  "826": "GB", "012": "DZ", "434": "LY", "248": "AX", "833": "IM", "831": "GG", "832": "JE",
};
/** Land that the source has no number for, drawn with these. */
const NAMES = { Kosovo: "XK", "N. Cyprus": "CY" };
/** The middle of the projection (Lambert's azimuthal equal-area one), in degrees, and the window in kilometres around it. */
const [LONGITUDE, LATITUDE, RADIUS] = [9.5, 48.5, 6371];
const [WEST, SOUTH, EAST, NORTH] = [-1700, -1500, 1650, 1450];
/** A point is left out where the border without it is nearer than this, in degrees. */
const NEAR = 0.055;
/** Islands smaller than this, in square kilometres, are left out where the country has larger land. */
const SMALL = 500;

const { scale, translate } = world.transform;
const arcs = world.arcs.map((arc) => {
  let [x, y] = [0, 0];
  const points = arc.map(([dx, dy]) => {
    x += dx;
    y += dy;
    return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
  });
  return thin(points);
});

/** Douglas and Peucker, with both ends kept. A degree of longitude counts as what it is in the middle of Europe. */
function thin(points) {
  if (points.length < 3) return points;
  const [ax, ay] = points[0];
  const [bx, by] = points.at(-1);
  const wide = 0.66;
  let [far, at] = [-1, 0];
  for (let i = 1; i < points.length - 1; i++) {
    const [px, py] = points[i];
    const [dx, dy] = [(bx - ax) * wide, by - ay];
    const length = Math.hypot(dx, dy);
    const [ex, ey] = [(px - ax) * wide, py - ay];
    const distance = length === 0 ? Math.hypot(ex, ey) : Math.abs(ex * dy - ey * dx) / length;
    if (distance > far) [far, at] = [distance, i];
  }
  if (far <= NEAR) return [points[0], points.at(-1)];
  return [...thin(points.slice(0, at + 1)).slice(0, -1), ...thin(points.slice(at))];
}

/** Kilometres east and north of the middle; nothing for what lies behind the horizon that matters here. */
function project([longitude, latitude]) {
  const turn = ((longitude - LONGITUDE) * Math.PI) / 180;
  const [high, middle] = [(latitude * Math.PI) / 180, (LATITUDE * Math.PI) / 180];
  const cosine = Math.sin(middle) * Math.sin(high) + Math.cos(middle) * Math.cos(high) * Math.cos(turn);
  const stretch = RADIUS * Math.sqrt(2 / (1 + Math.max(cosine, -0.9)));
  return [
    stretch * Math.cos(high) * Math.sin(turn),
    stretch * (Math.cos(middle) * Math.sin(high) - Math.sin(middle) * Math.cos(high) * Math.cos(turn)),
  ];
}

function ring(indices) {
  const points = indices.flatMap((index) => {
    const arc = index < 0 ? [...arcs[~index]].reverse() : arcs[index];
    return arc.slice(0, -1);
  });
  return points;
}

/** Sutherland and Hodgman, side by side. */
function clip(points) {
  const sides = [
    [([x]) => x >= WEST, (a, b) => cut(a, b, 0, WEST)],
    [([x]) => x <= EAST, (a, b) => cut(a, b, 0, EAST)],
    [([, y]) => y >= SOUTH, (a, b) => cut(a, b, 1, SOUTH)],
    [([, y]) => y <= NORTH, (a, b) => cut(a, b, 1, NORTH)],
  ];
  let kept = points;
  for (const [inside, at] of sides) {
    const before = kept;
    kept = [];
    before.forEach((point, i) => {
      const last = before.at(i - 1);
      if (inside(point) !== inside(last)) kept.push(at(last, point));
      if (inside(point)) kept.push(point);
    });
  }
  return kept;
}

function cut(a, b, axis, value) {
  const share = (value - a[axis]) / (b[axis] - a[axis]);
  return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share];
}

function area(points) {
  const twice = points.reduce((sum, [x, y], i) => {
    const [px, py] = points.at(i - 1);
    return sum + px * y - x * py;
  }, 0);
  return Math.abs(twice) / 2;
}

const countries = {};
for (const shape of world.objects.countries.geometries) {
  const code = CODES[shape.id] ?? NAMES[shape.properties.name];
  if (!code) continue;
  const polygons = shape.type === "Polygon" ? [shape.arcs] : shape.arcs;
  // Outer rings only: the few lands within another are drawn over it.
  const rings = polygons
    .map(([outer]) => clip(ring(outer).map(project)))
    .filter((points) => points.length > 2)
    .sort((a, b) => area(b) - area(a))
    .filter((points, i) => i === 0 || area(points) > SMALL)
    .map((points) => points.map(([x, y]) => [Math.round(x - WEST), Math.round(NORTH - y)]));
  if (rings.length > 0) countries[code] = [...(countries[code] ?? []), ...rings];
}
const lines = Object.keys(countries)
  .sort()
  .flatMap((code) => countries[code].map((points) => [code, ...points.flat()].join(" ")));
writeFileSync(target, `${lines.join("\n")}\n`);
