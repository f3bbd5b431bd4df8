import type { Health } from './steadyConnection';

/** The chat's own words about the connection: a banner above the conversation, or a page in place of it. */
export class Notice {
  readonly element = document.createElement('div');
  readonly #text = document.createElement('span');
  readonly #retry = document.createElement('button');
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(retry: () => void) {
    this.element.className = 'supportbot-notice';
    this.element.setAttribute('role', 'status');
    this.#retry.type = 'button';
    this.#retry.textContent = 'Try again';
    this.#retry.addEventListener('click', retry);
    this.element.append(this.#text, this.#retry);
    this.health('connecting');
  }

  health(health: Health, why?: 'sign-in' | 'network'): void {
    clearTimeout(this.#timer);
    switch (health) {
      case 'online':
        return this.#hide();
      case 'connecting':
        return this.#show('cover', 'Connecting…', false);
      case 'failed':
        return this.#show('cover', why === 'sign-in'
          ? 'We could not confirm who you are. Please try again, or reload the page and sign in.'
          : 'We cannot reach support at the moment. We keep trying; nothing you have written is lost.', true);
      case 'interrupted':
        // A short gap mends itself before anybody needs to know.
        this.#timer = setTimeout(() => this.#show('banner', navigator.onLine
          ? 'The connection was lost. Reconnecting; what you write will be sent then.'
          : 'You are offline. What you write will be sent when you are back.', true), 1_500);
        return;
    }
  }

  rejected(status: number): void {
    const words = status === 413 ? 'That is too large to send. A file may have up to 10 MB.'
      : status === 415 ? 'That kind of file cannot be sent. Please use PNG, JPEG, PDF, text or CSV.'
        : 'That message could not be sent. Please try again in other words.';
    this.#show('banner', words, false);
    this.#timer = setTimeout(() => this.#hide(), 10_000);
  }

  /** Something that needs no answer and goes by itself. */
  tell(words: string): void {
    this.#show('banner', words, false);
    this.#timer = setTimeout(() => this.#hide(), 6_000);
  }

  #show(kind: 'cover' | 'banner', words: string, retry: boolean): void {
    clearTimeout(this.#timer);
    this.element.dataset['kind'] = kind;
    this.element.hidden = false;
    this.#text.textContent = words;
    this.#retry.hidden = !retry;
  }

  #hide(): void {
    this.element.hidden = true;
    this.#text.textContent = '';
  }
}
