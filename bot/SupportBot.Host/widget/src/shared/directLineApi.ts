/** A Direct Line token, bound to one conversation and one user. */
export interface Credentials {
  conversationId: string;
  token: string;
  /** Milliseconds since 1970. */
  expiresAt: number;
}

export interface ChatActivity {
  id?: string;
  type: string;
  timestamp?: string;
  from?: { role?: string };
}

export class HttpError extends Error {
  constructor(readonly status: number) {
    super(`HTTP ${status}`);
  }
}

/** A token for the seller user's conversation about the case, for the latest open one, or for a new one. */
export async function generateToken(origin: string, userToken: string, caseId?: string): Promise<Credentials> {
  const localTimezone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const answer = await call<{ conversationId: string; token: string; expires_in: number }>(
    `${origin}/v3/directline/tokens/generate`, userToken, { resume: true, localTimezone, ...(caseId ? { case: caseId } : {}) });
  return { conversationId: answer.conversationId, token: answer.token, expiresAt: Date.now() + answer.expires_in * 1000 };
}

/** Starts the conversation of a token; one that runs already just goes on. */
export async function startConversation(origin: string, { token }: Credentials, locale: string): Promise<void> {
  await call(`${origin}/v3/directline/conversations`, token, { locale });
}

export async function readActivities(origin: string, credentials: Credentials, watermark: string) {
  const path = `conversations/${encodeURIComponent(credentials.conversationId)}/activities`;
  return await call<{ activities: ChatActivity[]; watermark: string }>(
    `${origin}/v3/directline/${path}?watermark=${encodeURIComponent(watermark)}`, credentials.token);
}

/** A message of the bot or of a person in support: what the badge counts. */
export function isFromSupport(activity: ChatActivity): boolean {
  return activity.type === 'message' && activity.from?.role !== 'user';
}

async function call<T>(url: string, token: string, body?: unknown): Promise<T> {
  const response = await fetch(url, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    signal: AbortSignal.timeout(15_000),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new HttpError(response.status);
  return (await response.json()) as T;
}
