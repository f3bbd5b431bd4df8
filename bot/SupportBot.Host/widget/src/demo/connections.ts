import type { Connection, DemoAccount } from './contract';
import { element } from './element';
import type { Run } from './main';
import { accountName, brand, moment } from './words';

export function connectionsSection(account: DemoAccount, run: Run): HTMLElement {
  return element('section', { 'aria-labelledby': 'connections-title' },
    element('h2', { id: 'connections-title' }, 'Accounting connection'),
    ...account.connections.map(connection => card(connection, account.seller.locale, run)));
}

function card(connection: Connection, locale: string, run: Run): HTMLElement {
  const name = brand(connection.platform);
  const path = `connections/${encodeURIComponent(connection.id)}`;
  const archived = connection.accounts.filter(account => !account.active);
  return element('div', { class: 'card' },
    element('h3', {}, `${name}: ${connection.organisation} `,
      element('span', { class: `chip ${connection.status}` }, connection.status === 'connected' ? 'Connected' : 'Disconnected')),
    element('p', {}, `For ${connection.channels.join(', ') || 'no channel'}. `,
      connection.connectedAt && `Last connected ${moment(locale, connection.connectedAt)}.`),
    element('p', {}, element('button', { type: 'button', click: run(`${path}/reconnect`) }, `Reconnect ${name}`)),
    element('div', { class: 'platform-side' },
      element('h4', {}, `In ${name} itself`),
      element('p', {}, element('button', { type: 'button', click: run(`${path}/remove-from-linked-apps`) }, 'Remove Link My Books from linked apps')),
      ...archived.map(account => element('p', {},
        `${accountName(account)} `,
        element('button', {
          'type': 'button',
          'aria-label': `Restore account ${account.code}`,
          'click': run(`${path}/restore-account`, { account: account.code }),
        }, 'Restore')))));
}
