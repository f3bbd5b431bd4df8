/** The answers of the demo endpoints (Host/Demo). Times are UTC ISO 8601, dates YYYY-MM-DD. */
export interface DemoSeller {
  id: string;
  name: string;
  story: string;
  platforms: Platform[];
  users: { id: string; name: string; role: string }[];
}

export type Platform = 'xero' | 'quickbooks';

export interface DemoAccount {
  seller: { id: string; name: string; locale: string };
  user: { id: string; name: string; role: string };
  connections: Connection[];
  settlements: Settlement[];
  mappings: Mapping[];
  bankAccounts: BankAccount[];
}

export interface Connection {
  id: string;
  platform: Platform;
  organisation: string;
  status: 'connected' | 'disconnected';
  connectedAt: string | null;
  channels: string[];
  accounts: LedgerAccount[];
}

export interface LedgerAccount {
  code: string;
  name: string;
  isBank: boolean;
  active: boolean;
}

export interface Settlement {
  id: string;
  channel: string;
  marketplace: string;
  from: string;
  to: string;
  currency: string;
  total: number;
  status: string;
  documentNumber: string | null;
  lastError: string | null;
}

export interface Mapping {
  channel: string;
  connectionId: string;
  /** Null: for every marketplace of the channel. */
  marketplace: string | null;
  category: string;
  account: string | null;
  taxRate: string | null;
}

export interface BankAccount {
  channel: string;
  connectionId: string;
  marketplace: string;
  deposit: string | null;
  negativePayout: string | null;
  /** An unsent settlement pays out less than nothing. */
  needsNegativePayout: boolean;
}

export interface ActionResult {
  done: boolean;
  message: string;
}
