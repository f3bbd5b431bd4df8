/** What the embedding page may say, as `window.supportBot` or as attributes of the script tag. */
export interface SupportBotSettings {
  /** Returns the signed user token of the person who is signed in to the page. Wins over `data-token-url`. */
  getUserToken?: () => string | Promise<string>;
  /** BCP 47; otherwise `data-locale`, the page's `lang`, or the browser's language. */
  locale?: string;
  /** The name in the chat's header; otherwise `data-title`. */
  title?: string;
}

declare global {
  interface Window {
    supportBot?: SupportBotSettings & Partial<SupportBotControls>;
  }
}

/** What the embedding page may call once the script has run. */
export interface SupportBotControls {
  open(): void;
  close(): void;
  /** Forgets the person; call it when somebody signs out without a page load. */
  reset(): void;
}

const script = document.currentScript as HTMLScriptElement | null;

export const origin = new URL('.', script?.src ?? location.href).href.replace(/\/$/, '');

/** The forwarded case whose link led to this page. The id is no secret worth hiding: only the case's own seller sees anything of it. */
export function caseId(): string | undefined {
  return new URLSearchParams(location.search).get('supportbot-case') ?? undefined;
}

export function title(): string {
  return window.supportBot?.title ?? script?.dataset['title'] ?? 'Link My Books Support';
}

/** The bot speaks English only; a chat half in another language is harder to follow than one in English. */
export function locale(): string {
  const wanted = window.supportBot?.locale ?? script?.dataset['locale'] ?? (document.documentElement.lang || navigator.language);
  return /^en(-|$)/i.test(wanted) ? wanted : 'en-GB';
}

export async function getUserToken(): Promise<string> {
  const callback = window.supportBot?.getUserToken;
  if (callback) return await callback();

  const url = script?.dataset['tokenUrl'];
  if (!url) throw new Error('SupportBot: set data-token-url on the script tag, or window.supportBot.getUserToken.');
  const response = await fetch(url, { method: 'POST', credentials: 'include' });
  if (!response.ok) throw new Error(`SupportBot: the token URL answered ${response.status}.`);
  return ((await response.json()) as { token: string }).token;
}
