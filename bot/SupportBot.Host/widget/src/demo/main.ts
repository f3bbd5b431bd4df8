import { act, readAccount, readSellers, userToken, who } from './api';
import { bankAccountsSection, mappingsSection } from './choices';
import { connectionsSection } from './connections';
import type { DemoSeller } from './contract';
import { element } from './element';
import { showSellers, userPicker } from './picker';
import { settlementsSection } from './settlements';

/** Makes a listener that carries an action out and shows what became of the account. */
export type Run = (path: string, body?: unknown) => (event: Event) => void;

const lookEvery = 10_000;
const main = document.getElementById('account')!;
const news = document.getElementById('news')!;
let shown = '';

let start: (value: unknown) => void;
const started = new Promise(resolve => (start = resolve));
window.supportBot = { getUserToken: () => started.then(userToken) };

void open().catch(problem);

async function open(): Promise<void> {
  const sellers = await readSellers();
  const wanted = new URLSearchParams(location.search);
  const seller = sellers.find(entry => entry.id === wanted.get('seller')) ?? sellers[0];
  if (!seller) throw new Error('This database holds no demo seller.');

  who.seller = seller.id;
  who.user = seller.users.find(user => user.id === wanted.get('user'))?.id ?? seller.users[0]!.id;
  showSellers(sellers, seller.id);
  document.title = `${seller.name} – Demo dashboard`;
  start(undefined);
  await refresh(seller);
  // The chat changes the account too, when it sends a settlement.
  const look = () => {
    // A look that fails is no news: the next one tells.
    if (!document.hidden) void refresh(seller).catch(() => undefined);
  };
  setInterval(look, lookEvery);
  document.addEventListener('visibilitychange', look);
}

async function refresh(seller: DemoSeller): Promise<void> {
  const account = await readAccount();
  const text = JSON.stringify(account);
  // Redrawing would take a list away from somebody who is choosing from it.
  if (text === shown || document.activeElement instanceof HTMLSelectElement) return;
  shown = text;

  if (window.supportBot) window.supportBot.locale = account.seller.locale;
  const run: Run = (path, body) => () => void carryOut(seller, path, body);
  const focused = document.activeElement?.getAttribute('aria-label');
  main.replaceChildren(
    element('h1', {}, account.seller.name),
    userPicker(seller, account.user.id),
    settlementsSection(account, run),
    connectionsSection(account, run),
    mappingsSection(account, run),
    bankAccountsSection(account, run));
  if (focused) main.querySelector<HTMLElement>(`[aria-label="${CSS.escape(focused)}"]`)?.focus();
}

async function carryOut(seller: DemoSeller, path: string, body: unknown): Promise<void> {
  try {
    const { done, message } = await act(path, body);
    tell(message, done);
    await refresh(seller);
  } catch (error) {
    problem(error);
  }
}

function problem(error: unknown): void {
  tell(error instanceof TypeError ? 'The server cannot be reached. Please try again in a moment.' : String((error as Error).message), false);
}

function tell(words: string, good: boolean): void {
  news.textContent = words;
  news.className = good ? 'good' : 'bad';
}
