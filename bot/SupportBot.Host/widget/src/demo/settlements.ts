import type { DemoAccount, Settlement } from './contract';
import { element } from './element';
import type { Run } from './main';
import { money, range, statusName } from './words';

const columns = ['Channel', 'Marketplace', 'Period', 'Amount', 'Status', 'Action'];

export function settlementsSection(account: DemoAccount, run: Run): HTMLElement {
  const { locale } = account.seller;
  return element('section', { 'aria-labelledby': 'settlements-title' },
    element('h2', { id: 'settlements-title' }, 'Settlements'),
    element('table', {},
      element('thead', {}, element('tr', {}, ...columns.map(name => element('th', { scope: 'col' }, name)))),
      element('tbody', {}, ...account.settlements.map(settlement => row(settlement, locale, run)))));
}

function row(settlement: Settlement, locale: string, run: Run): HTMLElement {
  const period = range(locale, settlement.from, settlement.to);
  const cells: (Node | string)[] = [
    settlement.channel,
    settlement.marketplace,
    element('span', {}, period, element('small', {}, settlement.id)),
    money(locale, settlement.currency, settlement.total),
    element('span', {},
      element('span', { class: `chip ${settlement.status}` }, statusName(settlement.status)),
      (settlement.documentNumber ?? settlement.lastError) && element('small', {}, settlement.documentNumber ?? settlement.lastError)),
    settlement.status === 'ready'
      ? element('button', {
          'type': 'button',
          'aria-label': `Send settlement ${settlement.id}, ${settlement.channel}, ${period}`,
          'click': run(`settlements/${encodeURIComponent(settlement.id)}/send`),
        }, 'Send')
      : '',
  ];
  return element('tr', {}, ...cells.map((cell, index) => element('td', { 'data-label': columns[index]!, 'class': index === 3 ? 'amount' : false }, cell)));
}
