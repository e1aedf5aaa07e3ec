const parts = (month) => month.split('-').map(Number);
const date = (month) => new Date(Date.UTC(parts(month)[0], parts(month)[1] - 1, 1));
const format = (options) => new Intl.DateTimeFormat('en', { timeZone: 'UTC', ...options });
const LONG = format({ month: 'long', year: 'numeric' });
const NAME = format({ month: 'long' });
const SHORT = format({ month: 'short' });

/** A month in full, such as November 2026. */
export const fullMonth = (month) => LONG.format(date(month));

/** A month's name alone. */
export const monthName = (month) => NAME.format(date(month));

/** Months on an axis, each step-th up to the last; a year stands under the first of its months. */
export function axisMonths(months, step) {
  let year;
  return months.map((month, index) => {
    if ((months.length - 1 - index) % step !== 0) {
      return '';
    }
    const news = parts(month)[0] !== year;
    year = parts(month)[0];
    return SHORT.format(date(month)) + (news ? `\n${year}` : '');
  });
}

/** A number as it is shown; a percentage of nothing is a dash. */
export function number(kpi, value) {
  if (value === null) {
    return '–';
  }
  return kpi.ratio ? `${round(value)}%` : String(value);
}

/** What the number is a number of, next to it. */
export function unit(kpi, point) {
  if (kpi.ratio) {
    return `${point.numerator} of ${point.denominator}`;
  }
  return point.value === 1 ? kpi.unit.replace(/s$/, '') : kpi.unit;
}

/** How the running month stands against the one before. */
export function trend(kpi, current, previous) {
  if (current.value === null || previous.value === null) {
    return '';
  }
  const difference = round(current.value - previous.value);
  const than = monthName(previous.month);
  if (difference === 0) {
    return `= as in ${than}`;
  }
  const amount = `${Math.abs(difference)}${kpi.ratio ? ' points' : ''}`;
  return difference > 0 ? `▲ ${amount} above ${than}` : `▼ ${amount} below ${than}`;
}

function round(value) {
  return Math.round(value * 10) / 10;
}
