const POLL_MS = 5000;

/**
 * Says when to look again: at each change while the stream of changes holds, else every few seconds.
 * What changed is asked for anew, never added up here, so nothing missed stays missed.
 */
export class Live {
  #stream;
  #poll;

  /**
   * @param refresh called with the id of the KPI that changed, or with nothing for all
   * @param told called with the state of the connection: live or polling
   */
  constructor(refresh, told) {
    this.refresh = refresh;
    this.told = told;
    addEventListener('online', () => this.open());
  }

  open() {
    this.#stream?.close();
    this.#stream = new EventSource('/v1/kpis/stream');
    this.#stream.onopen = () => this.#opened();
    this.#stream.onerror = () => this.#broken();
    this.#stream.addEventListener('changed', ({ data }) => this.refresh(JSON.parse(data).kpi));
  }

  #opened() {
    clearInterval(this.#poll);
    this.#poll = undefined;
    this.told('live');
    this.refresh();
  }

  #broken() {
    this.told('polling');
    this.#poll ??= setInterval(() => this.#lookAgain(), POLL_MS);
  }

  /** A stream that was refused stays closed, and does not come back by itself. */
  #lookAgain() {
    this.refresh();
    if (this.#stream.readyState === EventSource.CLOSED) {
      this.open();
    }
  }
}
