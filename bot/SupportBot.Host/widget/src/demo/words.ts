import type { LedgerAccount, Platform } from './contract';

export const brand = (platform: Platform) => (platform === 'xero' ? 'Xero' : 'QuickBooks');

const statuses: Record<string, string> = {
  'scheduled': 'Scheduled',
  'processing': 'Processing',
  'awaiting-vat': 'Awaiting VAT',
  'ready': 'Ready',
  'sending': 'Sending',
  'sent': 'Sent',
  'error': 'Error',
  'locked': 'Locked',
  'select-marketplace': 'Select marketplace',
  'hidden': 'Hidden',
};

export const statusName = (status: string) => statuses[status] ?? status;

export function money(locale: string, currency: string, amount: number): string {
  return new Intl.NumberFormat(locale, { style: 'currency', currency }).format(amount);
}

export function range(locale: string, from: string, to: string): string {
  const format = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
  return format.formatRange(new Date(from), new Date(to));
}

export function moment(locale: string, at: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at));
}

export const accountName = (account: LedgerAccount) => `${account.code} – ${account.name}${account.active ? '' : ' (archived)'}`;
