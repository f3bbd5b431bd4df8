import type { ActionResult, DemoAccount, DemoSeller } from './contract';

let signedIn: { token: string; until: number } | undefined;

export const who = { seller: '', user: '' };

/** The user token, as the real web app's server would sign one. */
export async function userToken(): Promise<string> {
  if (!signedIn || signedIn.until < Date.now() + 300_000) {
    const user = who.user ? `?user=${encodeURIComponent(who.user)}` : '';
    const answer = await ask<{ token: string; expiresIn: number }>(`/demo/sign-in/${encodeURIComponent(who.seller)}${user}`, { method: 'POST' });
    signedIn = { token: answer.token, until: Date.now() + answer.expiresIn * 1000 };
  }
  return signedIn.token;
}

export function readSellers(): Promise<DemoSeller[]> {
  return ask('/demo/sellers');
}

export async function readAccount(): Promise<DemoAccount> {
  return ask('/demo/account', { headers: { Authorization: `Bearer ${await userToken()}` } });
}

export async function act(path: string, body?: unknown): Promise<ActionResult> {
  return ask(`/demo/${path}`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${await userToken()}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(body ?? {}),
  });
}

async function ask<T>(url: string, request?: RequestInit): Promise<T> {
  const response = await fetch(url, request);
  if (!response.ok) {
    const problem = (await response.json().catch(() => ({}))) as { detail?: string };
    throw new Error(problem.detail ?? `The server answered ${response.status}.`);
  }
  return (await response.json()) as T;
}
