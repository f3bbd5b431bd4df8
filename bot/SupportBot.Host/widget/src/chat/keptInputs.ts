import { createElement, type ReactNode } from 'react';

interface Card {
  body?: { id?: string; value?: string }[];
  actions?: { data?: { cardId?: string } }[];
}

interface Shown {
  activity: { conversation?: { id?: string } };
  attachment: { content?: unknown };
}

type Render = (shown: Shown) => ReactNode;

const prefix = 'supportbot:unsent:';

/** What somebody has typed into a card and not sent yet, so that a reload does not lose it. The tab keeps it until the card is sent. */
export class KeptInputs {
  /** A card that is another object with every drawing would be drawn anew and lose what is being typed. */
  readonly #filled = new WeakMap<Card, Card>();

  constructor(chat: HTMLElement) {
    chat.addEventListener('input', ({ target }) => {
      const input = target as HTMLInputElement;
      const key = input.closest<HTMLElement>('[data-card]')?.dataset.card;
      // The field's name in the card is the id of an element around it; ids that begin so are made up by the renderer.
      const field = input.closest('[id]:not([id^="__ac-"])')?.id;
      if (key && field) write(key, { ...read(key), [field]: input.value });
    });
  }

  readonly middleware = () => (next: Render): Render => shown => {
    const card = shown.attachment.content as Card | undefined;
    const cardId = card?.actions?.find(action => action.data?.cardId)?.data?.cardId;
    if (!card || !cardId) return next(shown);

    const key = `${prefix}${shown.activity.conversation?.id ?? ''}/${cardId}`;
    return createElement('div', { 'data-card': key }, next({ ...shown, attachment: { ...shown.attachment, content: this.#fill(card, key) } }));
  };

  /** The card has been sent. */
  forget(cardId: string): void {
    try {
      Object.keys(sessionStorage).filter(key => key.startsWith(prefix) && key.endsWith(`/${cardId}`)).forEach(key => sessionStorage.removeItem(key));
    } catch {
      // Storage is forbidden, so nothing was kept.
    }
  }

  #fill(card: Card, key: string): Card {
    const known = this.#filled.get(card);
    if (known) return known;

    const typed = read(key);
    const filled = { ...card, body: card.body?.map(element => (element.id && element.id in typed ? { ...element, value: typed[element.id] } : element)) };
    this.#filled.set(card, filled as Card);
    return filled as Card;
  }
}

function read(key: string): Record<string, string> {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? '{}') as Record<string, string>;
  } catch {
    return {};
  }
}

function write(key: string, typed: Record<string, string>): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(typed));
  } catch {
    // Storage full or forbidden: a reload loses what was typed, as it would without this.
  }
}
