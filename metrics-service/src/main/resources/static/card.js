import { fullMonth, number, trend, unit } from '/words.js';

const template = document.getElementById('card');
const cell = (name, text) => Object.assign(document.createElement(name), { textContent: text });

/** One KPI on the page: number, trend, chart and table. */
export class Card {
  #root;
  #chart;
  #shown;

  constructor(kpi) {
    this.#root = template.content.cloneNode(true).firstElementChild;
    this.#root.dataset.kpi = kpi.id;
    this.#find('h2').textContent = kpi.title;
    this.#find('.description').textContent = kpi.description;
    this.#find('caption').textContent = `${kpi.title} by month`;
    this.#find('.scroll').setAttribute('aria-label', `${kpi.title} as a table`);
    this.#legend(kpi);
  }

  get element() {
    return this.#root;
  }

  /** Shows a series. Answers in words what changed in the running month, or nothing. */
  async show(series) {
    const { kpi, points } = series;
    const headline = points.filter(({ slice }) => slice === kpi.slices[0].id);
    const [previous, current] = headline.slice(-2);
    this.#numbers(kpi, current, previous);
    this.#table(kpi, points, headline);
    this.#changed(points);
    await this.#draw(series, headline.every(({ numerator, denominator }) => !numerator && !denominator));
    return this.#news(kpi, current);
  }

  #numbers(kpi, current, previous) {
    this.#find('.value').textContent = number(kpi, current.value);
    this.#find('.unit').textContent = unit(kpi, current);
    this.#find('.period').textContent = `${fullMonth(current.month)}, so far`;
    this.#find('.trend').textContent = trend(kpi, current, previous);
  }

  #legend({ ratio, slices }) {
    const words = ratio
      ? slices.map(({ id }) => (id === 'all' ? 'Pending counts as covered' : 'Pending does not count'))
      : ['Whole month', 'So far'];
    const legend = this.#find('.legend');
    legend.classList.add(ratio ? 'lines' : 'bars');
    legend.replaceChildren(...words.map((text) => cell('span', text)));
  }

  #table(kpi, points, headline) {
    const heads = kpi.ratio ? ['Month', 'Covered', 'Of', 'Share', 'Without Pending'] : ['Month', kpi.unit];
    const row = cell('tr', '');
    row.append(...heads.map((head) => Object.assign(cell('th', head), { scope: 'col' })));
    this.#find('thead').replaceChildren(row);
    this.#find('tbody').replaceChildren(...headline.toReversed().map((point) => this.#row(kpi, points, point)));
  }

  #row(kpi, points, point) {
    const row = cell('tr', '');
    row.classList.toggle('running', point.running);
    const name = fullMonth(point.month) + (point.running ? ', so far' : '');
    row.append(Object.assign(cell('th', name), { scope: 'row' }));
    const others = points.filter(({ month, slice }) => month === point.month && slice !== point.slice);
    const values = kpi.ratio
      ? [point.numerator, point.denominator, ...[point, ...others].map(({ value }) => number(kpi, value))]
      : [point.value];
    row.append(...values.map((value) => cell('td', value)));
    return row;
  }

  #changed(points) {
    const known = points.filter(({ knownSince }) => knownSince);
    const last = known.reduce((a, b) => (a && a.knownSince >= b.knownSince ? a : b), null);
    this.#find('.changed').textContent = last
      ? `Last change known ${new Date(last.knownSince).toLocaleString('en-GB')}, by ${last.changedBy}`
      : '';
  }

  async #draw(series, empty) {
    const place = this.#find('.chart');
    place.hidden = empty;
    this.#find('.empty').hidden = !empty;
    const kind = series.kpi.ratio ? 'Line chart' : 'Bar chart';
    place.setAttribute('aria-label', `${kind} of ${series.kpi.title} by month; the table below has its numbers`);
    if (!empty) {
      // The numbers are there before the library is.
      const { Chart } = await import('/chart.js');
      this.#chart ??= new Chart(place);
      this.#chart.show(series);
      place.dataset.drawn = 'true';
    }
  }

  #news(kpi, current) {
    const now = JSON.stringify([current.month, current.numerator, current.denominator]);
    const changed = this.#shown !== undefined && this.#shown !== now;
    this.#shown = now;
    if (changed) {
      this.#root.classList.add('fresh');
      setTimeout(() => this.#root.classList.remove('fresh'), 600);
    }
    return changed ? `${kpi.title}: ${number(kpi, current.value)} ${unit(kpi, current)}` : '';
  }

  #find(selector) {
    return this.#root.querySelector(selector);
  }
}
