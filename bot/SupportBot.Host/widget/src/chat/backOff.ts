const longest = 15_000;

/** Waits longer after each failure, with chance in it so that not every chat returns in the same moment. */
export class BackOff {
  #failures = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #action: (() => void) | undefined;

  constructor() {
    // There is no reason to wait when the network or the person has just come back.
    addEventListener('online', this.#now);
    document.addEventListener('visibilitychange', this.#now);
  }

  schedule(action: () => void): void {
    const delay = Math.min(longest, 500 * 2 ** this.#failures++) * (0.5 + Math.random());
    this.#action = action;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.run(), delay);
  }

  run(): void {
    clearTimeout(this.#timer);
    const action = this.#action;
    this.#action = undefined;
    action?.();
  }

  succeeded(): void {
    this.#failures = 0;
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#action = undefined;
    removeEventListener('online', this.#now);
    document.removeEventListener('visibilitychange', this.#now);
  }

  readonly #now = () => {
    if (!document.hidden) this.run();
  };
}
