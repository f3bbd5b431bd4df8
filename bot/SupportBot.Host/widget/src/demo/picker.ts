import type { DemoSeller } from './contract';
import { element } from './element';
import { brand } from './words';

/** Links, so that a seller's page can be opened in its own tab and the chat starts afresh with each. */
export function showSellers(sellers: DemoSeller[], current: string): void {
  const items = sellers.map(seller =>
    element('li', {},
      element('a', { 'href': address(seller.id), 'aria-current': seller.id === current ? 'page' : false },
        element('span', { class: 'name' }, seller.name),
        element('span', { class: 'platform' }, seller.platforms.map(brand).join(', ')),
        element('span', { class: 'story' }, seller.story))));
  document.getElementById('sellers')!.replaceChildren(...items);
  if (matchMedia('(max-width: 800px)').matches) document.getElementById('picker')!.removeAttribute('open');
}

export function userPicker(seller: DemoSeller, current: string): HTMLElement {
  const words = (user: DemoSeller['users'][number]) => `${user.name} (${user.role})`;
  if (seller.users.length === 1) return element('p', { class: 'user' }, `Signed in as ${words(seller.users[0]!)}`);

  const choice = element('select', {
    id: 'user',
    change: () => location.assign(address(seller.id, (choice as HTMLSelectElement).value)),
  }, ...seller.users.map(user => element('option', { value: user.id, selected: user.id === current }, words(user))));
  return element('p', { class: 'user' }, element('label', { for: 'user' }, 'Signed in as '), choice);
}

/** The link of a forwarded case leads here without saying who one is, so it stays while one picks. */
function address(seller: string, user?: string): string {
  const wanted = new URLSearchParams({ seller, ...(user ? { user } : {}) });
  const forwarded = new URLSearchParams(location.search).get('supportbot-case');
  if (forwarded) wanted.set('supportbot-case', forwarded);
  return `/?${wanted}`;
}
