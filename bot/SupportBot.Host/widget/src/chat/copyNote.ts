interface Performed {
  cardAction: { type: string; value?: unknown };
}

type Perform = (performed: Performed) => unknown;

/** A card cannot copy, so the button of a note to pass on is answered here; where the browser refuses, the bot says how to do it by hand. */
export class CopyNote {
  readonly #tell: (words: string) => void;

  constructor(tell: (words: string) => void) {
    this.#tell = tell;
  }

  readonly middleware = () => (next: Perform): Perform => performed => {
    const note = noteOf(performed.cardAction.value);
    if (note === undefined || !navigator.clipboard) return next(performed);

    void navigator.clipboard.writeText(note).then(
      () => this.#tell('The note is copied. Paste it into an e-mail or a message.'),
      () => next(performed));
    return undefined;
  };
}

function noteOf(value: unknown): string | undefined {
  const { verb, note } = (value ?? {}) as { verb?: string; note?: string };
  return verb === 'copy-note' ? note : undefined;
}
