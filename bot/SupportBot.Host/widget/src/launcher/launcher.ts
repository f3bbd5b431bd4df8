import type { Chat, MountChat } from '../shared/contract';
import { closeIcon, chatIcon } from './icons';
import css from './launcher.css?inline';
import { caseId, getUserToken, locale, origin, title } from './settings';

declare const CHAT_FILE: string;

type Watch = (show: (count: number) => void) => () => void;

/**
 * The icon and the panel. They live in a shadow root, out of reach of the page's styles; the chat itself is slotted
 * in from the page, because Web Chat looks for the focused element and puts its styles there.
 */
export class Launcher {
  readonly element = document.createElement('div');
  readonly #body = document.createElement('div');
  readonly #icon: HTMLButtonElement;
  readonly #dialog: HTMLDialogElement;
  readonly #wait: HTMLElement;
  readonly #badge: HTMLElement;
  readonly #news: HTMLElement;
  readonly #narrow = matchMedia('(max-width: 480px)');
  #chat: Chat | undefined;
  #loading: Promise<void> | undefined;
  #watch: Watch = () => () => undefined;
  #stopWatching = () => {};
  #unread = 0;

  constructor() {
    this.element.id = 'supportbot';
    this.element.lang = locale();
    this.#body.style.cssText = 'display:contents';
    this.element.append(this.#body);
    const root = this.element.attachShadow({ mode: 'open' });
    const styles = new CSSStyleSheet();
    styles.replaceSync(css);
    root.adoptedStyleSheets = [styles];
    root.innerHTML = `
<button class="icon" type="button" aria-haspopup="dialog" aria-expanded="false" aria-controls="panel">${chatIcon}
<span class="badge" aria-hidden="true" hidden></span></button>
<div class="spoken" role="status"></div>
<dialog id="panel" tabindex="-1" aria-labelledby="title">
<div class="head"><h2 id="title"></h2><button class="close" type="button" aria-label="Close support chat">${closeIcon}</button>
<p>You can always ask for a person. <button class="person" type="button">Talk to a person</button></p></div>
<div class="body"><div class="wait" role="status"></div><slot></slot></div></dialog>`;
    const find = <T extends HTMLElement>(selector: string) => root.querySelector<T>(selector)!;
    this.#icon = find('.icon');
    this.#dialog = find('dialog');
    this.#wait = find('.wait');
    this.#badge = find('.badge');
    this.#news = find('.spoken');
    find('h2').textContent = title();

    this.#icon.addEventListener('click', () => (this.#dialog.open ? this.close() : this.open()));
    find('.close').addEventListener('click', () => this.close());
    find('.person').addEventListener('click', () => this.#askForPerson());
    this.#dialog.addEventListener('cancel', event => {
      event.preventDefault();
      this.close();
    });
    // A panel beside the page is not modal, so the browser does not close it on Escape by itself.
    this.#dialog.addEventListener('keydown', event => {
      if (event.key === 'Escape' && !event.defaultPrevented) this.close();
    });
    this.#narrow.addEventListener('change', () => this.#dialog.open && this.#arrange());
    this.#name();
  }

  open(): void {
    if (this.#dialog.open) return;
    this.#arrange();
    this.#icon.setAttribute('aria-expanded', 'true');
    this.#dialog.focus();
    void this.#load().then(() => this.#dialog.open && this.#showChat());
  }

  close(): void {
    if (!this.#dialog.open) return;
    this.#dialog.close();
    this.#icon.setAttribute('aria-expanded', 'false');
    this.#chat?.hidden();
    this.#icon.focus();
  }

  reset(): void {
    this.close();
    this.#chat?.end();
    this.#chat = undefined;
    this.#loading = undefined;
    this.#body.replaceChildren();
    this.#showUnread(0);
    this.watchWith(this.#watch);
  }

  watchWith(watch: Watch): void {
    this.#watch = watch;
    this.#stopWatching();
    this.#stopWatching = watch(count => this.#showUnread(count));
  }

  /** Full screen hides the page, so there it is modal and keeps the focus; beside the page it must not. */
  #arrange(): void {
    if (this.#dialog.open) this.#dialog.close();
    if (this.#narrow.matches) this.#dialog.showModal();
    else this.#dialog.show();
  }

  #load(): Promise<void> {
    return (this.#loading ??= this.#mount());
  }

  async #mount(): Promise<void> {
    this.#wait.textContent = 'Opening the chat…';
    this.#wait.hidden = false;
    try {
      const { mount } = (await import(/* @vite-ignore */ `${origin}/${CHAT_FILE}`)) as { mount: MountChat };
      this.#stopWatching();
      this.#chat = mount(this.#body, { origin, locale: locale(), caseId: caseId(), getUserToken, setUnread: count => this.#showUnread(count) });
      this.#wait.hidden = true;
    } catch {
      this.#loading = undefined;
      this.#offerRetry();
    }
  }

  #showChat(): void {
    this.#chat?.shown();
    this.#chat?.focus(() => this.element.shadowRoot?.activeElement === this.#dialog);
  }

  #offerRetry(): void {
    const retry = document.createElement('button');
    retry.type = 'button';
    retry.textContent = 'Try again';
    retry.addEventListener('click', () => {
      this.#dialog.focus();
      void this.#load().then(() => this.#showChat());
    });
    const words = document.createElement('span');
    words.textContent = 'The chat could not be loaded. Please check your internet connection.';
    const paragraph = document.createElement('div');
    paragraph.append(retry);
    paragraph.style.marginTop = '16px';
    this.#wait.replaceChildren(words, paragraph);
  }

  #askForPerson(): void {
    void this.#load().then(() => {
      this.#chat?.say('Talk to a person');
      this.#chat?.focus(() => this.#dialog.open);
    });
  }

  #showUnread(count: number): void {
    if (count > this.#unread && !this.#dialog.open) this.#news.textContent = `${messages(count)} from support`;
    if (count === 0) this.#news.textContent = '';
    this.#unread = count;
    this.#badge.hidden = count === 0;
    this.#badge.textContent = count > 9 ? '9+' : String(count);
    this.#name();
  }

  #name(): void {
    this.#icon.setAttribute('aria-label', this.#unread === 0 ? 'Support chat' : `Support chat, ${messages(this.#unread)}`);
  }
}

function messages(count: number): string {
  return count === 1 ? '1 new message' : `${count} new messages`;
}
