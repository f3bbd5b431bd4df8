import type { BankAccount, DemoAccount, LedgerAccount } from './contract';
import { element } from './element';
import type { Run } from './main';
import { accountName } from './words';

export function mappingsSection(account: DemoAccount, run: Run): HTMLElement {
  const rows = account.mappings.map((mapping, index) => {
    const accounts = accountsOf(account, mapping.connectionId).filter(entry => !entry.isBank);
    const where = mapping.marketplace ? `${mapping.channel}, ${mapping.marketplace}` : mapping.channel;
    return choice(`mapping-${index}`, mapping.category, where, mapping.account, accounts, chosen =>
      run('mappings', { channel: mapping.channel, marketplace: mapping.marketplace, category: mapping.category, account: chosen }));
  });
  return section('mappings', 'Account & tax mappings', rows, 'The unsent settlements use no category.');
}

export function bankAccountsSection(account: DemoAccount, run: Run): HTMLElement {
  const rows = account.bankAccounts.flatMap((bank, index) => {
    const accounts = accountsOf(account, bank.connectionId).filter(entry => entry.isBank);
    const save = (negativePayouts: boolean) => (chosen: string) =>
      run('bank-accounts', { channel: bank.channel, marketplace: bank.marketplace, account: chosen, negativePayouts });
    return [
      choice(`bank-${index}`, bank.marketplace, `${bank.channel}, payouts`, bank.deposit, accounts, save(false)),
      ...negative(bank, accounts, `negative-${index}`, save(true)),
    ];
  });
  return section('banks', 'Bank accounts', rows, 'No marketplace of this account needs one.');
}

function negative(bank: BankAccount, accounts: LedgerAccount[], id: string, save: (chosen: string) => (event: Event) => void): HTMLElement[] {
  if (!bank.needsNegativePayout && bank.negativePayout === null) return [];
  return [choice(id, bank.marketplace, `${bank.channel}, negative payouts`, bank.negativePayout, accounts, save)];
}

function choice(
  id: string, name: string, where: string, current: string | null, accounts: LedgerAccount[],
  save: (account: string) => (event: Event) => void): HTMLElement {
  const known = accounts.find(account => account.code === current);
  const state = current === null ? 'Missing' : known?.active === false ? 'Archived' : known ? '' : 'Not found';
  const select = element('select', { id },
    element('option', { value: '' }, 'Choose an account'),
    ...accounts.filter(account => account.active || account.code === current)
      .map(account => element('option', { value: account.code, selected: account.code === current }, accountName(account)))) as HTMLSelectElement;
  return element('form', {
    class: 'choice',
    submit: event => {
      event.preventDefault();
      if (select.value) save(select.value)(event);
      else select.focus();
    },
  },
  element('label', { for: id }, name, element('small', {}, where)),
  element('span', {}, state && element('span', { class: 'chip missing' }, state)),
  select,
  element('button', { 'type': 'submit', 'aria-label': `Save the account for ${name}, ${where}` }, 'Save'));
}

function section(id: string, title: string, rows: HTMLElement[], none: string): HTMLElement {
  return element('section', { 'aria-labelledby': `${id}-title` },
    element('h2', { id: `${id}-title` }, title),
    ...(rows.length ? rows : [element('p', { class: 'quiet' }, none)]));
}

function accountsOf(account: DemoAccount, connectionId: string): LedgerAccount[] {
  return account.connections.find(connection => connection.id === connectionId)?.accounts ?? [];
}
