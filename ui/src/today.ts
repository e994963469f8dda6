// Today and now, as the laptop's clock has them where the officer is. The core reads no clock.

/** The calendar day: YYYY-MM-DD. */
export function today(): string {
  const now = new Date();
  return [now.getFullYear(), two(now.getMonth() + 1), two(now.getDate())].join("-");
}

/** The time of day: HH:MM. */
export function clock(): string {
  const now = new Date();
  return `${two(now.getHours())}:${two(now.getMinutes())}`;
}

/** Minutes since midnight of a time of day. */
export function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return hours * 60 + minutes;
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}
