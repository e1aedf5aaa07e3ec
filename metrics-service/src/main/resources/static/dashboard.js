import { ask } from '/api.js';
import { Card } from '/card.js';
import { Live } from '/live.js';

const TELL = { connecting: 'Connecting', live: 'Live', polling: 'Looking every few seconds', away: 'Not connected' };
const SETTLE_MS = 120;

const place = document.getElementById('kpis');
const pulse = document.getElementById('pulse');
const trouble = document.getElementById('trouble');
const cards = new Map();
const waiting = new Set();
let settling;
let connection = 'connecting';

/** Shows all KPIs, and puts the cards there the first time. */
async function overview() {
  const { team, zone, kpis } = await ask('/v1/kpis');
  document.getElementById('team').textContent = team;
  document.getElementById('about').textContent =
    `The charter's numbers for the last twelve months. Months begin and end in ${zone.replace('Etc/', '')}.`;
  if (cards.size === 0) {
    kpis.forEach(({ kpi }) => cards.set(kpi.id, new Card(kpi)));
    place.replaceChildren(...[...cards.values()].map(({ element }) => element));
    place.setAttribute('aria-busy', 'false');
  }
}

async function show(id) {
  const news = await cards.get(id)?.show(await ask(`/v1/kpis/${encodeURIComponent(id)}`));
  if (news) {
    document.getElementById('news').textContent = news;
  }
}

async function refresh(ids) {
  try {
    if (cards.size === 0) {
      await overview();
    }
    await Promise.all((ids.length ? ids : [...cards.keys()]).map(show));
    trouble.hidden = true;
    tell(connection);
  } catch (failure) {
    tell('away');
    trouble.textContent = `The numbers cannot be read right now; trying again. (${failure.message})`;
    trouble.hidden = false;
  }
}

/** Several changes that come together are one look. */
function soon(id) {
  waiting.add(id ?? '');
  settling ??= setTimeout(() => {
    settling = undefined;
    const ids = waiting.has('') ? [] : [...waiting];
    waiting.clear();
    refresh(ids);
  }, SETTLE_MS);
}

function tell(state) {
  pulse.dataset.state = state;
  pulse.textContent = TELL[state];
}

// A page that was out of sight may have slept through the end of a month.
document.addEventListener('visibilitychange', () => document.hidden || soon());
await refresh([]);
new Live(soon, (state) => tell((connection = state))).open();
