import * as echarts from '/webjars/echarts/echarts.esm.min.js';
import { axisMonths, fullMonth, number } from '/words.js';

const dark = matchMedia('(prefers-color-scheme: dark)');
const still = matchMedia('(prefers-reduced-motion: reduce)');
const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

/** Keeps a chart of a series in an element, in the page's colours. */
export class Chart {
  #element;
  #chart;
  #series;

  constructor(element) {
    this.#element = element;
    new ResizeObserver(() => this.#fit()).observe(element);
    dark.addEventListener('change', () => this.#draw());
  }

  show(series) {
    this.#series = series;
    this.#draw();
  }

  #fit() {
    this.#chart?.resize();
    this.#draw();
  }

  /** Every month where there is room, else every second one; the running month always. */
  #labels() {
    const months = this.#series.points.map(({ month }) => month);
    return axisMonths([...new Set(months)], this.#element.clientWidth < 420 ? 2 : 1);
  }

  #draw() {
    if (this.#series && this.#element.clientWidth > 0) {
      this.#chart ??= echarts.init(this.#element, null, { renderer: 'canvas' });
      this.#chart.setOption(options(this.#series, this.#labels()), { notMerge: true });
    }
  }
}

function options({ kpi, points }, labels) {
  const slices = kpi.slices.map(({ id }) => points.filter(({ slice }) => slice === id));
  const months = slices[0];
  return {
    animation: !still.matches,
    animationDuration: 400,
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
    grid: { left: 8, right: 12, top: 24, bottom: 4, containLabel: true },
    tooltip: tooltip(kpi, slices),
    xAxis: [
      {
        type: 'category',
        data: labels,
        axisTick: { show: false },
        axisLine: { lineStyle: { color: colour('line') } },
        axisLabel: { color: colour('muted'), interval: 0, lineHeight: 15 },
      },
      // The band's own axes, so that it takes no room from the columns.
      { type: 'category', data: labels, show: false, axisLabel: { show: false } },
    ],
    yAxis: [valueAxis(kpi), { show: false, min: 0, max: 1, axisLabel: { show: false } }],
    series: [band(months), ...(kpi.ratio ? slices.map(line) : [bars(months)])],
  };
}

function valueAxis(kpi) {
  return {
    type: 'value',
    min: 0,
    max: kpi.ratio ? 100 : undefined,
    minInterval: kpi.ratio ? 25 : 1,
    axisLabel: { color: colour('muted'), formatter: kpi.ratio ? '{value}%' : '{value}' },
    splitLine: { lineStyle: { color: colour('line') } },
  };
}

/** The ground behind the month that is not over. */
function band(months) {
  return {
    type: 'bar',
    xAxisIndex: 1,
    yAxisIndex: 1,
    silent: true,
    z: 0,
    barWidth: '96%',
    animation: false,
    itemStyle: { color: colour('running') },
    data: months.map(({ running }) => (running ? 1 : null)),
  };
}

function bars(months) {
  const finished = { color: colour('accent'), borderRadius: [4, 4, 0, 0] };
  const running = {
    ...finished, color: colour('accent-soft'), borderColor: colour('accent'), borderWidth: 1.5, borderType: 'dashed',
  };
  return {
    type: 'bar',
    barWidth: '55%',
    z: 2,
    label: { show: true, position: 'top', color: colour('ink'), formatter: ({ value }) => (value ? `${value}` : '') },
    data: months.map((point) => ({ value: point.value, itemStyle: point.running ? running : finished })),
  };
}

function line(points, index) {
  const ink = colour(index === 0 ? 'accent' : 'second');
  return {
    type: 'line',
    z: 3 - index,
    connectNulls: true,
    symbolSize: 7,
    lineStyle: { color: ink, width: index === 0 ? 3 : 2, type: index === 0 ? 'solid' : 'dotted' },
    data: points.map(({ value, running }) => ({
      value,
      symbol: 'circle',
      itemStyle: { color: running ? colour('card') : ink, borderColor: ink, borderWidth: 2 },
    })),
  };
}

/** Drawn on the canvas: an HTML tooltip would bring styles that the page's policy refuses. */
function tooltip(kpi, slices) {
  return {
    trigger: 'axis',
    renderMode: 'richText',
    confine: true,
    backgroundColor: colour('card'),
    borderColor: colour('line'),
    textStyle: { color: colour('ink'), fontSize: 13 },
    axisPointer: { type: 'none' },
    formatter: (items) => {
      const at = items[0].dataIndex;
      const lines = slices.map((slice, index) => {
        const { value, numerator, denominator } = slice[at];
        const whole = kpi.ratio ? ` (${numerator} of ${denominator})` : ` ${kpi.unit}`;
        return `${kpi.ratio && index > 0 ? 'without Pending ' : ''}${number(kpi, value)}${whole}`;
      });
      return [fullMonth(slices[0][at].month) + (slices[0][at].running ? ', so far' : ''), ...lines].join('\n');
    },
  };
}
