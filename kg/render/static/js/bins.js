// Time cut into equal pieces. Dates are "YYYY-MM-DD"; nothing here knows the page.

const UNITS = ["day", "month", "quarter", "year", "decade", "century"];
const MOST_BINS = 48;

/** Number of the piece of time of size `unit` that holds a day, counted from the year 0. */
function pieceOf(day, unit) {
  const [year, month, date] = day.split("-").map(Number);
  if (unit === "day") return Math.round(new Date(Date.UTC(2000, month - 1, date)).setUTCFullYear(year) / 864e5);
  if (unit === "month") return year * 12 + month - 1;
  if (unit === "quarter") return year * 4 + Math.floor((month - 1) / 3);
  return Math.floor(year / { year: 1, decade: 10, century: 100 }[unit]);
}

/** First day of a piece of time. */
function firstDay(piece, unit) {
  const iso = (year, month) => `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-01`;
  if (unit === "day") return new Date(piece * 864e5).toISOString().slice(0, 10);
  if (unit === "month") return iso(Math.floor(piece / 12), piece % 12 + 1);
  if (unit === "quarter") return iso(Math.floor(piece / 4), piece % 4 * 3 + 1);
  return iso(piece * { year: 1, decade: 10, century: 100 }[unit], 1);
}

/** What a piece of time is called: "9 April 2025", "April 2025", "Q2 2025", "2025", "2020s". */
function pieceName(piece, unit) {
  const day = firstDay(piece, unit);
  const year = String(Number(day.slice(0, 4)));
  if (unit === "day") return longDate(day);
  if (unit === "month") return `${MONTHS[Number(day.slice(5, 7)) - 1]} ${year}`;
  if (unit === "quarter") return `Q${piece % 4 + 1} ${year}`;
  return unit === "year" ? year : `${year}s`;
}

/**
 * Days sorted into at most 48 pieces: `{unit, first, counts, earlier, later}`. Where few days lie far
 * from the others they go into the first or the last piece (`earlier`, `later` say how many); null for
 * no days.
 */
function binsOf(days) {
  if (!days.length) return null;
  const sorted = [...days].sort();
  const rare = Math.floor(sorted.length * 0.04);
  const [low, high] = [sorted[rare], sorted[sorted.length - 1 - Math.floor(rare / 2)]];
  const unit = UNITS.find((u) => pieceOf(high, u) - pieceOf(low, u) < MOST_BINS) || "century";
  const first = pieceOf(low, unit);
  const counts = new Array(pieceOf(high, unit) - first + 1).fill(0);
  const bins = { unit, first, counts, earlier: 0, later: 0 };
  for (const day of sorted) {
    const at = pieceOf(day, unit) - first;
    if (at < 0) bins.earlier += 1;
    if (at >= counts.length) bins.later += 1;
    counts[Math.min(Math.max(at, 0), counts.length - 1)] += 1;
  }
  return bins;
}
